import { reviewDuties } from '../review/review-duties';
import { defineActions } from './action-rule';

/** What is done with an opinion. */
export const opinionActions = defineActions({
  'opinion.await': { label: '等待会办意见', target: 'opinion', duties: [], relation: 'own unit' },
  'opinion.cancel': { label: '取消意见', target: 'opinion', duties: [], relation: 'own unit' },
  'opinion.submit': {
    label: '提交会办意见',
    target: 'opinion',
    duties: ['drafter', 'proposal_office'],
    relation: 'named drafter',
    todo: true,
    undoneBy: 'opinion.takeBack',
  },
  'opinion.propose': { label: '送本单位审核', target: 'opinion', duties: [], relation: 'own unit' },
  'opinion.endorse': {
    label: '同意报出',
    target: 'opinion',
    duties: [...reviewDuties],
    relation: 'endorser',
    todo: true,
  },
  'opinion.refuse': {
    label: '退回本单位修改',
    target: 'opinion',
    duties: [...reviewDuties],
    relation: 'endorser',
  },
  'opinion.takeBack': {
    label: '撤回修改',
    target: 'opinion',
    duties: ['drafter', 'proposal_office'],
    relation: 'named drafter',
  },
  'opinion.letOut': { label: '报出意见', target: 'opinion', duties: [], relation: 'own unit' },
  'opinion.submitByLink': { label: '通过链接提交', target: 'opinion', duties: [], relation: 'own unit' },
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
  'opinion.inviteByLink': {
    label: '发链接请其填写',
    target: 'opinion',
    duties: ['coordinator', 'proposal_office'],
    relation: 'asks co-handlers',
    guards: ['opinionOpen'],
    onlyWhenPossible: true,
  },
  'opinion.enterOnBehalf': {
    label: '代录纸质意见',
    target: 'opinion',
    duties: ['coordinator', 'proposal_office'],
    relation: 'asks co-handlers',
  },
  'outsideLink.revoke': {
    label: '停用链接',
    target: 'outside_link',
    duties: ['coordinator', 'proposal_office'],
    relation: 'asks co-handlers',
  },
  'outsideLink.replace': {
    label: '换新链接',
    target: 'outside_link',
    duties: [],
    relation: 'asks co-handlers',
  },
});
