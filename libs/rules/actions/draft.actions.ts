import { defineActions } from './action-rule';

/** What is done with the reply while it is written, and when it is numbered. */
export const draftActions = defineActions({
  'draft.open': { label: '开始拟稿', target: 'draft', duties: [], relation: 'reply drafter' },
  'draft.adopt': {
    label: '采用会办意见',
    target: 'draft',
    duties: ['drafter', 'proposal_office'],
    relation: 'reply drafter',
  },
  'draft.saveSection': {
    label: '写这一部分',
    target: 'draft',
    duties: ['drafter', 'proposal_office'],
    relation: 'reply drafter',
  },
  'draft.addSection': {
    label: '加一部分',
    target: 'draft',
    duties: ['drafter', 'proposal_office'],
    relation: 'reply drafter',
  },
  'draft.removeSection': {
    label: '删一部分',
    target: 'draft',
    duties: ['drafter', 'proposal_office'],
    relation: 'reply drafter',
  },
  'draft.saveFrame': {
    label: '填文头文尾',
    target: 'draft',
    duties: ['drafter', 'proposal_office'],
    relation: 'reply drafter',
  },
  'draft.submit': {
    label: '送核稿',
    target: 'draft',
    duties: ['drafter', 'proposal_office'],
    relation: 'reply drafter',
    todo: true,
  },
  'draft.withdraw': {
    label: '撤回送审',
    target: 'draft',
    duties: ['drafter', 'proposal_office'],
    relation: 'reply drafter',
    onlyWhenPossible: true,
  },
  'draft.withdrawCorrection': { label: '撤回送审', target: 'draft', duties: [], relation: 'reply drafter' },
  'draft.unsign': { label: '撤回签发', target: 'draft', duties: [], relation: 'reply drafter' },
  'draft.sendBack': { label: '退回修改', target: 'draft', duties: [], relation: 'reply drafter' },
  'draft.sign': { label: '签发', target: 'draft', duties: [], relation: 'reply drafter' },
  'draft.drop': { label: '停办', target: 'draft', duties: [], relation: 'reply drafter' },
  'draft.issue': {
    label: '编号发文',
    target: 'draft',
    duties: ['clerk'],
    relation: 'reply unit',
    todo: true,
  },
  'draft.saveCorrection': {
    label: '写更正内容',
    target: 'draft',
    duties: ['drafter', 'proposal_office'],
    relation: 'reply drafter',
  },
  'draft.sendBackCorrection': {
    label: '退回修改',
    target: 'draft',
    duties: [],
    relation: 'reply drafter',
  },
  'draft.reopen': { label: '重新拟稿', target: 'draft', duties: [], relation: 'reply drafter' },
});
