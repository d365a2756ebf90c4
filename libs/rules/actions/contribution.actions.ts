import { defineActions } from './action-rule';

/** What other sections of the same unit contribute. */
export const contributionActions = defineActions({
  'contribution.give': {
    label: '供稿',
    target: 'contribution',
    duties: ['drafter', 'proposal_office'],
    relation: 'asked section',
    todo: true,
  },
  'assignment.askSection': {
    label: '请其他科室供稿',
    target: 'assignment',
    duties: ['drafter', 'proposal_office'],
    relation: 'named drafter',
    guards: ['takenOn'],
    onlyWhenPossible: true,
  },
  'contribution.withdraw': {
    label: '撤回供稿请求',
    target: 'contribution',
    duties: ['drafter', 'proposal_office'],
    relation: 'named drafter',
  },
});
