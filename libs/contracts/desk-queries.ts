import { z } from 'zod';
import * as answers from './answers';
import { auditQuery, ledgerViewBody, monthQuery, opinionTextQuery } from './query-inputs';
import type { QuerySpec } from './query-spec';

/** What the desks of single things are drawn from: the clerk's board, and to which case a letter or an opinion belongs. */
export const deskQueries = {
  supervision: {
    method: 'get',
    path: '/supervision',
    summary: '督办：逾期和临近到期的承办单位，催过几次，待批复的退办和延期申请',
    tag: '时限',
    answer: answers.supervisionAnswer,
  },
  dueCalendar: {
    method: 'get',
    path: '/due-calendar',
    summary: '到期日历：一个月里每天到期的时限，哪天放假',
    tag: '时限',
    query: monthQuery,
    answer: answers.dueCalendarAnswer,
  },
  letterBoard: {
    method: 'get',
    path: '/letters',
    summary: '文书工作台：待编号、待用印、待送达、待归档',
    tag: '答复函',
    answer: answers.letterBoardAnswer,
  },
  letterPlace: {
    method: 'get',
    path: '/letters/{id}',
    summary: '一份答复函属于哪件提案',
    tag: '答复函',
    answer: answers.placeAnswer,
  },
  opinionPlace: {
    method: 'get',
    path: '/opinions/{id}',
    summary: '一份会办意见属于哪件提案',
    tag: '会办意见',
    answer: answers.placeAnswer,
  },
  ledgerViews: {
    method: 'get',
    path: '/ledger/views',
    summary: '台账的视图：在办、逾期、临近各多少件，各环节多少件，自己存的视图',
    tag: '提案',
    answer: answers.ledgerViewsAnswer,
  },
  keepLedgerView: {
    method: 'post',
    path: '/ledger/views',
    summary: '存一个台账视图，或删掉',
    tag: '提案',
    body: ledgerViewBody,
    answer: z.null(),
    status: 204,
  },
  audit: {
    method: 'get',
    path: '/audit',
    summary: '审计日志：谁在什么时候对什么做了什么（审计管理员）',
    tag: '审计',
    query: auditQuery,
    answer: answers.auditAnswer,
  },
  auditCheck: {
    method: 'get',
    path: '/audit/check',
    summary: '重算审计日志的链，指出第一条被改过的记录',
    tag: '审计',
    answer: answers.auditCheckAnswer,
  },
  opinionText: {
    method: 'post',
    path: '/files/opinion-text',
    summary: '读出 Word 文件里的文字，按建议分开，供填会办意见',
    tag: '会办意见',
    query: opinionTextQuery,
    body: z.unknown(),
    answer: answers.opinionText,
    status: 200,
  },
} as const satisfies Record<string, QuerySpec>;
