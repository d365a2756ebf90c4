import { defineActions } from './action-rule';

/** What becomes of the promises of a letter. The proposer's rating has no button: it is given on the proposer's own link. */
export const commitmentActions = defineActions({
  'commitment.confirm': {
    label: '确认承诺',
    target: 'commitment',
    duties: ['drafter', 'proposal_office'],
    relation: 'reply drafter',
    todo: true,
  },
  'commitment.answerProposer': {
    label: '二次答复提案者',
    target: 'commitment',
    duties: ['drafter', 'proposal_office'],
    relation: 'reply drafter',
    todo: true,
  },
  'commitment.strike': {
    label: '不作承诺登记',
    target: 'commitment',
    duties: ['drafter', 'proposal_office'],
    relation: 'reply drafter',
  },
  'commitment.report': {
    label: '更新进展',
    target: 'commitment',
    duties: ['drafter', 'proposal_office'],
    relation: 'promise keeper',
  },
  'commitment.keep': {
    label: '登记兑现',
    target: 'commitment',
    duties: ['drafter', 'proposal_office'],
    relation: 'promise keeper',
  },
  'commitment.carry': {
    label: '结转承诺',
    target: 'commitment',
    duties: ['drafter', 'proposal_office'],
    relation: 'promise keeper',
  },
  'commitment.giveUp': {
    label: '说明不能兑现',
    target: 'commitment',
    duties: ['drafter', 'proposal_office'],
    relation: 'promise keeper',
  },
  'commitment.assign': {
    label: '改派承诺',
    target: 'commitment',
    duties: ['drafter', 'proposal_office'],
    relation: 'reply drafter',
  },
  'commitment.renewLinks': {
    label: '重开评价链接',
    target: 'commitment',
    duties: ['coordinator'],
    relation: 'anywhere',
  },
  'assignment.addCommitment': {
    label: '补登承诺',
    target: 'assignment',
    duties: ['drafter', 'proposal_office'],
    relation: 'own reply',
    guards: ['letterGiven'],
    onlyWhenPossible: true,
  },
  'commitment.rate': { label: '评价兑现情况', target: 'commitment', duties: [], relation: 'reply drafter' },
  'commitment.drop': { label: '随函撤回', target: 'commitment', duties: [], relation: 'reply drafter' },
});
