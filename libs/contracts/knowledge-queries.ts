import * as answers from './answers';
import {
  earlierQuery,
  factListQuery,
  policyPreviewBody,
  searchQuery,
  stageListQuery,
  statisticsQuery,
  similarQuery,
} from './query-inputs';
import type { QuerySpec } from './query-spec';

/** What the documents around the proposals are asked. */
export const knowledgeQueries = {
  search: {
    method: 'get',
    path: '/search',
    summary: '全文检索：提案、会办意见、答复稿、答复函、政策文件',
    tag: '检索',
    query: searchQuery,
    answer: answers.searchAnswer,
  },
  earlierReplies: {
    method: 'get',
    path: '/drafts/{id}/earlier',
    summary: '往年答复：答复过相近建议的函，逐段',
    tag: '检索',
    query: earlierQuery,
    answer: answers.earlierRepliesAnswer,
  },
  similarProposals: {
    method: 'get',
    path: '/similar-proposals',
    summary: '相近的提案：登记时提醒',
    tag: '检索',
    query: similarQuery,
    answer: answers.similarProposalsAnswer,
  },
  statistics: {
    method: 'get',
    path: '/statistics',
    summary: '统计：各项指标及口径、按单位、按年度',
    tag: '统计',
    query: statisticsQuery,
    answer: answers.statisticsAnswer,
  },
  factList: {
    method: 'get',
    path: '/statistics/list',
    summary: '一项指标由哪些件组成',
    tag: '统计',
    query: factListQuery,
    answer: answers.factListAnswer,
  },
  stageTable: {
    method: 'get',
    path: '/statistics/stages',
    summary: '阶段 × 亮灯：现在各阶段、各灯色各有几件',
    tag: '统计',
    query: statisticsQuery,
    answer: answers.stagesAnswer,
  },
  stageList: {
    method: 'get',
    path: '/statistics/stages/list',
    summary: '阶段 × 亮灯中一个数由哪些件组成',
    tag: '统计',
    query: stageListQuery,
    answer: answers.stageListAnswer,
  },
  policies: {
    method: 'get',
    path: '/policies',
    summary: '政策文件',
    tag: '政策文件',
    answer: answers.policiesAnswer,
  },
  policy: {
    method: 'get',
    path: '/policies/{id}',
    summary: '一份政策文件：任务、措施、责任单位、目标',
    tag: '政策文件',
    answer: answers.policyAnswer,
  },
  policyPreview: {
    method: 'post',
    path: '/policies/preview',
    summary: '预览：从上传的文件里读出什么，不导入',
    tag: '政策文件',
    body: policyPreviewBody,
    answer: answers.policyPreview,
  },
} as const satisfies Record<string, QuerySpec>;
