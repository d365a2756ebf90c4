import { defineActions } from './action-rule';

/** What is done to a proposal as a whole. */
export const proposalActions = defineActions({
  'proposal.register': { label: '登记提案', target: null, duties: ['coordinator'], relation: 'anywhere' },
  'proposal.handOver': {
    label: '交办',
    target: 'proposal',
    duties: ['coordinator'],
    relation: 'anywhere',
    todo: true,
  },
  'proposal.editSuggestions': {
    label: '调整建议分条',
    target: 'proposal',
    duties: ['coordinator'],
    relation: 'anywhere',
    guards: ['notWithdrawn', 'notMerged', 'notHandedOverYet', 'suggestionsUnused'],
  },
  'proposal.reorderHandlers': {
    label: '调整会办顺序',
    target: 'proposal',
    duties: ['coordinator'],
    relation: 'anywhere',
    guards: ['severalCoHandlers', 'noLetterYet'],
  },
  'proposal.addHandler': {
    label: '增加承办单位',
    target: 'proposal',
    duties: ['coordinator'],
    relation: 'anywhere',
    guards: ['handedOver', 'jointReplyOpen'],
  },
  'proposal.nameSupervisor': {
    label: '指定督办领导',
    target: 'proposal',
    duties: ['coordinator'],
    relation: 'anywhere',
    guards: ['notWithdrawn', 'notMerged'],
  },
  'proposal.recall': {
    label: '撤回交办',
    target: 'proposal',
    duties: ['coordinator'],
    relation: 'anywhere',
    guards: ['handedOver', 'noLetterYet'],
  },
  'proposal.close': {
    label: '结案',
    target: 'proposal',
    duties: ['coordinator'],
    relation: 'anywhere',
    guards: ['notWithdrawn', 'answered'],
  },
  'proposal.reopen': {
    label: '重新开启',
    target: 'proposal',
    duties: ['coordinator'],
    relation: 'anywhere',
    guards: ['closed'],
    afterClosing: true,
  },
  'proposal.withdraw': {
    label: '登记撤案',
    target: 'proposal',
    duties: ['coordinator'],
    relation: 'anywhere',
    guards: ['notWithdrawn', 'noLetterYet', 'notMerged', 'leadsNone'],
  },
  'proposal.merge': {
    label: '并案办理',
    target: 'proposal',
    duties: ['coordinator'],
    relation: 'anywhere',
    guards: ['notWithdrawn', 'notMerged', 'replyNotBegun'],
  },
  'proposal.unmerge': {
    label: '解除并案',
    target: 'proposal',
    duties: ['coordinator'],
    relation: 'anywhere',
    guards: ['isMerged', 'leadingStillOpen'],
  },
});
