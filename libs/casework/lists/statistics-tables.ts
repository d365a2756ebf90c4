import { type factListAnswer, lightColors, type stageListAnswer, type stagesAnswer } from '@fuhan/contracts';
import { figureNames, figures, rateNames, rates } from '@fuhan/rules';
import type { z } from 'zod';
import type { Statistics } from '../statistics/statistics.queries';
import { column, dayCell, type ListColumn, type ListTable } from './list-table';

type Counted = Pick<Statistics['years'][number], 'counts' | 'rates' | 'opinionDays'>;
const countColumns: readonly ListColumn<Counted>[] = [
  ...figureNames.map((name) => column<Counted>(figures[name].label, 11, ({ counts }) => counts[name] ?? 0)),
  ...rateNames.map((name) =>
    column<Counted>(`${rates[name].label}（%）`, 17, ({ rates: of }) => of[name] ?? null),
  ),
  column<Counted>('会办用时中位数（天）', 20, ({ opinionDays }) => opinionDays),
];

/** 总表: every figure with what it counts and the day it was counted on. */
export const figuresTable = (asOf: string): ListTable<Statistics['figures'][number]> => ({
  name: '总表',
  columns: [
    column('指标', 16, ({ label }) => label),
    column('数值', 10, ({ value }) => value),
    column('口径', 80, ({ definition }) => definition),
    column('截至', 14, () => dayCell(asOf)),
  ],
});
export const unitsTable: ListTable<Statistics['units'][number]> = {
  name: '按单位',
  columns: [column('单位', 26, ({ unit }) => unit), ...countColumns],
};
export const yearsTable: ListTable<Statistics['years'][number]> = {
  name: '按年度',
  columns: [column('年度', 10, ({ year }) => `${year}年`), ...countColumns],
};
export const classesTable: ListTable<Statistics['classes'][number]> = {
  name: '办理结果',
  columns: [
    column('类别', 12, ({ outcomeClass }) => (outcomeClass ? `${outcomeClass} 类` : '未定')),
    column('件数', 10, ({ value }) => value),
  ],
};

type StageRow = z.input<typeof stagesAnswer>[number];
const lights = Object.entries(lightColors) as [keyof typeof lightColors, string][];
export const stagesTable: ListTable<StageRow> = {
  name: '阶段和亮灯',
  columns: [
    column('阶段', 14, ({ label }) => label),
    ...lights.map(([light, words]) => column<StageRow>(words, 10, ({ lights: of }) => of[light])),
    column('合计', 10, ({ total }) => total),
  ],
};

/** The list behind a figure. */
export const factsTable = (figure: string): ListTable<z.input<typeof factListAnswer>['items'][number]> => ({
  name: figure,
  columns: [
    column('提案号', 12, ({ number }) => number),
    column('案由', 60, ({ title }) => title),
    column('单位', 26, ({ unit }) => unit),
    column('起算', 14, ({ startedOn }) => dayCell(startedOn)),
    column('到期', 14, ({ dueOn }) => dayCell(dueOn)),
    column('办结', 14, ({ doneOn }) => dayCell(doneOn)),
  ],
});
/** The cases behind a number of 阶段 × 亮灯. */
export const stageCasesTable: ListTable<z.input<typeof stageListAnswer>[number]> = {
  name: '阶段和亮灯明细',
  columns: [
    column('提案号', 12, ({ number }) => number),
    column('案由', 60, ({ title }) => title),
    column('到期日', 14, ({ dueOn }) => dayCell(dueOn)),
    column('时限', 22, ({ light }) => light.words),
  ],
};
