import { defineActions } from './action-rule';

/** What becomes of "not ours". */
export const returnRequestActions = defineActions({
  'returnRequest.decide': {
    label: '答复申请',
    target: 'return_request',
    duties: ['coordinator'],
    relation: 'anywhere',
    todo: true,
  },
  'returnRequest.dispute': {
    label: '提出异议',
    target: 'return_request',
    duties: ['proposal_office'],
    relation: 'own unit',
    onlyWhenPossible: true,
  },
  'returnRequest.settle': {
    label: '登记裁定',
    target: 'return_request',
    duties: ['coordinator', 'supervisor'],
    relation: 'anywhere',
    todo: true,
  },
  'returnRequest.lapse': { label: '申请终止', target: 'return_request', duties: [], relation: 'own unit' },
});
