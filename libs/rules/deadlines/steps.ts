import { chineseDate, type DateString } from '@fuhan/kernel';
import { type Calendar, weekdayName } from '../calendar';
import type { CountedPause } from './pauses';
import { type DeadlineRule, ruleText } from './rule';
import type { CountedDay } from './walk';

interface Facts {
  readonly due: DateString;
  readonly provisional: boolean;
  readonly start: DateString;
  readonly rule: DeadlineRule;
  readonly days: readonly CountedDay[];
  readonly pauses: readonly CountedPause[];
  readonly rolledFrom: DateString | null;
  readonly extendedFrom: DateString | null;
}

const day = (date: DateString): string => `${chineseDate(date)}（${weekdayName(date)}）`;

/** The derivation of a due day as Chinese sentences, in the order a person would check it. */
export function explainSteps(facts: Facts, calendar: Calendar, extensionReason?: string): string[] {
  const steps = [`${day(facts.start)}发生，次日起算。`, ruleStep(facts.rule)];
  if (facts.extendedFrom !== null) {
    steps.push(`已延期：原到期日为${day(facts.extendedFrom)}，理由是${extensionReason ?? ''}。`);
  }
  if (facts.rule.unit === 'workday') steps.push(...skippedSteps(facts.days));
  for (const pause of facts.pauses) {
    steps.push(
      `${chineseDate(pause.from)}至${chineseDate(pause.until)}暂停（${pause.category}：${pause.reason}），其间 ${pause.skipped} 天不计。`,
    );
  }
  if (facts.rolledFrom !== null) {
    const why = calendar.isWorkingDay(facts.rolledFrom).why;
    steps.push(
      `${day(facts.rolledFrom)}期满，当天${why === weekdayName(facts.rolledFrom) ? '休息' : why}，顺延到下一个工作日。`,
    );
  }
  steps.push(`到期日：${day(facts.due)}。`);
  if (facts.provisional) {
    steps.push(`${unpublishedYears(facts, calendar)}的放假安排尚未公布，到期日暂定，公布后自动重算。`);
  }
  return steps;
}

function ruleStep(rule: DeadlineRule): string {
  const roll = rule.roll ? '，期满日休息的顺延到下一个工作日' : '，期满日休息的不顺延';
  switch (rule.unit) {
    case 'workday':
      return `时限${ruleText(rule)}：周末和放假日不计，调休上班的周末照计。`;
    case 'day':
      return `时限${ruleText(rule)}：逐日计算${roll}。`;
    case 'month':
      return `时限${ruleText(rule)}：到期满月份的同一日，没有这一日的到月末${roll}。`;
    case 'date':
      return `时限${ruleText(rule)}：固定日期${roll}。`;
  }
}

/** 跳过 4 天：周六 2 天、国庆节放假 2 天. */
function skippedSteps(days: readonly CountedDay[]): string[] {
  const reasons = new Map<string, number>();
  const off = days.filter(({ counted, paused }) => !counted && !paused);
  for (const { why } of off) reasons.set(why, (reasons.get(why) ?? 0) + 1);
  const madeUp = days
    .filter(({ counted, why }) => counted && why === '调休上班')
    .map(({ date }) => day(date));
  return [
    ...(off.length > 0
      ? [`跳过 ${off.length} 天：${[...reasons].map(([why, count]) => `${why} ${count} 天`).join('、')}。`]
      : []),
    ...(madeUp.length > 0 ? [`调休上班，照计：${madeUp.join('、')}。`] : []),
  ];
}

function unpublishedYears({ start, due }: Facts, calendar: Calendar): string {
  const [first = 0, last = 0] = [start, due].map((date) => Number(date.slice(0, 4)));
  const years = Array.from({ length: last - first + 1 }, (_, n) => first + n);
  return `${years.filter((year) => !calendar.published(year)).join('、')}年`;
}
