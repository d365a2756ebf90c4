import { defineActions } from './action-rule';

/** What is done with an opinion. */
export const opinionActions = defineActions({
  'opinion.await': { label: '等待会办意见', target: 'opinion', duties: [], relation: 'own unit' },
  'opinion.submit': {
    label: '提交会办意见',
    target: 'opinion',
    duties: ['drafter', 'proposal_office'],
    relation: 'named drafter',
    todo: true,
  },
  'opinion.accept': {
    label: '接受意见',
    target: 'opinion',
    duties: ['drafter', 'proposal_office'],
    relation: 'reply drafter',
    todo: true,
  },
  'opinion.sendBack': {
    label: '退回意见',
    target: 'opinion',
    duties: ['drafter', 'proposal_office'],
    relation: 'reply drafter',
  },
});
