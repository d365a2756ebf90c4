import { defineActions } from './action-rule';

/** What reviewers and signers do. */
export const reviewStepActions = defineActions({
  'reviewStep.plan': { label: '排定环节', target: 'review_step', duties: [], relation: 'step holder' },
  'reviewStep.open': { label: '到达', target: 'review_step', duties: [], relation: 'step holder' },
  'reviewStep.approve': {
    label: '同意',
    target: 'review_step',
    duties: ['reviewer', 'leader', 'head'],
    relation: 'step holder',
    todo: true,
  },
  'reviewStep.sendBack': {
    label: '退回修改',
    target: 'review_step',
    duties: ['reviewer', 'leader', 'head'],
    relation: 'step holder',
  },
  'reviewStep.overrule': {
    label: '准予保留',
    target: 'review_step',
    duties: ['reviewer', 'leader', 'head'],
    relation: 'signer',
    guards: ['stepReached', 'noLetterYet'],
  },
  'reviewStep.cancel': { label: '取消', target: 'review_step', duties: [], relation: 'step holder' },
});
