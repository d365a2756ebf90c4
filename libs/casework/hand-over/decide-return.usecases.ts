import { FuhanError } from '@fuhan/kernel';
import { decisionFault, guards, type ReturnDecision } from '@fuhan/rules';
import type { CommandContext } from '../case/context';
import { Assignment, Draft, ReturnRequest } from '../case/entities';
import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { addUnit, nameLead } from './change-handlers.usecases';
import { liveAssignments, nextOrdinal, placeHandlers, unitName, unitNamed } from './place-handlers';
import { say } from './statements';

interface Answer {
  readonly decision: ReturnDecision;
  readonly unitId: string | null;
}

/** The duty goes to another unit, with a clock of its own; a unit that helped already leads from now on. */
async function move(ctx: CommandContext, request: ReturnRequest, unitId: string): Promise<void> {
  const old = await ctx.em.findOneByOrFail(Assignment, { id: request.assignmentId });
  // A reply that was numbered while the request was open stays its writer's.
  const out = await ctx.em.findOneBy(Draft, { assignmentId: old.id, state: 'issued' });
  if (out)
    throw new FuhanError('guard.failed', {
      detail: '该单位的答复函已经发文，不能再改交。请维持原交办，或先撤回答复函。',
    });
  const { shortName } = await unitNamed(ctx, unitId);
  const present = liveAssignments(ctx).find((each) => each.unitId === unitId);
  if (present && (old.role === 'co' || present.role === 'separate' || present.id === old.id))
    throw new FuhanError('guard.failed', { detail: `${shortName}已经在承办单位里，请另选一家。` });
  const endReason = `改由${shortName}承办`;
  await transition(ctx, 'assignment', old.id, 'assignment.return', { endedAt: ctx.now, endReason });
  if (present)
    await transition(ctx, 'assignment', present.id, 'assignment.remove', { endedAt: ctx.now, endReason });
  const { role, question, ordinal } = old;
  await placeHandlers(ctx, 'assignment.place', [{ unitId, role, question }], ordinal);
  if (request.wish === 'co_handle' && (role === 'lead' || role === 'sole')) {
    const helper = { unitId: old.unitId, role: 'co' as const, question: null };
    await placeHandlers(ctx, 'assignment.place', [helper], nextOrdinal(ctx));
  }
  await nameLead(ctx);
}

/** Another unit joins: beside those that answer apart as one of them, else as a co-handler. */
async function add(ctx: CommandContext, request: ReturnRequest, unitId: string): Promise<void> {
  const fault = guards.jointReplyOpen(ctx.snapshot, ctx.proposalId);
  if (fault !== null) throw new FuhanError('guard.failed', { detail: fault });
  const { role } = await ctx.em.findOneByOrFail(Assignment, { id: request.assignmentId });
  await addUnit(ctx, unitId, role === 'separate' ? 'separate' : 'co', null);
}

/** Checks an answer and carries it out. @returns what it says, in words */
async function carryOut(ctx: CommandContext, request: ReturnRequest, answer: Answer): Promise<string> {
  const fault = decisionFault(request.wish, answer.decision, answer.unitId);
  if (fault !== null) throw new FuhanError('guard.failed', { detail: fault });
  const keeping = request.wish === 'one_more' ? '不增加会办单位' : '维持原交办';
  if (answer.unitId === null) return keeping;
  const { shortName } = await unitNamed(ctx, answer.unitId);
  if (answer.decision === 'move') await move(ctx, request, answer.unitId);
  else await add(ctx, request, answer.unitId);
  return answer.decision === 'move' ? `改交${shortName}承办` : `增加${shortName}`;
}

const asker = async (ctx: CommandContext, request: ReturnRequest): Promise<string> => {
  const { unitId } = await ctx.em.findOneByOrFail(Assignment, { id: request.assignmentId });
  return unitName(ctx, unitId);
};

const rungName = (ctx: CommandContext, rung: 0 | 1): string =>
  ctx.profile.handOver.returns.ladder[rung]?.name ?? '';

/** 答复申请: the coordinator keeps, moves or adds, in words. */
export const decideReturn: UseCase<'returnRequest.decide'> = async (ctx, { words, ...answer }, id) => {
  const request = await ctx.em.findOneByOrFail(ReturnRequest, { id });
  const rung = rungName(ctx, 0);
  await transition(ctx, 'return_request', id, 'returnRequest.decide', { decision: answer.decision });
  await say(ctx, id, 'decided', { ...answer, words, rung });
  const done = await carryOut(ctx, request, answer);
  const about = await asker(ctx, request);
  await record(ctx, 'returnRequest.decide', id, `${rung}答复${about}的申请：${done}。${words}`);
  return { id };
};

/** 提出异议: once, in writing, to the next rung. Until it is settled the duty and its clocks go on. */
export const disputeReturn: UseCase<'returnRequest.dispute'> = async (ctx, { words }, id) => {
  const about = await unitName(ctx, ctx.actor.unitId);
  await say(ctx, id, 'disputed', { unitId: null, words });
  await record(
    ctx,
    'returnRequest.dispute',
    id,
    `${about}对维持原交办提出异议，提请${rungName(ctx, 1)}裁定：${words}`,
  );
  await transition(ctx, 'return_request', id, 'returnRequest.dispute');
  return { id };
};

/** 登记裁定: what the rung has ruled, entered with the day of its document; final. */
export const settleReturn: UseCase<'returnRequest.settle'> = async (ctx, input, id) => {
  const { words, dated, ...answer } = input;
  if (dated > ctx.today) throw new FuhanError('guard.failed', { detail: '裁定的日期不能晚于今天，请核对。' });
  const request = await ctx.em.findOneByOrFail(ReturnRequest, { id });
  const rung = rungName(ctx, 1);
  await transition(ctx, 'return_request', id, 'returnRequest.settle', { decision: answer.decision });
  await say(ctx, id, 'settled', { ...answer, words, dated, rung });
  const done = await carryOut(ctx, request, answer);
  const about = await asker(ctx, request);
  await record(ctx, 'returnRequest.settle', id, `${rung}裁定${about}的异议：${done}。${words}`);
  return { id };
};
