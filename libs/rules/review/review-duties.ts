import type { Duty } from '../duties';

/** The duties that may hold a step of a review route. */
export const reviewDuties = [
  'reviewer',
  'leader',
  'head',
  'proposal_office',
] as const satisfies readonly Duty[];
export type ReviewDuty = (typeof reviewDuties)[number];

/** Whether somebody with these duties may be trusted with a step at all. */
export const isReviewer = (held: readonly Duty[]): boolean =>
  reviewDuties.some((duty) => held.includes(duty));
