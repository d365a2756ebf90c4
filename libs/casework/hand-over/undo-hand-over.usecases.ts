import { chineseDate, FuhanError } from '@fuhan/kernel';
import { IsNull } from 'typeorm';
import type { CommandContext } from '../case/context';
import { Proposal } from '../case/entities';
import { tell } from '../case/tell';
import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { liveAssignments } from './place-handlers';

/** Ends every duty that stands; what was done stays as history. */
export async function endAll(
  ctx: CommandContext,
  action: 'assignment.recall' | 'assignment.withdraw' | 'assignment.merge',
  reason: string,
): Promise<void> {
  for (const { id } of liveAssignments(ctx))
    await transition(ctx, 'assignment', id, action, { endedAt: ctx.now, endReason: reason });
}

const tellLeader = (ctx: CommandContext, title: string): void => {
  const { supervisorId } = ctx.snapshot.proposal;
  if (supervisorId) tell(ctx, 'supervised', title, [{ personId: supervisorId }]);
};

/** 撤回交办: a wrong hand-over is undone, and the proposal may be handed over again. */
export const recallHandOver: UseCase<'proposal.recall'> = async (ctx, { reason }, proposalId) => {
  await record(ctx, 'proposal.recall', proposalId, `撤回交办：${reason}`);
  await endAll(ctx, 'assignment.recall', reason);
  tellLeader(ctx, '您督办的重点提案撤回了交办');
  return { id: proposalId };
};

/** 登记撤案: the proposer takes the proposal back, in writing. */
export const withdrawProposal: UseCase<'proposal.withdraw'> = async (
  ctx,
  { reason, documentOn },
  proposalId,
) => {
  if (documentOn > ctx.today)
    throw new FuhanError('guard.failed', { detail: '撤案函的日期不能晚于今天，请核对。' });
  await record(
    ctx,
    'proposal.withdraw',
    proposalId,
    `提案者撤案（${chineseDate(documentOn)}来函）：${reason}`,
  );
  await ctx.em.update(
    Proposal,
    { id: proposalId, withdrawnAt: IsNull() },
    {
      withdrawnAt: ctx.now,
      withdrawnBy: ctx.actor.personId,
      withdrawnOn: documentOn,
      withdrawalReason: reason,
    },
  );
  await endAll(ctx, 'assignment.withdraw', reason);
  tellLeader(ctx, '您督办的重点提案已撤案');
  return { id: proposalId };
};
