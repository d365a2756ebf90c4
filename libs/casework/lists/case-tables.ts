import type { dueCalendarAnswer, letterBoardAnswer, searchAnswer, supervisionAnswer } from '@fuhan/contracts';
import type { z } from 'zod';
import type { TodoItem } from '../boxes/todo.queries';
import type { ProposalRow } from '../worklist.queries';
import { column, dayCell, instantCell, type ListColumn, type ListTable, yes } from './list-table';

const caseColumns: readonly ListColumn<ProposalRow>[] = [
  column('提案号', 12, ({ number }) => number),
  column('届次', 20, ({ session }) => session),
  column('案由', 60, ({ title }) => title),
  column('提案者', 30, ({ proposers }) => proposers.join('、')),
  column('重点', 8, ({ keyProposal }) => yes(keyProposal)),
  column('本单位', 10, ({ role }) => role),
  column('阶段', 12, ({ stageLabel }) => stageLabel),
  column('到期日', 14, ({ dueOn }) => dayCell(dueOn)),
  column('时限', 22, ({ light }) => light.words),
  column('会办已回', 10, ({ opinionsDone }) => opinionsDone),
  column('会办应回', 10, ({ opinionsTotal }) => opinionsTotal),
  column('并案', 20, ({ mergedInto, merges }) =>
    mergedInto ? `并入第${mergedInto.number}号` : merges.map((number) => `第${number}号`).join('、'),
  ),
];

/** 提案台账 */
export const ledgerTable: ListTable<ProposalRow> = { name: '提案台账', columns: caseColumns };

/** 待办 */
export const todoTable: ListTable<TodoItem> = {
  name: '待办',
  columns: [
    ...caseColumns,
    column('等我办', 16, ({ waitingFor }) => waitingFor),
    column('还差', 40, ({ blockedBy }) => blockedBy),
    column('最近一步', 50, ({ lastStep }) => lastStep && `${lastStep.actor} ${lastStep.words}`),
    column('时间', 18, ({ lastStep }) => instantCell(lastStep?.at ?? null)),
  ],
};

type Supervision = z.input<typeof supervisionAnswer>;
/** 督办: running clocks that are late or near. */
export const dutiesTable: ListTable<Supervision['duties'][number]> = {
  name: '逾期和临期',
  columns: [
    column('单位', 26, ({ unit }) => unit),
    column('提案号', 12, ({ number }) => number),
    column('案由', 60, ({ title }) => title),
    column('事项', 16, ({ clock }) => clock),
    column('到期日', 14, ({ dueOn }) => dayCell(dueOn)),
    column('时限', 22, ({ light }) => light.words),
    column('催办次数', 10, ({ chases }) => chases),
    column('最近催办', 18, ({ lastChasedAt }) => instantCell(lastChasedAt)),
  ],
};
type DueCalendar = z.input<typeof dueCalendarAnswer>;
/** 到期日历 */
export const dueTable: ListTable<DueCalendar['due'][number]> = {
  name: '到期日历',
  columns: [
    column('到期日', 14, ({ dueOn }) => dayCell(dueOn)),
    column('暂定', 8, ({ provisional }) => yes(provisional)),
    column('时限', 22, ({ light }) => light.words),
    column('单位', 26, ({ unit }) => unit),
    column('事项', 16, ({ clock }) => clock),
    column('提案号', 12, ({ number }) => number),
    column('案由', 60, ({ title }) => title),
  ],
};
export const askedTable: ListTable<Supervision['asked'][number]> = {
  name: '待批复',
  columns: [
    column('单位', 26, ({ unit }) => unit),
    column('申请', 12, ({ what }) => ({ return: '申请退办', extension: '申请延期' })[what]),
    column('提案号', 12, ({ number }) => number),
    column('案由', 60, ({ title }) => title),
    column('提出时间', 18, ({ since }) => instantCell(since)),
  ],
};

type BoardRow = z.input<typeof letterBoardAnswer>['rows'][number];
const boxes = { number: '待编号', seal: '待用印', deliver: '待送达', archive: '待归档' } as const;
/** 文书工作台 */
export const boardTable: ListTable<BoardRow> = {
  name: '文书工作台',
  columns: [
    column('环节', 10, ({ box }) => boxes[box]),
    column('提案号', 12, ({ number }) => number),
    column('案由', 60, ({ title }) => title),
    column('发文字号', 26, ({ documentNumber }) => documentNumber),
    column('等候自', 18, ({ since }) => instantCell(since)),
    column('已发出', 10, ({ sent }) => sent),
    column('已签收', 10, ({ received }) => received),
  ],
};

type Find = z.input<typeof searchAnswer>['items'][number];
const words = (pieces: Find['title']): string => pieces.map(({ text }) => text).join('');
/** 全文检索: what was found. */
export const findsTable: ListTable<Find> = {
  name: '检索结果',
  columns: [
    column('类别', 12, ({ kindLabel }) => kindLabel),
    column('标题', 60, ({ title }) => words(title)),
    column('提案号', 12, ({ number }) => number),
    column('单位', 26, ({ unit }) => unit),
    column('阶段', 12, ({ stageLabel }) => stageLabel),
    column('日期', 14, ({ day }) => dayCell(day)),
    column('摘录', 80, ({ excerpt }) => words(excerpt)),
  ],
};
