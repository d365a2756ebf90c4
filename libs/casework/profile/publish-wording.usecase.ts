import type { CommandInput } from '@fuhan/contracts';
import type { HouseUseCase } from '@fuhan/identity';
import { FuhanError } from '@fuhan/kernel';
import type { Profiles } from '@fuhan/platform';
import { changeWording, type PlaceProfile } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import { type EditedProfile, versionSeen } from './publish-profile.usecase';

type Edit = Pick<CommandInput<'wording.publish'>, 'version' | 'edits'>;

/**
 * The place as it would be with other words in its letters.
 * @throws FuhanError `version.moved-on`; `wording.faulty` and the like as `changeWording`
 */
export async function readWording(
  em: EntityManager,
  profiles: Profiles,
  { version, edits }: Edit,
): Promise<EditedProfile> {
  const current: PlaceProfile = await versionSeen(em, profiles, version);
  return { current, ...changeWording(await profiles.filesOf(em, version), current, edits) };
}

/** 保存信函用语: one more version of the place's profile, in which nothing but the letters' words is other. */
export const publishWordingWith =
  ({ profiles }: { readonly profiles: Profiles }): HouseUseCase<'wording.publish'> =>
  async ({ em, now, actor }, { reason, ...edit }) => {
    await profiles.lock(em);
    const { current, next, files } = await readWording(em, profiles, edit);
    if (next.digest === current.digest)
      throw new FuhanError('guard.failed', { detail: '用语和现行版本完全相同，没有要保存的。' });
    const { version, digest } = next;
    await profiles.publish(em, { version, digest, files, publishedBy: actor.personId, reason }, now);
    return { id: String(version) };
  };
