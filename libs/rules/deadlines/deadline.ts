import { type DateString, FuhanError } from '@fuhan/kernel';
import { assertDate, type Calendar } from '../calendar';
import { checkPauses, type CountedPause, type Pause } from './pauses';
import { type DeadlineRule, parseRule, ruleText } from './rule';
import { explainSteps } from './steps';
import { type CountedDay, walk } from './walk';

/** More time, asked for with reasons before the due day; the rule is the whole time from the same start ("6 个月 in all"). */
export interface Extension {
  readonly rule: DeadlineRule | string;
  readonly requestedOn: DateString;
  readonly reason: string;
  /** The longest whole time the place allows. */
  readonly cap?: DeadlineRule | string;
  /** It was judged when it was asked for: a pause or a holiday that comes later does not undo it. */
  readonly granted?: boolean;
}

/** What a due day is computed from. */
export interface DeadlineQuestion {
  /** The day of the event; the day after it is day 1. */
  readonly from: DateString;
  readonly rule: DeadlineRule | string;
  readonly calendar: Calendar;
  readonly pauses?: readonly Pause[];
  readonly extension?: Extension;
}

/** A due day with its whole derivation. */
export interface ComputedDeadline {
  readonly due: DateString;
  /** 暂定: it rests on a year whose calendar is not published yet. */
  readonly provisional: boolean;
  /** The day of the event. */
  readonly start: DateString;
  /** The rule in force, the extension's where there is one. */
  readonly rule: DeadlineRule;
  /** Every day from day 1 to the due day. */
  readonly days: readonly CountedDay[];
  readonly pauses: readonly CountedPause[];
  /** The day off the due day was moved away from, or null. */
  readonly rolledFrom: DateString | null;
  /** The due day without the extension, where there is one. */
  readonly extendedFrom: DateString | null;
  /** The derivation in Chinese sentences, for people. */
  readonly steps: readonly string[];
}

const asRule = (rule: DeadlineRule | string): DeadlineRule =>
  typeof rule === 'string' ? parseRule(rule) : rule;

/**
 * The due day of a clock, and why.
 * @throws FuhanError `date.impossible`, `rule.*`, `pause.*`, `extension.*`
 */
export function computeDeadline(question: DeadlineQuestion): ComputedDeadline {
  const { calendar, extension } = question;
  const start = assertDate(question.from);
  const pauses = checkPauses(question.pauses ?? []);
  const count = (rule: DeadlineRule) => walk({ start, rule, calendar, pauses });
  const original = asRule(question.rule);
  const first = count(original);
  const rule = extension === undefined ? original : asRule(extension.rule);
  const walked = extension === undefined ? first : count(rule);
  if (extension !== undefined && extension.granted !== true) {
    checkExtension(extension, { due: first.due, extended: walked.due, count });
  }
  const counted = pauses.map((pause) => ({
    ...pause,
    skipped: walked.days.filter((day) => day.paused && pause.from <= day.date && day.date <= pause.until)
      .length,
  }));
  const extendedFrom = extension === undefined ? null : first.due;
  const result = { ...walked, start, rule, pauses: counted, extendedFrom };
  return { ...result, steps: explainSteps(result, calendar, extension?.reason) };
}

function checkExtension(
  extension: Extension,
  facts: { due: DateString; extended: DateString; count: (rule: DeadlineRule) => { due: DateString } },
): void {
  const { due, extended } = facts;
  const requestedOn = assertDate(extension.requestedOn);
  if (extension.reason.trim() === '') throw new FuhanError('extension.unexplained');
  if (requestedOn >= due) throw new FuhanError('extension.too-late', { due, requestedOn });
  if (extended <= due) throw new FuhanError('extension.not-longer', { due, extended });
  if (extension.cap === undefined) return;
  const limit = asRule(extension.cap);
  const cap = facts.count(limit).due;
  if (extended > cap) throw new FuhanError('extension.over-cap', { extended, cap, limit: ruleText(limit) });
}
