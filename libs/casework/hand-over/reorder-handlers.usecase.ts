import { FuhanError } from '@fuhan/kernel';
import { Assignment } from '../case/entities';
import { record } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { liveAssignments } from './place-handlers';

/** 调整会办顺序: the order in which the opening and the copy-to list name the co-handlers. */
export const reorderHandlers: UseCase<'proposal.reorderHandlers'> = async (ctx, { unitIds }) => {
  const co = liveAssignments(ctx).filter(({ role }) => role === 'co');
  const complete = new Set(unitIds).size === co.length && co.every(({ unitId }) => unitIds.includes(unitId));
  if (!complete || unitIds.length !== co.length) {
    throw new FuhanError('guard.failed', { detail: '新的顺序里，每个会办单位要出现一次且只出现一次。' });
  }
  const first = Math.min(...co.map(({ ordinal }) => ordinal));
  for (const assignment of co) {
    await ctx.em.update(
      Assignment,
      { id: assignment.id },
      { ordinal: first + unitIds.indexOf(assignment.unitId) },
    );
  }
  await record(ctx, 'proposal.reorderHandlers', ctx.proposalId, '调整了会办单位的顺序。');
  return { id: ctx.proposalId };
};
