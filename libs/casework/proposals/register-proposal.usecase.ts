import { type CommandInput, proposalKinds, type ProposerRole } from '@fuhan/contracts';
import { FuhanError, newId } from '@fuhan/kernel';
import { Blob } from '@fuhan/platform';
import type { Actor, PlaceProfile } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import { HistoryEntry, Proposal, Proposer, Suggestion } from '../case/entities';

export interface RegisterContext {
  readonly em: EntityManager;
  readonly actor: Actor;
  readonly now: Date;
  readonly profile: PlaceProfile;
}

type Registration = CommandInput<'proposal.register'>;

async function refuseStrangeFile({ em, actor }: RegisterContext, id: string | null): Promise<void> {
  if (id !== null && !(await em.existsBy(Blob, { id, createdBy: actor.personId }))) {
    throw new FuhanError('file.unknown');
  }
}

/** A paper to be registered; `registeredAt` is its true moment where that is not now. */
export interface NewPaper {
  readonly input: Registration;
  readonly registeredAt?: Date;
  /** What history adds to the usual sentence. */
  readonly remark?: string;
}
interface NumberedPaper extends NewPaper {
  readonly id: string;
}

const proposalRow = (ctx: RegisterContext, { id, input, registeredAt = ctx.now }: NumberedPaper): object => {
  const { proposers: _, suggestions: __, ...facts } = input;
  const profileVersion = ctx.profile.version;
  return { id, ...facts, profileVersion, registeredAt, registeredBy: ctx.actor.personId };
};

const withRole = <T extends { readonly role: ProposerRole | null }>(proposer: T, i: number) => ({
  ...proposer,
  role: proposer.role ?? (i === 0 ? 'first' : 'joint'),
});

const ordered = <T extends object>(proposalId: string, items: readonly T[]) =>
  items.map((item, i) => ({ id: newId(), proposalId, ordinal: i + 1, ...item }));

const historyRow = ({ actor, now }: RegisterContext, { id, input, remark = '' }: NumberedPaper) => ({
  proposalId: id,
  at: now,
  personId: actor.personId,
  actor: actor.name,
  action: 'proposal.register',
  objectId: id,
  words: `${remark}登记了第${input.number}号${proposalKinds[input.kind]}，分出 ${input.suggestions.length} 条建议。`,
});

/**
 * Registers papers with their proposers and suggestions, in a handful of statements however many they are. The same number of the same
 * session is there only once, however many register it at once.
 * @returns their ids in order; null for one whose number is taken
 */
export async function registerPapers(
  ctx: RegisterContext,
  papers: readonly NewPaper[],
): Promise<(string | null)[]> {
  const numbered = papers.map((paper): NumberedPaper => ({ ...paper, id: newId() }));
  const inserted = await ctx.em
    .createQueryBuilder()
    .insert()
    .into(Proposal)
    .values(numbered.map((paper) => proposalRow(ctx, paper)))
    .orIgnore()
    .returning('id')
    .execute();
  const taken = new Set((inserted.raw as { id: string }[]).map(({ id }) => id));
  const there = numbered.filter(({ id }) => taken.has(id));
  if (there.length > 0) {
    await ctx.em.insert(
      Proposer,
      there.flatMap(({ id, input }) => ordered(id, input.proposers.map(withRole))),
    );
    await ctx.em.insert(
      Suggestion,
      there.flatMap(({ id, input }) => ordered(id, input.suggestions)),
    );
    await ctx.em.insert(
      HistoryEntry,
      there.map((paper) => historyRow(ctx, paper)),
    );
  }
  return numbered.map(({ id }) => (taken.has(id) ? id : null));
}

/**
 * 登记: a proposal with its proposers and suggestions. It pins the profile of today.
 * @throws FuhanError `proposal.kind-not-here`, `proposal.duplicate`, `file.unknown`
 */
export async function registerProposal(ctx: RegisterContext, input: Registration): Promise<{ id: string }> {
  const { kind, term, meeting, number } = input;
  const { profile } = ctx;
  if (!profile.kinds.includes(kind))
    throw new FuhanError('proposal.kind-not-here', { place: profile.name, kind: proposalKinds[kind] });
  await refuseStrangeFile(ctx, input.originalFileId);
  const [id] = await registerPapers(ctx, [{ input }]);
  if (!id) throw new FuhanError('proposal.duplicate', { session: `${term}届${meeting}次会议`, number });
  return { id };
}
