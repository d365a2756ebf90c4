import { defineActions } from './action-rule';

/** What is done with an issued letter and its copies. */
export const letterActions = defineActions({
  'letter.deliver': {
    label: '送达',
    target: 'letter',
    duties: ['clerk'],
    relation: 'reply unit',
    todo: true,
  },
  'letter.seal': {
    label: '登记用印',
    target: 'letter',
    duties: ['clerk'],
    relation: 'reply unit',
    guards: ['letterStands', 'filesReady'],
  },
  'letter.askWithdrawal': {
    label: '申请撤回',
    target: 'letter',
    duties: ['drafter', 'proposal_office', 'clerk'],
    onlyWhenPossible: true,
    relation: 'reply unit',
    guards: ['letterStands', 'noWithdrawalAsked', 'notRedone'],
  },
  'letter.withdraw': {
    label: '批准撤回',
    target: 'letter',
    duties: ['head'],
    onlyWhenPossible: true,
    relation: 'reply unit',
    todo: true,
  },
  'letter.keep': {
    label: '不予撤回',
    target: 'letter',
    duties: ['head'],
    onlyWhenPossible: true,
    relation: 'reply unit',
    guards: ['letterStands', 'withdrawalAsked'],
  },
  'letter.correct': {
    label: '发更正函',
    target: 'letter',
    duties: ['drafter', 'proposal_office'],
    onlyWhenPossible: true,
    relation: 'reply drafter',
    guards: ['letterIsOut', 'noOpenCorrection', 'noWithdrawalAsked', 'notRedone'],
  },
  'delivery.record': {
    label: '登记寄送方式',
    target: 'delivery',
    duties: ['clerk'],
    relation: 'reply unit',
  },
  'delivery.confirm': {
    label: '登记回执',
    target: 'delivery',
    duties: ['clerk'],
    relation: 'reply unit',
  },
  'delivery.receive': {
    label: '签收来函',
    target: 'delivery',
    duties: ['proposal_office'],
    relation: 'own unit',
    todo: true,
    inBatch: true,
  },
  'delivery.open': { label: '打开专属链接', target: 'delivery', duties: [], relation: 'own unit' },
});
