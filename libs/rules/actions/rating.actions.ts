import { defineActions } from './action-rule';

/** What the coordinator does with ratings, and what follows from them. The handler has no part in it. */
export const ratingActions = defineActions({
  'redo.order': {
    label: '交办重新办理',
    target: 'redo',
    duties: ['coordinator'],
    relation: 'anywhere',
    onlyWhenPossible: true,
    todo: true,
  },
  'redo.recordNextRung': {
    label: '记录当面协商或专门说明',
    target: 'redo',
    duties: ['coordinator'],
    relation: 'anywhere',
    onlyWhenPossible: true,
    todo: true,
  },
  'redo.decline': {
    label: '不再重新办理',
    target: 'redo',
    duties: ['coordinator'],
    relation: 'anywhere',
    onlyWhenPossible: true,
  },
  'rating.remind': {
    label: '登记提醒测评',
    target: 'rating',
    duties: ['coordinator'],
    relation: 'anywhere',
  },
  'rating.enterPaper': {
    label: '代录书面测评',
    target: 'rating',
    duties: ['coordinator'],
    relation: 'anywhere',
  },
  'rating.renewLink': {
    label: '换发测评链接',
    target: 'rating',
    duties: ['coordinator'],
    relation: 'anywhere',
  },
  'rating.give': { label: '测评', target: 'rating', duties: [], relation: 'anywhere' },
  'rating.lapse': { label: '逾期未测评', target: 'rating', duties: [], relation: 'anywhere' },
  'rating.withdraw': { label: '停止测评', target: 'rating', duties: [], relation: 'anywhere' },
  'redo.weigh': { label: '待决定是否重新办理', target: 'redo', duties: [], relation: 'anywhere' },
  'redo.answer': { label: '重新答复', target: 'redo', duties: [], relation: 'anywhere' },
  'redo.reopen': { label: '重新答复已撤回', target: 'redo', duties: [], relation: 'anywhere' },
  'redo.cancel': { label: '不再需要重新办理', target: 'redo', duties: [], relation: 'anywhere' },
});
