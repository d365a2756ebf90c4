import { defineActions } from './action-rule';

/** What is done to make a unit act. */
export const chasingActions = defineActions({
  'assignment.chase': {
    label: '催办',
    target: 'assignment',
    duties: ['coordinator', 'proposal_office'],
    relation: 'chaser',
    guards: ['owesSomething'],
    onlyWhenPossible: true,
    inBatch: true,
  },
});
