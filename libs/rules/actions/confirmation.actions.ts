import { defineActions } from './action-rule';

/** Asking co-handlers for their own words in the reply, and proposers for the draft. */
export const confirmationActions = defineActions({
  'confirmation.confirm': {
    label: '确认采用的内容',
    target: 'confirmation',
    duties: ['drafter', 'proposal_office'],
    relation: 'own unit',
    onlyWhenPossible: true,
    todo: true,
  },
  'confirmation.object': {
    label: '提出修改意见',
    target: 'confirmation',
    duties: ['drafter', 'proposal_office'],
    relation: 'own unit',
    onlyWhenPossible: true,
  },
  'draft.askConfirmation': {
    label: '征求会办单位确认',
    target: 'draft',
    duties: ['drafter', 'proposal_office'],
    relation: 'reply drafter',
    guards: ['beingWritten', 'wordsToConfirm'],
    onlyWhenPossible: true,
  },
  'draft.consultProposer': {
    label: '征求提案者意见',
    target: 'draft',
    duties: ['drafter', 'proposal_office'],
    relation: 'reply drafter',
    guards: ['beingWritten', 'everySuggestionAnswered'],
    onlyWhenPossible: true,
  },
  'confirmation.keep': {
    label: '说明维持原文',
    target: 'confirmation',
    duties: ['drafter', 'proposal_office'],
    relation: 'reply drafter',
  },
  'confirmation.withdraw': {
    label: '撤回征求',
    target: 'confirmation',
    duties: ['drafter', 'proposal_office'],
    relation: 'reply drafter',
  },
  'confirmation.passSilently': {
    label: '逾期视为同意',
    target: 'confirmation',
    duties: [],
    relation: 'reply drafter',
  },
  'confirmation.lapse': {
    label: '逾期未答复',
    target: 'confirmation',
    duties: [],
    relation: 'reply drafter',
  },
  'confirmation.replace': {
    label: '另行征求',
    target: 'confirmation',
    duties: [],
    relation: 'reply drafter',
  },
});
