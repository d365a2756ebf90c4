import { reviewDuties } from '../review/review-duties';
import { defineActions } from './action-rule';

/** What reviewers and signers do. */
export const reviewStepActions = defineActions({
  'reviewStep.plan': { label: '排定环节', target: 'review_step', duties: [], relation: 'step holder' },
  'reviewStep.open': { label: '到达', target: 'review_step', duties: [], relation: 'step holder' },
  'reviewStep.approve': {
    label: '同意',
    target: 'review_step',
    duties: reviewDuties,
    relation: 'step holder',
    todo: true,
  },
  'reviewStep.sendBack': {
    label: '退回修改',
    target: 'review_step',
    duties: reviewDuties,
    relation: 'step holder',
  },
  'reviewStep.overrule': {
    label: '准予保留',
    target: 'review_step',
    duties: reviewDuties,
    relation: 'signer',
    guards: ['stepReached', 'noLetterYet'],
  },
  'reviewStep.read': {
    label: '打开审阅',
    target: 'review_step',
    duties: reviewDuties,
    relation: 'step holder',
    onlyReads: true,
  },
  'reviewStep.addSigner': {
    label: '加签',
    target: 'review_step',
    duties: reviewDuties,
    relation: 'step holder',
  },
  'reviewStep.delegate': {
    label: '委托办理',
    target: 'review_step',
    duties: reviewDuties,
    relation: 'step holder',
  },
  'reviewStep.withdraw': {
    label: '撤回同意',
    target: 'review_step',
    duties: reviewDuties,
    relation: 'step decider',
    onlyWhenPossible: true,
  },
  'reviewStep.keep': { label: '沿用', target: 'review_step', duties: [], relation: 'step holder' },
  'reviewStep.hold': { label: '改为等候', target: 'review_step', duties: [], relation: 'step holder' },
  'reviewStep.reopen': { label: '重新审', target: 'review_step', duties: [], relation: 'step holder' },
  'reviewStep.cancel': { label: '取消', target: 'review_step', duties: [], relation: 'step holder' },
});
