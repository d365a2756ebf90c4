import { workbook } from '@fuhan/knowledge';
import { type Counts, figureNames, figures, rateNames, rateOf, rates } from '@fuhan/rules';
import type { ProposalRow } from '../worklist.queries';
import type { Statistics } from './statistics.queries';

const heads = (first: string): string[] => [
  first,
  ...figureNames.map((name) => figures[name].label),
  ...rateNames.map((name) => `${rates[name].label}（%）`),
];
const row = (first: string, counts: Counts) => [
  first,
  ...figureNames.map((name) => counts[name]),
  ...rateNames.map((name) => rateOf(counts, name)),
];
const widths = [26, ...figureNames.map(() => 11), ...rateNames.map(() => 17)];

/** 统计表: the figures with their definitions, by unit, by year. */
export function statisticsBook({ asOf, figures: all, units, years }: Statistics): Uint8Array {
  return workbook([
    {
      name: '总表',
      heads: ['指标', '数值', '口径', '截至'],
      widths: [16, 10, 80, 14],
      rows: all.map(({ label, value, definition }) => [label, value, definition, { day: asOf }]),
    },
    {
      ...{ name: '按单位', heads: heads('单位'), widths },
      rows: units.map(({ unit, counts }) => row(unit, counts as Counts)),
    },
    {
      ...{ name: '按年度', heads: heads('年度'), widths },
      rows: years.map(({ year, counts }) => row(`${year}年`, counts as Counts)),
    },
  ]);
}

/** 提案台账 as it is shown. */
export const ledgerBook = (rows: readonly ProposalRow[]): Uint8Array =>
  workbook([
    {
      name: '提案台账',
      heads: [
        '提案号',
        '届次',
        '案由',
        '提案者',
        '重点',
        '本单位',
        '阶段',
        '到期日',
        '时限',
        '会办已回',
        '会办应回',
      ],
      widths: [12, 20, 60, 30, 8, 10, 12, 14, 22, 10, 10],
      rows: rows.map((each) => [
        ...[each.number, each.session, each.title, each.proposers.join('、'), each.keyProposal ? '是' : ''],
        ...[each.role, each.stageLabel, each.dueOn === null ? null : { day: each.dueOn }, each.light.words],
        ...[each.opinionsDone, each.opinionsTotal],
      ]),
    },
  ]);
