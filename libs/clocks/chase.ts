import { newId } from '@fuhan/kernel';
import type { ClockContext } from './context';
import { Deadline, Reminder } from './entities';
import { announce, pauseOn } from './plan-reminders';

/**
 * 催办 by hand: the subject's running clock that ends first is chased with these words. It goes out at once, outside working hours the next
 * working morning, and counts towards the escalation like a chase by rule.
 * @returns the clock, or null where none runs (never started, paused, done)
 */
export async function chaseByHand(
  ctx: ClockContext,
  subjectId: string,
  sentBy: { readonly personId: string; readonly name: string },
  words: string,
): Promise<Deadline | null> {
  const running = await ctx.em.find(Deadline, {
    where: { subjectId, state: 'running', isWindow: false },
    order: { dueOn: 'ASC', id: 'ASC' },
  });
  const deadline = running.find(({ pauses }) => !pauseOn(pauses, ctx.today));
  if (!deadline) return null;
  const reminder: Reminder = {
    id: newId(),
    deadlineId: deadline.id,
    dueAt: ctx.now,
    state: 'pending',
    rev: 1,
    sentAt: null,
    kind: 'chase',
    rule: `${sentBy.name}催办`,
    escalatedTo: [],
    words,
    sentBy: sentBy.personId,
  };
  await ctx.em.insert(Reminder, reminder);
  await announce(ctx, [reminder]);
  return deadline;
}
