import { FuhanError } from '@fuhan/kernel';
import { parseRule, ruleText } from './rule';

const codeOf = (text: string): string => {
  try {
    parseRule(text);
  } catch (error) {
    if (error instanceof FuhanError) return error.code;
    throw error;
  }
  return 'accepted';
};

describe('parseRule', () => {
  it.each([
    ['5工作日', { unit: 'workday', amount: 5, roll: true }],
    ['5个工作日', { unit: 'workday', amount: 5, roll: true }],
    ['15日', { unit: 'day', amount: 15, roll: true }],
    ['15天', { unit: 'day', amount: 15, roll: true }],
    ['1个月', { unit: 'month', amount: 1, roll: true }],
    ['3 个月', { unit: 'month', amount: 3, roll: true }],
    ['１０工作日', { unit: 'workday', amount: 10, roll: true }],
    ['2026-10-31', { unit: 'date', date: '2026-10-31', roll: true }],
  ])('should read %s', (text, rule) => {
    expect(parseRule(text)).toEqual(rule);
  });

  it('should not roll when the place says so', () => {
    expect(parseRule('15日', { roll: false }).roll).toBe(false);
  });

  it.each([
    ['', 'rule.unknown'],
    ['尽快', 'rule.unknown'],
    ['工作日', 'rule.unknown'],
    ['5', 'rule.unknown'],
    ['5周', 'rule.unknown'],
    ['1月', 'rule.unknown'],
    ['5toString', 'rule.unknown'],
    ['5日内', 'rule.unknown'],
    ['0日', 'rule.amount'],
    ['00工作日', 'rule.amount'],
    ['-5工作日', 'rule.amount'],
    ['1.5个月', 'rule.amount'],
    ['99999工作日', 'rule.too-long'],
    ['121个月', 'rule.too-long'],
    ['2026-04-31', 'date.impossible'],
    ['2026-4-3', 'date.impossible'],
  ])('should refuse “%s” with %s', (text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it.each([
    ['5工作日', '5个工作日'],
    ['15天', '15日'],
    ['3个月', '3个月'],
    ['2026-10-31', '至2026年10月31日'],
  ])('should print %s as %s', (text, words) => {
    expect(ruleText(parseRule(text))).toBe(words);
  });
});
