import { rungWays } from '@fuhan/contracts';
import { FuhanError, shanghaiDate } from '@fuhan/kernel';
import { Unit } from '@fuhan/identity';
import type { CommandContext } from '../case/context';
import { Assignment, Letter, Redo } from '../case/entities';
import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';

const decided = (ctx: CommandContext, reason: string) => ({
  decidedAt: ctx.now,
  decidedBy: ctx.actor.personId,
  reason: reason || null,
});

async function unitOf(ctx: CommandContext, { assignmentId }: Redo): Promise<string> {
  const { unitId } = await ctx.em.findOneByOrFail(Assignment, { id: assignmentId });
  return (await ctx.em.findOneByOrFail(Unit, { id: unitId })).shortName;
}

/** 交办重新办理: the unit answers a second time; its first letter stays. */
export const orderRedo: UseCase<'redo.order'> = async (ctx, { reason }, targetId) => {
  const redo = await ctx.em.findOneByOrFail(Redo, { id: targetId });
  await record(ctx, 'redo.order', targetId, `交办${await unitOf(ctx, redo)}重新办理：${reason}`);
  await transition(ctx, 'redo', targetId, 'redo.order', decided(ctx, reason));
  return { id: targetId };
};

/** 不再重新办理: with the reason, which stays on file. */
export const declineRedo: UseCase<'redo.decline'> = async (ctx, { reason }, targetId) => {
  await record(ctx, 'redo.decline', targetId, `决定不再重新办理：${reason}`);
  await transition(ctx, 'redo', targetId, 'redo.decline', decided(ctx, reason));
  return { id: targetId };
};

/** 当面协商, 专门说明: the rung after the last round. */
export const recordNextRung: UseCase<'redo.recordNextRung'> = async (ctx, input, targetId) => {
  const { letterId } = await ctx.em.findOneByOrFail(Redo, { id: targetId });
  const { issuedAt } = await ctx.em.findOneByOrFail(Letter, { id: letterId });
  if (input.on < shanghaiDate(issuedAt) || input.on > ctx.today)
    throw new FuhanError('guard.failed', {
      detail: '日期应在第二次答复之后、今天之前。请核对后再记。',
    });
  const { way, on, people, outcome } = input;
  await record(
    ctx,
    'redo.recordNextRung',
    targetId,
    `${on} ${rungWays[way]}（${people}参加），结果：${outcome}`,
  );
  await transition(ctx, 'redo', targetId, 'redo.recordNextRung', {
    ...decided(ctx, ''),
    rung: { way, on, people, outcome },
  });
  return { id: targetId };
};
