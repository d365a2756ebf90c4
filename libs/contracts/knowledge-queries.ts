import * as answers from './answers';
import { policyPreviewBody, searchQuery } from './query-inputs';
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
