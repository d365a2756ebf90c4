import { pauseOn, recompute } from '@fuhan/clocks';
import { addDays, chineseDate, daysBetween, FuhanError } from '@fuhan/kernel';
import { record } from '../case/transition';
import { tell } from '../case/tell';
import type { UseCase } from '../case/use-case';
import { clockOfCase, concernedBy, movedWords } from './clock-of-case';

/** Longer than this a clock is not paused but given up. */
const LONGEST_DAYS = 366;

/** 暂停: the clock stands still from today or later until a day, and its due day moves on by the days that are not counted. */
export const pauseClock: UseCase<'clock.pause'> = async (ctx, input, targetId) => {
  const { reason, from, until } = input;
  const deadline = await clockOfCase(ctx, targetId);
  const category = ctx.profile.pauseCategories.find(({ key }) => key === input.category)?.name;
  if (category === undefined) throw new FuhanError('pause.category', { category: input.category });
  if (from < ctx.today) throw new FuhanError('pause.in-past', { from, today: ctx.today });
  if (from > deadline.dueOn) throw new FuhanError('pause.after-due', { from, due: deadline.dueOn });
  if (daysBetween(from, until) >= LONGEST_DAYS)
    throw new FuhanError('pause.too-long', { limit: LONGEST_DAYS });
  const pauses = [...deadline.pauses, { category, reason, from, until }];
  const { dueOn } = await recompute(ctx, deadline, { pauses });
  const moved = movedWords(deadline.dueOn, dueOn);
  const words = `“${deadline.basis.name}”自${chineseDate(from)}至${chineseDate(until)}暂停计时（${category}：${reason}），${moved}。`;
  await record(ctx, 'clock.pause', targetId, words);
  tell(ctx, 'clock_paused', `${deadline.basis.name}暂停计时，${moved}`, await concernedBy(ctx, deadline));
  return { id: targetId };
};

/** 恢复: the running pause ended yesterday; one that begins today or later falls away. */
export const resumeClock: UseCase<'clock.resume'> = async (ctx, { reason }, targetId) => {
  const deadline = await clockOfCase(ctx, targetId);
  const pause = pauseOn(deadline.pauses, ctx.today) ?? deadline.pauses.find(({ from }) => from > ctx.today);
  if (pause === undefined) throw new FuhanError('pause.none');
  const others = deadline.pauses.filter((each) => each !== pause);
  const kept = pause.from < ctx.today ? [{ ...pause, until: addDays(ctx.today, -1) }] : [];
  const { dueOn } = await recompute(ctx, deadline, { pauses: [...others, ...kept] });
  const moved = movedWords(deadline.dueOn, dueOn);
  await record(
    ctx,
    'clock.resume',
    targetId,
    `“${deadline.basis.name}”自${chineseDate(ctx.today)}恢复计时（${reason}），${moved}。`,
  );
  tell(ctx, 'clock_resumed', `${deadline.basis.name}恢复计时，${moved}`, await concernedBy(ctx, deadline));
  return { id: targetId };
};
