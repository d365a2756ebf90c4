import { meetClock, reopenClock } from '@fuhan/clocks';
import { isLive, writesReply } from '@fuhan/rules';
import type { CommandContext, EffectHandler } from '../case/context';
import { Assignment, Opinion } from '../case/entities';
import { type Audience, tell } from '../case/tell';
import { transition } from '../case/transition';
import { tellNextEndorsers } from './next-endorsers';

const assignmentOf = async (ctx: CommandContext, opinionId: string): Promise<Assignment> => {
  const { assignmentId } = await ctx.em.findOneByOrFail(Opinion, { id: opinionId });
  return ctx.em.findOneByOrFail(Assignment, { id: assignmentId });
};

/** Whoever works on it: the named drafter, or the unit's 提案办 until one is named. */
const workersOf = ({ unitId, drafterId }: Assignment): Audience =>
  drafterId ? { personId: drafterId } : { unitId, duties: ['proposal_office'] };

export const meetOpinionClock: EffectHandler = async (ctx, { targetId }) =>
  meetClock(ctx, 'opinion', (await assignmentOf(ctx, targetId)).id);

export const reopenOpinionClock: EffectHandler = async (ctx, { targetId }) =>
  reopenClock(ctx, 'opinion', (await assignmentOf(ctx, targetId)).id);

export const tellLeadDrafter: EffectHandler = async (ctx) => {
  const assignments = await ctx.em.findBy(Assignment, { proposalId: ctx.proposalId });
  tell(
    ctx,
    'opinion_submitted',
    '收到一份会办意见',
    assignments.filter((each) => isLive(each) && writesReply(each.role)).map(workersOf),
  );
};

export const tellCoHandler: EffectHandler = async (ctx, { action, targetId }) => {
  const sentBack = action === 'opinion.sendBack';
  const kind = sentBack ? 'opinion_returned' : 'opinion_accepted';
  tell(ctx, kind, sentBack ? '会办意见被退回，请修改后再交' : '会办意见已被接受', [
    workersOf(await assignmentOf(ctx, targetId)),
  ]);
};

export const tellEndorsers: EffectHandler = (ctx, { targetId }) => tellNextEndorsers(ctx, targetId);

export const tellRefused: EffectHandler = async (ctx, { targetId }) =>
  tell(ctx, 'opinion_refused', '会办意见被本单位退回，请修改后再送', [
    workersOf(await assignmentOf(ctx, targetId)),
  ]);

/** An accepted opinion is all that a co-handler owed. */
export const finishCoHandler: EffectHandler = async (ctx, { targetId }) =>
  transition(ctx, 'assignment', (await assignmentOf(ctx, targetId)).id, 'assignment.finish');

/** A co-handler that is taken off owes no opinion any more; what it has given stays on file. */
export const cancelOpinion: EffectHandler = async (ctx, { targetId: assignmentId }) => {
  const opinion = await ctx.em.findOneBy(Opinion, { assignmentId });
  if (opinion && opinion.state !== 'accepted') await transition(ctx, 'opinion', opinion.id, 'opinion.cancel');
};
