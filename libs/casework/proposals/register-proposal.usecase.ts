import type { CommandInput } from '@fuhan/contracts';
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

/**
 * 登记: a proposal with its proposers and suggestions. It pins the profile of today.
 * @throws FuhanError `proposal.duplicate`, `file.unknown`
 */
export async function registerProposal(
  ctx: RegisterContext,
  input: CommandInput<'proposal.register'>,
): Promise<{ id: string }> {
  const { em, actor, now } = ctx;
  const { proposers, suggestions, originalFileId, ...facts } = input;
  const { kind, term, meeting, number } = facts;
  if (
    originalFileId !== null &&
    !(await em.existsBy(Blob, { id: originalFileId, createdBy: actor.personId }))
  ) {
    throw new FuhanError('file.unknown');
  }
  const id = newId();
  const inserted = await em
    .createQueryBuilder()
    .insert()
    .into(Proposal)
    .values({
      id,
      ...facts,
      originalFileId,
      profileVersion: ctx.profile.version,
      registeredAt: now,
      registeredBy: actor.personId,
    })
    .orIgnore()
    .returning('id')
    .execute();
  if ((inserted.raw as unknown[]).length === 0) {
    throw new FuhanError('proposal.duplicate', { session: `${term}届${meeting}次会议`, number });
  }
  const onProposal = { proposalId: id };
  await em.insert(
    Proposer,
    proposers.map((proposer, i) => ({ id: newId(), ...onProposal, ordinal: i + 1, ...proposer })),
  );
  await em.insert(
    Suggestion,
    suggestions.map((suggestion, i) => ({ id: newId(), ...onProposal, ordinal: i + 1, ...suggestion })),
  );
  await em.insert(HistoryEntry, {
    ...onProposal,
    at: now,
    personId: actor.personId,
    actor: actor.name,
    action: 'proposal.register',
    objectId: id,
    words: `登记了第${number}号${kind === 'plenary' ? '大会提案' : '平时提案'}，分出 ${suggestions.length} 条建议。`,
  });
  return { id };
}
