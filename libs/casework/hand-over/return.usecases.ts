import { restartClock } from '@fuhan/clocks';
import { FuhanError, newId } from '@fuhan/kernel';
import { returnFault, type ReturnWish } from '@fuhan/rules';
import type { CommandContext } from '../case/context';
import { Assignment, ReturnRequest } from '../case/entities';
import { tell } from '../case/tell';
import { firstState, made, record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { liveAssignments, unitName, unitNamed } from './place-handlers';
import { say } from './statements';

interface Wish {
  readonly wish: ReturnWish;
  readonly unitId: string | null;
  readonly reason: string;
}

async function ask(
  ctx: CommandContext,
  action: 'assignment.requestReturn' | 'assignment.signAndAskFor',
  assignmentId: string,
  { wish, unitId, reason }: Wish,
): Promise<string> {
  const id = newId();
  await ctx.em.insert(ReturnRequest, {
    id,
    proposalId: ctx.proposalId,
    assignmentId,
    wish,
    state: firstState('return_request', action),
    decision: null,
    requestedAt: ctx.now,
  });
  await say(ctx, id, 'asked', { unitId, words: reason });
  await made(ctx, 'return_request', action, id);
  return id;
}

/** The unit a handler names: there, and not the handler itself. */
async function assertOther(ctx: CommandContext, unitId: string | null): Promise<string> {
  if (unitId === null) return '';
  const { shortName } = await unitNamed(ctx, unitId);
  if (unitId === ctx.actor.unitId)
    throw new FuhanError('guard.failed', { detail: '这里要选别的单位，不能选本单位。' });
  return shortName;
}

/** 申请退办: not ours, with a reason and who should take it. Until it is decided the duty and its clocks go on. */
export const requestReturn: UseCase<'assignment.requestReturn'> = async (ctx, input, targetId) => {
  const fault = returnFault(input.wish, input.unitId);
  if (fault !== null) throw new FuhanError('guard.failed', { detail: fault });
  const taker = await assertOther(ctx, input.unitId);
  const wished = {
    other_unit: `建议由${taker}承办`,
    co_handle: `建议由${taker}承办，本单位改为会办`,
    nobody: '提不出应由哪个单位承办',
  }[input.wish];
  const own = await unitName(ctx, ctx.actor.unitId);
  await record(ctx, 'assignment.requestReturn', targetId, `${own}申请退办，${wished}：${input.reason}`);
  return { id: await ask(ctx, 'assignment.requestReturn', targetId, input) };
};

/** 签收并请求增加会办: takes the duty on, and asks the coordinator for one more co-handler. */
export const signAndAskFor: UseCase<'assignment.signAndAskFor'> = async (
  ctx,
  { unitId, reason },
  targetId,
) => {
  const wanted = await assertOther(ctx, unitId);
  if (liveAssignments(ctx).some((each) => each.unitId === unitId))
    throw new FuhanError('guard.failed', { detail: `${wanted}已经在承办单位里。` });
  const own = await unitName(ctx, ctx.actor.unitId);
  await record(ctx, 'assignment.signAndAskFor', targetId, `${own}签收，请求增加${wanted}会办：${reason}`);
  await transition(ctx, 'assignment', targetId, 'assignment.signAndAskFor', {
    signedAt: ctx.now,
    signedBy: ctx.actor.personId,
  });
  return { id: await ask(ctx, 'assignment.signAndAskFor', targetId, { wish: 'one_more', unitId, reason }) };
};

/** 重新开放退办: the window runs once more from today. */
export const reopenReturn: UseCase<'assignment.reopenReturn'> = async (ctx, { reason }, targetId) => {
  const { unitId, drafterId } = await ctx.em.findOneByOrFail(Assignment, { id: targetId });
  await record(
    ctx,
    'assignment.reopenReturn',
    targetId,
    `对${await unitName(ctx, unitId)}重新开放退办：${reason}`,
  );
  await ctx.em.update(Assignment, { id: targetId }, { returnReopenedAt: ctx.now });
  await restartClock(ctx, 'return', targetId);
  tell(ctx, 'return_reopened', '交办人员重新开放了退办申请', [
    { unitId, duties: ['proposal_office'] },
    ...(drafterId ? [{ personId: drafterId }] : []),
  ]);
  return { id: targetId };
};
