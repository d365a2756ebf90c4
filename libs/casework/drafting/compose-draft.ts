import {
  composeLetter,
  chineseNumeral,
  type LetterBlock,
  type LetterModel,
  type ReplyFields,
} from '@fuhan/letter-engine';
import { type Directory, loadDirectory } from '@fuhan/identity';
import { copyRecipients, isLive, letterWording, type PlaceProfile } from '@fuhan/rules';
import { type EntityManager, In } from 'typeorm';
import {
  Assignment,
  Draft,
  DraftSection,
  Letter,
  Passage,
  Proposal,
  Proposer,
  Suggestion,
} from '../case/entities';
import { leadIns, tableOf } from './passages';

/** 十三届四次会议 */
export const sessionText = (term: number, meeting: number): string =>
  `${chineseNumeral(term)}届${chineseNumeral(meeting)}次会议`;

const headingLevels = { heading2: 2, heading3: 3, heading4: 4 } as const;

function blocksOf(passages: readonly Passage[]): LetterBlock[] {
  return passages.flatMap(({ kind, body }): LetterBlock[] => {
    if (kind === 'table') return [{ type: 'table', ...tableOf(body) }];
    return body.split('\n').map((text): LetterBlock => {
      if (kind !== 'paragraph') return { type: 'heading', level: headingLevels[kind], text };
      const bold = leadIns(text);
      return bold.length > 0 ? { type: 'paragraph', text, bold } : { type: 'paragraph', text };
    });
  });
}

async function sectionFields(em: EntityManager, draftId: string): Promise<ReplyFields['sections']> {
  const sections = await em.find(DraftSection, { where: { draftId }, order: { ordinal: 'ASC' } });
  const passages = await em.find(Passage, {
    where: { sectionId: In(sections.map(({ id }) => id)) },
    order: { ordinal: 'ASC' },
  });
  const suggestions = await em.findBy(Suggestion, {
    id: In(sections.flatMap(({ suggestionId }) => suggestionId ?? [])),
  });
  return sections.map((section) => ({
    suggestion: suggestions.find(({ id }) => id === section.suggestionId) ?? null,
    heading: section.heading,
    verdict: section.verdict,
    blocks: blocksOf(passages.filter(({ sectionId }) => sectionId === section.id)),
  }));
}

/** Units by the names of today: renaming one changes the next composition. */
function handlerNames(directory: Directory, assignments: readonly Assignment[]): { name: string }[] {
  const co = assignments
    .filter((each) => each.role === 'co' && isLive(each))
    .sort((a, b) => a.ordinal - b.ordinal);
  return co.map(({ unitId }) => ({ name: directory.units.get(unitId)?.shortName ?? '' }));
}

/** The rows of a draft as the fields a letter is composed from. */
export async function letterFields(
  em: EntityManager,
  profile: PlaceProfile,
  draft: Draft,
  issue: { readonly documentNumber: string | null; readonly date: string | null },
): Promise<ReplyFields> {
  const { proposalId } = draft;
  const proposal = await em.findOneByOrFail(Proposal, { id: proposalId });
  const proposers = await em.find(Proposer, { where: { proposalId }, order: { ordinal: 'ASC' } });
  const assignments = await em.findBy(Assignment, { proposalId });
  const directory = await loadDirectory(em);
  const writer = assignments.find(({ id }) => id === draft.assignmentId);
  const issuer = { name: directory.units.get(writer?.unitId ?? '')?.name ?? '' };
  const { term, meeting } = proposal;
  const coHandlers = handlerNames(directory, assignments);
  // A copy for each unit: who is asked for an opinion stands in the list already.
  const fixed = copyRecipients(profile, proposal.kind).filter(
    ({ name }) => !coHandlers.some((co) => co.name === name),
  );
  return {
    issuer,
    ...issue,
    outcomeClass: draft.outcomeClass,
    printClass: draft.printClass,
    proposal: { number: proposal.number, title: proposal.title, kind: proposal.kind },
    session: { term, meeting, text: sessionText(term, meeting), committee: profile.committee.name },
    proposers: proposers.map(({ name, kind }) => ({ name, kind })),
    coHandlers,
    fixedRecipients: fixed,
    sections: await sectionFields(em, draft.id),
    prose: draft.prose,
    contacts: draft.contacts,
    publication: draft.publication,
    signers: [],
  };
}

/** 更正函: the same frame, and what is put right instead of sections. */
async function composeCorrection(
  ctx: { readonly em: EntityManager; readonly profile: PlaceProfile },
  draft: Draft,
  { sections: _, prose: __, kind: ___, ...frame }: ReplyFields,
): Promise<LetterModel> {
  const original = await ctx.em.findOneByOrFail(Letter, { id: draft.correctsId ?? '' });
  const { documentNumber: number, date, model } = original;
  return composeLetter(
    {
      ...frame,
      kind: 'correction',
      original: { number, date, title: model.title ?? '' },
      ...(draft.correction ?? { reason: null, supersedes: false, corrections: [] }),
    },
    letterWording(ctx.profile),
  );
}

/**
 * The letter as its rows stand now. Nothing printed is stored: number and date come with the issue.
 * @throws FuhanError `letter.template` and the like when the words cannot be composed
 */
export async function composeDraft(
  ctx: { readonly em: EntityManager; readonly profile: PlaceProfile },
  draftId: string,
  issue: { readonly documentNumber: string | null; readonly date: string | null },
): Promise<LetterModel> {
  const draft = await ctx.em.findOneByOrFail(Draft, { id: draftId });
  const fields = await letterFields(ctx.em, ctx.profile, draft, issue);
  if (draft.kind === 'correction') return composeCorrection(ctx, draft, fields);
  return composeLetter(fields, { ...letterWording(ctx.profile), ...draft.wording });
}
