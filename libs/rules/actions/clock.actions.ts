import { defineActions } from './action-rule';

/** What is done with a running clock, and with a wish for more time. Who may stop which clock: `clockKeepers` in permissions.ts. */
export const clockActions = defineActions({
  'clock.start': { label: '开始计时', target: 'deadline', duties: [], relation: 'own unit' },
  'clock.meet': { label: '办结', target: 'deadline', duties: [], relation: 'own unit' },
  'clock.reopen': { label: '重新计时', target: 'deadline', duties: [], relation: 'own unit' },
  'clock.cancel': { label: '取消计时', target: 'deadline', duties: [], relation: 'own unit' },
  'clock.recompute': { label: '重算到期日', target: 'deadline', duties: [], relation: 'own unit' },
  'extension.grant': {
    label: '同意延期',
    target: 'extension',
    duties: ['coordinator'],
    relation: 'anywhere',
    todo: true,
  },
  'extension.refuse': {
    label: '不同意延期',
    target: 'extension',
    duties: ['coordinator'],
    relation: 'anywhere',
  },
  'extension.tellProposer': {
    label: '告知提案者延期',
    target: 'extension',
    duties: ['proposal_office'],
    relation: 'own unit',
    todo: true,
  },
  'extension.withdraw': {
    label: '撤回延期申请',
    target: 'extension',
    duties: ['proposal_office'],
    relation: 'own unit',
  },
  'clock.requestExtension': {
    label: '申请延期',
    target: 'deadline',
    duties: ['proposal_office'],
    relation: 'own unit',
    onlyWhenPossible: true,
  },
  'clock.pause': {
    label: '暂停计时',
    target: 'deadline',
    duties: ['coordinator', 'proposal_office'],
    relation: 'clock keeper',
    onlyWhenPossible: true,
  },
  'clock.resume': {
    label: '恢复计时',
    target: 'deadline',
    duties: ['coordinator', 'proposal_office'],
    relation: 'clock keeper',
    onlyWhenPossible: true,
  },
});
