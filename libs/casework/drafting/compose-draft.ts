import {
  composeLetter,
  chineseNumeral,
  type LetterBlock,
  type LetterModel,
  type ReplyFields,
} from '@fuhan/letter-engine';
import { type Directory, loadDirectory } from '@fuhan/identity';
import {
  addresseesOf,
  copyRecipients,
  isLive,
  letterWording,
  mergedWording,
  type PlaceProfile,
  wordsOfKind,
} from '@fuhan/rules';
import { type EntityManager, In } from 'typeorm';
import { Assignment, Draft, DraftSection, Letter, Passage, Proposal, Suggestion } from '../case/entities';
import { answeredBy, proposalsOf, proposersOf } from '../merging/answered';
import { leadIns, tableOf } from './passages';
import { wordingOf } from './wording-of';

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

/** How the place prints the class, and whether it prints who signed. */
function printedMarks(
  { wording: { print }, classes }: PlaceProfile,
  { outcomeClass }: Draft,
): Pick<ReplyFields, 'classSpot' | 'classText' | 'printSigners'> {
  const printed = classes.find(({ key }) => key === outcomeClass)?.printed ?? null;
  return {
    classSpot: print.classSpot === 'above-mark' ? null : print.classSpot,
    classText: printed === `（${outcomeClass ?? ''}类）` ? null : printed,
    printSigners: print.signer,
  };
}

/** Whoever approved the last stage of the newest round: 签发人. */
const signersOf = (em: EntityManager, draftId: string): Promise<{ name: string }[]> =>
  em.query(
    `SELECT p.name FROM review_step s JOIN person p ON p.id = s.decided_by
     WHERE s.draft_id = $1 AND s.state = 'approved' AND (s.round, s.stage) = (
       SELECT n.round, n.stage FROM review_step n WHERE n.draft_id = $1 AND n.state = 'approved' ORDER BY n.round DESC, n.stage DESC LIMIT 1)
     ORDER BY s.ordinal`,
    [draftId],
  );

/** The rows of a draft as the fields a letter is composed from. */
export async function letterFields(
  em: EntityManager,
  profile: PlaceProfile,
  draft: Draft,
  issue: { readonly documentNumber: string | null; readonly date: string | null },
  answered: Answered,
): Promise<ReplyFields> {
  const { proposalId } = draft;
  const [proposal] = answered;
  const proposers = await proposersOf(em, answered);
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
    proposals: answered.length > 1 ? answered.map(({ number, title }) => ({ number, title })) : [],
    proposers: answered.flatMap(({ id }) =>
      addresseesOf(
        profile,
        proposers.filter((each) => each.proposalId === id),
        wordsOfKind(profile, proposal.kind).member,
      ),
    ),
    coHandlers,
    fixedRecipients: fixed,
    sections: await sectionFields(em, draft.id),
    prose: draft.prose,
    contacts: draft.contacts,
    publication: draft.publication,
    ...printedMarks(profile, draft),
    // Who signs is known for good once the letter is numbered.
    signers: issue.date === null ? [] : await signersOf(em, draft.id),
  };
}

/** The proposals that one letter answers; it has its number, title and words from the first. */
export type Answered = readonly [Proposal, ...Proposal[]];

/**
 * The letters a draft becomes, by what each answers: as the place has it for merged proposals one for all or one for each. A 更正函 answers
 * what the letter answered that it corrects.
 */
export async function lettersOf(
  { em, profile }: { readonly em: EntityManager; readonly profile: PlaceProfile },
  { proposalId, correctsId }: Draft,
): Promise<readonly [Answered, ...Answered[]]> {
  const original = correctsId === null ? null : await em.findOneByOrFail(Letter, { id: correctsId });
  const [first, ...others] = original ? await answeredBy(em, original) : await proposalsOf(em, proposalId);
  if (!first) throw new Error('a letter answers at least one proposal');
  return original !== null || profile.merging === 'common_letter'
    ? [[first, ...others]]
    : [[first], ...others.map((other): Answered => [other])];
}

/** 更正函: the same frame, and what is put right instead of sections. */
async function composeCorrection(
  ctx: { readonly em: EntityManager; readonly words: PlaceProfile },
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
    letterWording(ctx.words),
  );
}

/**
 * The letter as its rows stand now. Nothing printed is stored: number and date come with the issue.
 * @param ctx the case's profile; `wording` puts another place's words around it than those the draft was opened with
 * @param letter what it answers; by itself the first of the letters the draft becomes
 * @throws FuhanError `letter.template` and the like when the words cannot be composed
 */
export async function composeDraft(
  ctx: { readonly em: EntityManager; readonly profile: PlaceProfile; readonly wording?: PlaceProfile },
  draftId: string,
  issue: { readonly documentNumber: string | null; readonly date: string | null },
  letter?: Answered,
): Promise<LetterModel> {
  const draft = await ctx.em.findOneByOrFail(Draft, { id: draftId });
  const answered = letter ?? (await lettersOf(ctx, draft))[0];
  const fields = await letterFields(ctx.em, ctx.profile, draft, issue, answered);
  const words = ctx.wording ?? (await wordingOf(ctx, draft));
  if (draft.kind === 'correction') return composeCorrection({ em: ctx.em, words }, draft, fields);
  const several = answered.length > 1 ? mergedWording(words) : {};
  return composeLetter(fields, { ...letterWording(words), ...several, ...draft.wording });
}
