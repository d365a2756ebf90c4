import type { DateString } from '@fuhan/kernel';
import {
  backPlan,
  type Calendar,
  clockOf,
  computeDeadline,
  type PlaceProfile,
  type TargetDate,
} from '@fuhan/rules';

interface Day {
  readonly profile: PlaceProfile;
  readonly calendar: Calendar;
  readonly today: DateString;
}

/** The day a reply handed over today is due; null where the place runs no such clock. */
export function replyDueDay({ profile, calendar, today }: Day): DateString | null {
  const clock = clockOf(profile, 'reply');
  return clock ? computeDeadline({ from: today, rule: clock.rule, calendar }).due : null;
}

/** The back-plan of a hand-over today, as its form shows it before and its rows keep it after. */
export function plannedTargets(day: Day): TargetDate[] {
  const due = replyDueDay(day);
  return due === null ? [] : backPlan(day.today, due, day.profile.handOver.backPlan, day.calendar);
}
