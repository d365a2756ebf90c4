import {
  type Finding,
  letterChecks,
  type LintCase,
  lintContext,
  lintLetter,
  type LintUnit,
  toldWithPlace,
} from '@fuhan/letter-engine';
import { loadAliases, loadDirectory } from '@fuhan/identity';
import { bodyOf, isLive, letterLint, type PlaceProfile } from '@fuhan/rules';
import { type EntityManager, In } from 'typeorm';
import { Assignment, ContactRecord, Draft, Letter, type Overrule, Suggestion } from '../case/entities';
import { responsibleFor } from '../policies/responsible.queries';
import { type Answered, composeDraft, lettersOf } from './compose-draft';

/** What number and date a letter gets; both null while it is a draft. */
export interface Issue {
  readonly documentNumber: string | null;
  readonly date: string | null;
}
export const NOT_ISSUED: Issue = { documentNumber: null, date: null };

/** So many other letters of the unit are compared for boilerplate: the newest ones. */
const OTHER_LETTERS = 20;

/** The units of the house, as it knows them today: renaming one changes what the checks know. */
async function lintUnits(em: EntityManager): Promise<LintUnit[]> {
  const { units } = await loadDirectory(em);
  const aliases = await loadAliases(em);
  return [...units.values()].map(({ id, name, shortName }) => ({
    name,
    shortName,
    aliases: aliases.get(id) ?? [],
  }));
}

async function otherLetters(em: EntityManager, draft: Draft): Promise<string[]> {
  const rows = await em
    .createQueryBuilder(Letter, 'letter')
    .innerJoin(Draft, 'draft', 'draft.id = letter.draftId')
    .innerJoin(Assignment, 'own', 'own.id = draft.assignmentId')
    .innerJoin(Assignment, 'mine', 'mine.id = :assignment', { assignment: draft.assignmentId })
    .where('own.unitId = mine.unitId AND letter.draftId <> :draft', { draft: draft.id })
    .orderBy('letter.issuedAt', 'DESC')
    .limit(OTHER_LETTERS)
    .getMany();
  return rows.map(({ text }) => text);
}

async function factsOf(
  em: EntityManager,
  draft: Draft,
  issue: Issue,
  [answered, ...others]: Answered,
): Promise<LintCase> {
  const { proposalId } = draft;
  const { number, title, kind } = answered;
  const { units } = await loadDirectory(em);
  const assignments = await em.find(Assignment, { where: { proposalId }, order: { ordinal: 'ASC' } });
  const suggestions = await em.find(Suggestion, { where: { proposalId }, order: { ordinal: 'ASC' } });
  return {
    proposal: { number, title, kind: bodyOf(kind) },
    others: others.map((each) => each.number),
    asked: assignments
      .filter((each) => each.role !== 'reference' && isLive(each))
      .map(({ unitId }) => units.get(unitId)?.shortName ?? ''),
    suggestions: suggestions.map((each) => each.title),
    responsible: await responsibleFor(
      em,
      suggestions.map((each) => each.title),
    ),
    contactRecorded: await em.existsBy(ContactRecord, {
      assignmentId: draft.assignmentId,
      state: In(['recorded', 'confirmed']),
    }),
    otherLetters: await otherLetters(em, draft),
    issued: issue.date !== null,
  };
}

/** The slips the place's checks find in a draft as its rows stand now, with the number and date it is to get. */
export async function draftFindings(
  ctx: { readonly em: EntityManager; readonly profile: PlaceProfile },
  draftId: string,
  issue: Issue = NOT_ISSUED,
  letter?: Answered,
): Promise<Finding[]> {
  const { em, profile } = ctx;
  const draft = await em.findOneByOrFail(Draft, { id: draftId });
  const answered = letter ?? (await lettersOf(ctx, draft))[0];
  const { place, settings } = letterLint(profile);
  const context = lintContext(
    { ...place, units: await lintUnits(em) },
    { settings, case: await factsOf(em, draft, issue, answered) },
  );
  return lintLetter(await composeDraft(ctx, draftId, issue, answered), context);
}

/** How a finding is named where the signer lets it stand: its check and its words on one line. */
export const findingKey = ({ id, excerpt }: Pick<Finding, 'id' | 'excerpt'>): string =>
  `${id}|${excerpt.replace(/\s+/g, ' ').trim()}`.slice(0, 500);

const covers = ({ checkId, excerpt }: Overrule, finding: Finding): boolean =>
  excerpt === '' ? checkId === finding.id : findingKey({ id: checkId, excerpt }) === findingKey(finding);

/** Whether the signer lets a finding stand. */
export const isOverruled = (finding: Finding, overrules: readonly Overrule[]): boolean =>
  overrules.some((each) => covers(each, finding));

/** The red findings nobody has let stand: they block signing and issuing. */
export const blocking = (findings: readonly Finding[], overrules: readonly Overrule[]): Finding[] =>
  findings.filter((finding) => finding.severity === 'red' && !isOverruled(finding, overrules));

/** What the signer may let stand now: what blocks, and beforehand what only number and date will show. */
export function overrulable(
  findings: readonly Finding[],
  overrules: readonly Overrule[],
): { key: string; label: string }[] {
  const now = blocking(findings, overrules).map((finding) => ({
    key: findingKey(finding),
    label: toldWithPlace(finding),
  }));
  const atIssue = letterChecks
    .filter(({ id, atIssue: late }) => late === true && !overrules.some(({ checkId }) => checkId === id))
    .map(({ id, name }) => ({ key: findingKey({ id, excerpt: '' }), label: `编号发文时的“${name}”` }));
  return [...now, ...atIssue];
}
