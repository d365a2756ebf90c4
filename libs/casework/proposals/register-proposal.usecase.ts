import { type CommandInput, proposalKinds } from '@fuhan/contracts';
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

/** The proposal's own row; the same number of the same session is there only once, however many register it at once. */
async function insertProposal(ctx: RegisterContext, id: string, input: Registration): Promise<void> {
  const { proposers: _, suggestions: __, ...facts } = input;
  const { term, meeting, number } = facts;
  const inserted = await ctx.em
    .createQueryBuilder()
    .insert()
    .into(Proposal)
    .values({
      id,
      ...facts,
      profileVersion: ctx.profile.version,
      registeredAt: ctx.now,
      registeredBy: ctx.actor.personId,
    })
    .orIgnore()
    .returning('id')
    .execute();
  if ((inserted.raw as unknown[]).length > 0) return;
  throw new FuhanError('proposal.duplicate', { session: `${term}届${meeting}次会议`, number });
}

/**
 * 登记: a proposal with its proposers and suggestions. It pins the profile of today.
 * @throws FuhanError `proposal.kind-not-here`, `proposal.duplicate`, `file.unknown`
 */
export async function registerProposal(ctx: RegisterContext, input: Registration): Promise<{ id: string }> {
  const { em, actor, now, profile } = ctx;
  if (!profile.kinds.includes(input.kind))
    throw new FuhanError('proposal.kind-not-here', { place: profile.name, kind: proposalKinds[input.kind] });
  await refuseStrangeFile(ctx, input.originalFileId);
  const id = newId();
  await insertProposal(ctx, id, input);
  const rows = <T extends object>(items: readonly T[]) =>
    items.map((item, i) => ({ id: newId(), proposalId: id, ordinal: i + 1, ...item }));
  await em.insert(Proposer, rows(input.proposers));
  await em.insert(Suggestion, rows(input.suggestions));
  await em.insert(HistoryEntry, {
    proposalId: id,
    at: now,
    personId: actor.personId,
    actor: actor.name,
    action: 'proposal.register',
    objectId: id,
    words: `登记了第${input.number}号${proposalKinds[input.kind]}，分出 ${input.suggestions.length} 条建议。`,
  });
  return { id };
}
