import type { DateString } from '@fuhan/kernel';
import type { Calendar } from '../calendar';
import { workingDaysBefore } from '../deadlines';

/** A step of the place's back-plan: so many working days before the reply is due. */
export interface PlanStep {
  readonly key: string;
  readonly name: string;
  readonly workdaysBefore: number;
}

/** A day to work towards. It is no clock: nobody is chased for it. */
export interface TargetDate {
  readonly key: string;
  readonly name: string;
  readonly on: DateString;
}

/**
 * 倒排时间: what has to be there by when, counted back from the day the reply is due. A day that would lie before the start
 * (a short time limit) is the start itself.
 * @param from the day of the hand-over
 * @param replyDue the day the reply is due
 * @returns the targets in the order of the plan, none after `replyDue`
 */
export function backPlan(
  from: DateString,
  replyDue: DateString,
  plan: readonly PlanStep[],
  calendar: Calendar,
): TargetDate[] {
  return plan.map(({ key, name, workdaysBefore }) => {
    const on = workingDaysBefore(replyDue, workdaysBefore, calendar);
    return { key, name, on: on < from ? from : on };
  });
}
