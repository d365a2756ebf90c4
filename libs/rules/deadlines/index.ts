export { type ComputedDeadline, computeDeadline, type DeadlineQuestion, type Extension } from './deadline';
export { type Light, lightOf, type LightThresholds, workingDaysBefore, workingDaysBetween } from './lights';
export type { CountedPause, Pause } from './pauses';
export { type DateRule, type DeadlineRule, parseRule, ruleText, type SpanRule } from './rule';
export type { CountedDay } from './walk';
