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
  'proposal.reorderHandlers': {
    label: '调整会办顺序',
    target: 'proposal',
    duties: ['coordinator'],
    relation: 'anywhere',
    guards: ['severalCoHandlers', 'noLetterYet'],
  },
});
