import { FuhanError } from '@fuhan/kernel';
import {
  type ActionName,
  actionLabel,
  type AggregateName,
  type StateOf,
  stateLabel,
  transitionOf,
} from '@fuhan/rules';
import { Deadline } from '@fuhan/clocks';
import type { EntityTarget, ObjectLiteral } from 'typeorm';
import type { CommandContext } from './context';
import { personOf } from './outside-actor';
import {
  Assignment,
  Commitment,
  Confirmation,
  ContactRecord,
  Contribution,
  Delivery,
  Draft,
  Extension,
  HistoryEntry,
  Letter,
  Opinion,
  OutsideLink,
  Publication,
  Rating,
  Redo,
  ReturnRequest,
  ReviewStep,
} from './entities';

interface Entities {
  assignment: Assignment;
  return_request: ReturnRequest;
  opinion: Opinion;
  draft: Draft;
  review_step: ReviewStep;
  letter: Letter;
  delivery: Delivery;
  outside_link: OutsideLink;
  contact_record: ContactRecord;
  contribution: Contribution;
  confirmation: Confirmation;
  commitment: Commitment;
  publication: Publication;
  rating: Rating;
  redo: Redo;
  deadline: Deadline;
  extension: Extension;
}

const entityOf: { readonly [A in AggregateName]: EntityTarget<ObjectLiteral> } = {
  assignment: Assignment,
  return_request: ReturnRequest,
  opinion: Opinion,
  draft: Draft,
  review_step: ReviewStep,
  letter: Letter,
  delivery: Delivery,
  outside_link: OutsideLink,
  contact_record: ContactRecord,
  contribution: Contribution,
  confirmation: Confirmation,
  commitment: Commitment,
  publication: Publication,
  rating: Rating,
  redo: Redo,
  deadline: Deadline,
  extension: Extension,
};

const rowOf = (aggregate: AggregateName, action: ActionName) => {
  const row = transitionOf(aggregate, action);
  if (!row) throw new Error(`the ${aggregate} table has no row for ${action}`);
  return row;
};

async function runEffects(
  ctx: CommandContext,
  aggregate: AggregateName,
  action: ActionName,
  targetId: string,
): Promise<void> {
  for (const effect of rowOf(aggregate, action).effects ?? [])
    await ctx.effects[effect](ctx, { action, targetId });
}

/**
 * Changes one aggregate's state by its table, in one guarded UPDATE, then runs the row's effects. The loser of a race finds
 * no row and is told so.
 * @param patch the columns that change with the state
 * @throws FuhanError `state.moved-on`
 */
export async function transition<A extends AggregateName>(
  ctx: CommandContext,
  aggregate: A,
  id: string,
  action: ActionName,
  patch: Partial<Omit<Entities[A], 'id' | 'state'>> = {},
): Promise<void> {
  const row = rowOf(aggregate, action);
  const result = await ctx.em
    .createQueryBuilder()
    .update(entityOf[aggregate])
    .set({ ...patch, state: row.to })
    .where('id = :id AND state = ANY(:from)', { id, from: row.from })
    .execute();
  if (result.affected === 0) {
    const found = await ctx.em.findOneBy(entityOf[aggregate], { id });
    const state = stateLabel(aggregate, String(found?.['state']));
    throw new FuhanError('state.moved-on', { action: actionLabel(action), state });
  }
  await runEffects(ctx, aggregate, action, id);
}

/** The state in which an action brings an aggregate into being. */
export const firstState = <A extends AggregateName>(aggregate: A, action: ActionName): StateOf<A> =>
  rowOf(aggregate, action).to as StateOf<A>;

/** Runs the effects of a row that made something new, once all of it is there. */
export const made = (
  ctx: CommandContext,
  aggregate: AggregateName,
  action: ActionName,
  targetId: string,
): Promise<void> => runEffects(ctx, aggregate, action, targetId);

/**
 * Writes into the case's history what was done, in words a clerk would use.
 * @param before what stood there until now, for a step that can be taken back
 */
export async function record(
  ctx: CommandContext,
  action: ActionName,
  objectId: string,
  words: string,
  before: object | null = null,
): Promise<void> {
  await ctx.em.insert(HistoryEntry, {
    proposalId: ctx.proposalId,
    at: ctx.now,
    personId: personOf(ctx.actor),
    actor: ctx.actor.name,
    action,
    objectId,
    words,
    before,
  });
}
