import { defineActions } from './action-rule';

/** What a unit does with its duty, and what the coordinator does about one. */
export const assignmentActions = defineActions({
  'assignment.place': { label: '交给承办', target: 'assignment', duties: [], relation: 'own unit' },
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
  'assignment.signAndAskFor': {
    label: '签收并请求增加会办',
    target: 'assignment',
    duties: ['proposal_office'],
    relation: 'own unit',
    guards: ['mayHaveCoHandlers'],
    onlyWhenPossible: true,
  },
  'assignment.requestReturn': {
    label: '申请退办',
    target: 'assignment',
    duties: ['proposal_office'],
    relation: 'own unit',
    guards: ['stillOwed', 'noLetterYet', 'noOpenRequest', 'notAnsweredYet', 'inReturnWindow'],
    onlyWhenPossible: true,
  },
  'assignment.reopenReturn': {
    label: '重新开放退办',
    target: 'assignment',
    duties: ['coordinator'],
    relation: 'anywhere',
    guards: ['stillOwed', 'noOpenRequest', 'returnClosed'],
    onlyWhenPossible: true,
  },
  'assignment.remove': {
    label: '撤出承办单位',
    target: 'assignment',
    duties: ['coordinator'],
    relation: 'anywhere',
    onlyWhenPossible: true,
  },
  'assignment.finish': { label: '办结', target: 'assignment', duties: [], relation: 'own unit' },
  'assignment.return': { label: '退办', target: 'assignment', duties: [], relation: 'own unit' },
  'assignment.recall': { label: '交办撤回', target: 'assignment', duties: [], relation: 'own unit' },
  'assignment.merge': { label: '因并案终止', target: 'assignment', duties: [], relation: 'own unit' },
  'assignment.withdraw': { label: '因撤案终止', target: 'assignment', duties: [], relation: 'own unit' },
});
