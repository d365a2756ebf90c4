import { Deadline, pauseOn, recompute } from '@fuhan/clocks';
import { addDays } from '@fuhan/kernel';
import type { CommandContext, EffectHandler } from '../case/context';
import { ReturnRequest } from '../case/entities';

/** How a pause of this sort is told from one that somebody ordered. */
const CATEGORY = '退办申请未定';
/** Until the answer, which ends it; a request nobody answers for a year does not stop the clocks for ever. */
const AT_MOST_DAYS = 365;

/** The duties that run against whoever asked; rights that lapse run on. */
async function dutiesOf(ctx: CommandContext, requestId: string): Promise<Deadline[]> {
  const { assignmentId: subjectId } = await ctx.em.findOneByOrFail(ReturnRequest, { id: requestId });
  return ctx.em.findBy(Deadline, { subjectId, state: 'running', isWindow: false });
}

/** 申请未定期间暂停: where the place says so, the unit's clocks stand still until the request is decided. */
export const pauseForReturn: EffectHandler = async (ctx, { targetId }) => {
  if (!ctx.profile.handOver.returns.pauseWhileOpen) return;
  for (const deadline of await dutiesOf(ctx, targetId)) {
    if (pauseOn(deadline.pauses, ctx.today)) continue;
    const until = addDays(ctx.today, AT_MOST_DAYS);
    const pause = { category: CATEGORY, reason: '等候答复', from: ctx.today, until };
    await recompute(ctx, deadline, { pauses: [...deadline.pauses, pause] });
  }
};

/** The request is decided: what stood still for it runs on from today. */
export const resumeAfterReturn: EffectHandler = async (ctx, { targetId }) => {
  for (const deadline of await dutiesOf(ctx, targetId)) {
    const open = pauseOn(deadline.pauses, ctx.today);
    if (open?.category !== CATEGORY) continue;
    const others = deadline.pauses.filter((each) => each !== open);
    const kept = open.from < ctx.today ? [{ ...open, until: addDays(ctx.today, -1) }] : [];
    await recompute(ctx, deadline, { pauses: [...others, ...kept] });
  }
};
