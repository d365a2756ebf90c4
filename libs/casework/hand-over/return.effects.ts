import { cancelClock, meetClock, startClock } from '@fuhan/clocks';
import type { CommandContext, EffectHandler } from '../case/context';
import { Assignment, ReturnRequest } from '../case/entities';
import { tell } from '../case/tell';
import { transition } from '../case/transition';
import { coordinatingUnit } from './coordinating-unit';

const assignmentBehind = async (ctx: CommandContext, requestId: string): Promise<Assignment> => {
  const { assignmentId } = await ctx.em.findOneByOrFail(ReturnRequest, { id: requestId });
  return ctx.em.findOneByOrFail(Assignment, { id: assignmentId });
};

/** The unit that handed it over answers. */
const answeringUnit = async (ctx: CommandContext, requestId: string): Promise<string> =>
  coordinatingUnit(ctx, (await assignmentBehind(ctx, requestId)).id);

export const startAnswerClock: EffectHandler = async (ctx, { targetId: subjectId }) => {
  const unitId = await answeringUnit(ctx, subjectId);
  await startClock(ctx, 'return_answer', { proposalId: ctx.proposalId, subjectId, unitId });
  await meetClock(ctx, 'return', (await assignmentBehind(ctx, subjectId)).id);
};

export const meetAnswerClock: EffectHandler = async (ctx, { targetId }) =>
  meetClock(ctx, 'return_answer', targetId);

export const cancelAnswerClock: EffectHandler = async (ctx, { targetId }) =>
  cancelClock(ctx, 'return_answer', targetId);

export const tellCoordinators: EffectHandler = async (ctx, { targetId }) => {
  const unitId = await answeringUnit(ctx, targetId);
  tell(ctx, 'return_asked', '有一份退办或调整申请，请答复', [{ unitId, duties: ['coordinator'] }]);
};

export const tellAsker: EffectHandler = async (ctx, { action, targetId }) => {
  const { unitId } = await assignmentBehind(ctx, targetId);
  const title = action === 'returnRequest.settle' ? '退办的异议已有裁定' : '退办或调整申请已有答复';
  tell(ctx, 'return_decided', title, [{ unitId, duties: ['proposal_office'] }]);
};

/** The coordinator carries the dispute to the next rung; supervisors hear of it too. */
export const tellRung: EffectHandler = async (ctx, { targetId }) => {
  const unitId = await answeringUnit(ctx, targetId);
  tell(ctx, 'return_disputed', '承办单位对退办的答复提出异议，请提请裁定', [
    { unitId, duties: ['coordinator'] },
    { unitId: null, duties: ['supervisor'] },
  ]);
};

/** A duty that has ended leaves nothing to answer. */
export const lapseRequests: EffectHandler = async (ctx, { targetId: assignmentId }) => {
  const open = await ctx.em.findBy(ReturnRequest, [
    { assignmentId, state: 'asked' },
    { assignmentId, state: 'disputed' },
  ]);
  for (const { id } of open) await transition(ctx, 'return_request', id, 'returnRequest.lapse');
};
