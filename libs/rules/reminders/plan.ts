import { addDays, type DateString, shanghaiDate, shanghaiInstant } from '@fuhan/kernel';
import type { Calendar } from '../calendar';
import { workingDaysBefore, workingDaysBetween } from '../deadlines';
import type { PlaceProfile, ProfileClock } from '../profile';
import { workingDayFrom, workingMoment } from './hours';

/** 提醒 before the due day, which never escalates; 催办 once it is past, which does. */
export type ReminderKind = 'remind' | 'chase';

/** One moment at which a clock speaks, and the rule it speaks by. */
export interface PlannedReminder {
  readonly kind: ReminderKind;
  readonly at: Date;
  readonly rule: string;
}

/** How a clock speaks. */
type Speech = Pick<ProfileClock, 'remind' | 'chase'>;

/** The rule of a chase on the n-th working day past the due day. */
export const chaseRule = (overdue: number): string => `逾期第${overdue}个工作日催办`;

const remindRule = (days: number): string => (days === 0 ? '到期当天提醒' : `到期前${days}个工作日提醒`);

/**
 * The first chase after an instant. The first comes on the first working day past the due day, the others each
 * `everyWorkdays` working days; what lies before the instant is left out, not made up for.
 */
function nextChase(
  clock: Speech,
  every: number,
  dueOn: DateString,
  now: Date,
  calendar: Calendar,
): PlannedReminder {
  const yesterday = addDays(shanghaiDate(now), -1);
  // What was missed is not walked through again each morning.
  let day = yesterday > dueOn ? yesterday : dueOn;
  for (let overdue = workingDaysBetween(dueOn, day, calendar) + 1; ; overdue++) {
    day = workingDayFrom(addDays(day, 1), calendar);
    const at = shanghaiInstant(day, clock.remind.at);
    if (at > now && (overdue - 1) % every === 0) return { kind: 'chase', at, rule: chaseRule(overdue) };
  }
}

/**
 * When a running clock speaks after `now`: every reminder before the due day, and the one chase that comes next. Days off are
 * quiet: what falls there moves to the next working morning, and gives way to a chase of that morning.
 */
export function planReminders(
  profile: Pick<PlaceProfile, 'chase'>,
  clock: Speech,
  dueOn: DateString,
  now: Date,
  calendar: Calendar,
): PlannedReminder[] {
  const byMoment = new Map<number, PlannedReminder>();
  // Nearest to the due day last: where two fall on one morning, it speaks.
  for (const days of [...clock.remind.workdaysBefore].sort((a, b) => b - a)) {
    const at = workingMoment(workingDaysBefore(dueOn, days, calendar), clock.remind.at, calendar);
    if (at > now) byMoment.set(at.getTime(), { kind: 'remind', at, rule: remindRule(days) });
  }
  if (clock.chase) {
    const chase = nextChase(clock, profile.chase.everyWorkdays, dueOn, now, calendar);
    byMoment.set(chase.at.getTime(), chase);
  }
  return [...byMoment.values()].sort((a, b) => a.at.getTime() - b.at.getTime());
}
