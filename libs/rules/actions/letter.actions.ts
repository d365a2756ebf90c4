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
  'delivery.receive': {
    label: '签收来函',
    target: 'delivery',
    duties: ['proposal_office'],
    relation: 'own unit',
    todo: true,
  },
  'delivery.open': { label: '打开专属链接', target: 'delivery', duties: [], relation: 'own unit' },
});
