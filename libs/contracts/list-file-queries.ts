import {
  auditFileQuery,
  commitmentsFileQuery,
  factFileQuery,
  houseFileQuery,
  importsFileQuery,
  ledgerFileQuery,
  letterImportsFileQuery,
  monthQuery,
  noticesQuery,
  policiesFileQuery,
  registerFileQuery,
  searchFileQuery,
  stageListQuery,
  statisticsQuery,
  todoQuery,
} from './query-inputs';
import type { QuerySpec } from './query-spec';

export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const file = { method: 'get', answer: { media: XLSX } } as const;

/** Every list as a workbook, under the question its page asks. */
export const listFileQueries = {
  ledgerFile: {
    ...file,
    path: '/ledger.xlsx',
    summary: '提案台账导出（Excel）',
    tag: '提案',
    query: ledgerFileQuery,
  },
  todoFile: { ...file, path: '/todo.xlsx', summary: '待办导出（Excel）', tag: '待办', query: todoQuery },
  supervisionFile: { ...file, path: '/supervision.xlsx', summary: '督办导出（Excel）', tag: '时限' },
  dueCalendarFile: {
    ...{ ...file, path: '/due-calendar.xlsx', summary: '到期日历导出（Excel）', tag: '时限' },
    query: monthQuery,
  },
  delegationsFile: {
    ...{ ...file, path: '/delegations.xlsx', summary: '委托代办导出（Excel）', tag: '委托代办' },
  },
  letterBoardFile: { ...file, path: '/letters.xlsx', summary: '文书工作台导出（Excel）', tag: '答复函' },
  registerFile: {
    ...{ ...file, path: '/registers.xlsx', summary: '登记簿导出（Excel）', tag: '答复函' },
    query: registerFileQuery,
  },
  auditFile: {
    ...{ ...file, path: '/audit.xlsx', summary: '审计日志导出（Excel）', tag: '审计' },
    query: auditFileQuery,
  },
  commitmentsFile: {
    ...{ ...file, path: '/commitments.xlsx', summary: '承诺台账导出（Excel）', tag: '承诺' },
    query: commitmentsFileQuery,
  },
  searchFile: {
    ...file,
    path: '/search.xlsx',
    summary: '检索结果导出（Excel）',
    tag: '检索',
    query: searchFileQuery,
  },
  statisticsFile: {
    ...{ ...file, path: '/statistics.xlsx', summary: '统计表导出（Excel）', tag: '统计' },
    query: statisticsQuery,
  },
  factListFile: {
    ...{ ...file, path: '/statistics/list.xlsx', summary: '一项指标的明细导出（Excel）', tag: '统计' },
    query: factFileQuery,
  },
  stageListFile: {
    ...{
      ...file,
      path: '/statistics/stages/list.xlsx',
      summary: '阶段和亮灯的明细导出（Excel）',
      tag: '统计',
    },
    query: stageListQuery,
  },
  unitsFile: {
    ...{ ...file, path: '/units.xlsx', summary: '单位名录导出（Excel）', tag: '单位与人员' },
    query: houseFileQuery,
  },
  peopleFile: {
    ...{ ...file, path: '/people.xlsx', summary: '人员导出（Excel）', tag: '单位与人员' },
    query: houseFileQuery,
  },
  policiesFile: {
    ...{ ...file, path: '/policies.xlsx', summary: '政策文件导出（Excel）', tag: '政策文件' },
    query: policiesFileQuery,
  },
  importsFile: {
    ...{ ...file, path: '/imports.xlsx', summary: '导入记录导出（Excel）', tag: '导入' },
    query: importsFileQuery,
  },
  letterImportsFile: {
    ...{
      ...file,
      path: '/letter-imports.xlsx',
      summary: '往年答复函导入记录导出（Excel）',
      tag: '往年答复函',
    },
    query: letterImportsFileQuery,
  },
  noticesFile: {
    ...{ ...file, path: '/notices.xlsx', summary: '我的通知导出（Excel）', tag: '待办' },
    query: noticesQuery,
  },
  dispatchesFile: {
    ...{ ...file, path: '/dispatches.xlsx', summary: '没有送到的通知导出（Excel）', tag: '外发通道' },
  },
} as const satisfies Record<string, QuerySpec>;
export type ListFileName = keyof typeof listFileQueries;
