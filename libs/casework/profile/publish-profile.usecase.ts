import type { CommandInput } from '@fuhan/contracts';
import type { HouseUseCase } from '@fuhan/identity';
import { FuhanError } from '@fuhan/kernel';
import type { Profiles } from '@fuhan/platform';
import { parseProfile, type PlaceProfile } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';

type Edit = CommandInput<'profile.publish'>;

/** The place as it would be with the files that were changed. */
export interface EditedProfile {
  readonly current: PlaceProfile;
  readonly next: PlaceProfile;
  readonly files: Readonly<Record<string, string>>;
}

/** The version that stands, if that is what a change was written upon. @throws FuhanError `version.moved-on` */
export async function versionSeen(
  em: EntityManager,
  profiles: Profiles,
  version: number,
): Promise<PlaceProfile> {
  const current = await profiles.current(em);
  if (version === current.version) return current;
  throw new FuhanError('version.moved-on', { seen: version, current: current.version });
}

/**
 * Reads changed files over those that stand, as a whole.
 * @throws FuhanError `version.moved-on` where they were written upon another version, `profile.invalid` with file and line, `guard.failed`
 */
export async function readEdit(
  em: EntityManager,
  profiles: Profiles,
  { version, files: changed }: Edit,
): Promise<EditedProfile> {
  const current = await versionSeen(em, profiles, version);
  const files = {
    ...(await profiles.filesOf(em, version)),
    ...Object.fromEntries(changed.map(({ name, text }) => [name, text])),
  };
  const next = parseProfile(files, version + 1);
  if (next.place !== current.place)
    throw new FuhanError('guard.failed', {
      detail: `这里装的是${current.name}（${current.place}），place.yaml 的 place 不能改。换一个城市请新装一套。`,
    });
  if (next.digest === current.digest)
    throw new FuhanError('guard.failed', { detail: '内容和现行版本完全相同，没有要发布的。' });
  return { current, next, files };
}

/** 发布地方配置: a new version for the cases that come; the open ones keep theirs. */
export const publishProfileWith =
  ({ profiles }: { readonly profiles: Profiles }): HouseUseCase<'profile.publish'> =>
  async ({ em, now, actor }, input) => {
    await profiles.lock(em);
    const { next, files } = await readEdit(em, profiles, input);
    const { version, digest } = next;
    const publishedBy = actor.personId;
    await profiles.publish(em, { version, digest, files, publishedBy, reason: null }, now);
    return { id: String(next.version) };
  };
