import { chineseDate, type DateString, FuhanError } from '@fuhan/kernel';
import { assertDate } from '../calendar';

/** An amount of days, working days or months, counted from the day after the event. */
export interface SpanRule {
  readonly unit: 'day' | 'workday' | 'month';
  readonly amount: number;
  /** A due day that is no working day moves to the next one. */
  readonly roll: boolean;
}

/** A day written down in an order. */
export interface DateRule {
  readonly unit: 'date';
  readonly date: DateString;
  readonly roll: boolean;
}

/** How long a clock runs. */
export type DeadlineRule = SpanRule | DateRule;

const UNITS = new Map<string, SpanRule['unit']>([
  ['工作日', 'workday'],
  ['个工作日', 'workday'],
  ['日', 'day'],
  ['天', 'day'],
  ['个月', 'month'],
]);
const UNIT_NAMES = { workday: '个工作日', day: '日', month: '个月' } as const;
/** Ten years: beyond it a figure is a slip of the pen. */
const LIMITS = { workday: 2500, day: 3660, month: 120 } as const;

/**
 * Reads a rule as the profile and the regulations write it: 5工作日, 5个工作日, 15日, 15天, 3个月, 2026-10-31.
 * @param options.roll whether a due day off moves to the next working day; yes where nothing is said
 * @throws FuhanError `rule.unknown`, `rule.amount`, `rule.too-long`, `date.impossible`
 */
export function parseRule(text: string, options: { readonly roll?: boolean } = {}): DeadlineRule {
  const roll = options.roll ?? true;
  const compact = text.normalize('NFKC').replace(/\s+/g, '');
  if (/^\d{4}-\d{1,2}-\d{1,2}$/.test(compact)) return { unit: 'date', date: assertDate(compact), roll };
  const [, figure, word] = /^([+-]?[\d.]+)(\D+)$/.exec(compact) ?? [];
  const unit = UNITS.get(word ?? '');
  if (figure === undefined || unit === undefined) throw new FuhanError('rule.unknown', { text });
  if (!/^\d+$/.test(figure) || Number(figure) === 0) throw new FuhanError('rule.amount', { text });
  const amount = Number(figure);
  if (amount > LIMITS[unit]) {
    throw new FuhanError('rule.too-long', { text, limit: `${LIMITS[unit]}${UNIT_NAMES[unit]}` });
  }
  return { unit, amount, roll };
}

/** 5个工作日, 15日, 3个月, 至2026年10月31日. */
export const ruleText = (rule: DeadlineRule): string =>
  rule.unit === 'date' ? `至${chineseDate(rule.date)}` : `${rule.amount}${UNIT_NAMES[rule.unit]}`;
