import { defineActions } from './action-rule';

/** What a unit does with its duty. */
export const assignmentActions = defineActions({
  'assignment.sign': {
    label: '签收',
    target: 'assignment',
    duties: ['proposal_office'],
    relation: 'own unit',
    todo: true,
  },
  'assignment.divide': {
    label: '分给科室',
    target: 'assignment',
    duties: ['proposal_office'],
    relation: 'own unit',
    todo: true,
  },
  'assignment.resume': { label: '重新承办', target: 'assignment', duties: [], relation: 'own unit' },
  'assignment.passOn': { label: '离岗交接', target: 'assignment', duties: [], relation: 'own unit' },
  'assignment.takeBack': { label: '退回提案办', target: 'assignment', duties: [], relation: 'own unit' },
  'assignment.finish': { label: '办结', target: 'assignment', duties: [], relation: 'own unit' },
});
