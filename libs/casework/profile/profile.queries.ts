import {
  type CommandInput,
  placeFileNames,
  type placeProfileAnswer,
  type profilePreviewAnswer,
} from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import { renderText } from '@fuhan/letter-engine';
import type { Profiles } from '@fuhan/platform';
import { type PlaceProfile, profileChanges, profileOfKind } from '@fuhan/rules';
import { type EntityManager, In } from 'typeorm';
import type { z } from 'zod';
import { Draft, Proposal } from '../case/entities';
import { composeDraft } from '../drafting/compose-draft';
import { readEdit } from './publish-profile.usecase';
import { versionsBy } from './wording.queries';

type Preview = z.input<typeof profilePreviewAnswer>;
type PlaceFiles = Omit<z.input<typeof placeProfileAnswer>, 'actions'>;
type PlaceFileName = keyof typeof placeFileNames;

/** So many replies are composed by the new version, the newest, and so many of their lines are shown. */
const LETTERS = 8;
const LINES = 6;

/** Cases by the version they began under; open: not withdrawn, not merged away, somebody owes something or nobody was asked yet. */
const casesSql = `
  SELECT p.profile_version AS version, count(*)::int AS cases, (count(*) FILTER (WHERE p.withdrawn_at IS NULL AND p.merged_into_id IS NULL
    AND (NOT p.handled OR EXISTS (SELECT 1 FROM assignment a WHERE a.proposal_id = p.id
      AND a.state NOT IN ('finished', 'returned', 'removed', 'recalled', 'withdrawn')))))::int AS open
  FROM proposal p GROUP BY 1`;

const casesByVersion = (em: EntityManager): Promise<{ version: number; cases: number; open: number }[]> =>
  em.query(casesSql);

/** The place's files as they stand, the versions there were, and how many cases live by each. */
export async function placeFiles(em: EntityManager, profiles: Profiles): Promise<PlaceFiles> {
  const current = await profiles.current(em);
  const texts = await profiles.filesOf(em, current.version);
  const cases = await casesByVersion(em);
  const names = Object.keys(placeFileNames) as PlaceFileName[];
  return {
    ...{ place: current.place, name: current.name, version: current.version },
    files: names.map((name) => ({ name, label: placeFileNames[name], text: texts[name] ?? '' })),
    versions: (await versionsBy(em, profiles)).map((version) => {
      const of = cases.find((each) => each.version === version.version);
      return {
        ...version,
        ...{ cases: of?.cases ?? 0, openCases: of?.open ?? 0 },
      };
    }),
  };
}

const linesBy = async (ctx: Parameters<typeof composeDraft>[0], draftId: string): Promise<string[]> =>
  renderText(await composeDraft(ctx, draftId, { documentNumber: null, date: null }))
    .split('\n')
    .filter((line) => line !== '');

/** One reply by its own version and by the new one; null where they read alike. */
async function letterBy(
  em: EntityManager,
  draft: Draft,
  proposal: Proposal,
  own: PlaceProfile,
  next: PlaceProfile,
): Promise<Preview['letters'][number] | null> {
  const { id: proposalId, number, title, kind } = proposal;
  const of = { proposalId, number, title };
  try {
    const before = await linesBy({ em, profile: profileOfKind(own, kind) }, draft.id);
    const words = profileOfKind(next, kind);
    const after = await linesBy({ em, profile: words, wording: words }, draft.id);
    const differs = (lines: string[], others: string[]) =>
      lines.filter((line) => !others.includes(line)).slice(0, LINES);
    const change = { before: differs(before, after), after: differs(after, before) };
    return change.before.length + change.after.length === 0 ? null : { ...of, ...change, problem: null };
  } catch (error) {
    if (!(error instanceof FuhanError)) throw error;
    return { ...of, before: [], after: [], problem: error.message };
  }
}

/**
 * What a new version would change: settings, and the wording of replies in the making, which keep theirs. Nothing is changed.
 * @throws FuhanError as `readEdit`
 */
export async function previewProfile(
  em: EntityManager,
  profiles: Profiles,
  edit: CommandInput<'profile.publish'>,
): Promise<Preview> {
  const { current, next } = await readEdit(em, profiles, edit);
  const drafts = await em.find(Draft, {
    where: { kind: 'reply', state: In(['writing', 'in_review', 'signed']) },
    order: { id: 'DESC' },
    take: LETTERS,
  });
  const letters: Preview['letters'] = [];
  for (const draft of drafts) {
    const proposal = await em.findOneByOrFail(Proposal, { id: draft.proposalId });
    const own = await profiles.version(em, proposal.profileVersion);
    const found = await letterBy(em, draft, proposal, own, next);
    if (found) letters.push(found);
  }
  return {
    version: next.version,
    changes: profileChanges(current, next),
    openCases: (await casesByVersion(em)).reduce((sum, { open }) => sum + open, 0),
    letters,
  };
}
