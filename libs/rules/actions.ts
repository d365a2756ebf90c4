import type { Duty } from './duties';
import type { GuardName } from './guards';
import type { AggregateName } from './machines/states';

/** How a person must stand to the target, beside holding a duty. */
export type Relation =
  | 'anywhere' // the duty alone
  | 'own unit' // the assignment (opinion, delivery) is the person's unit's
  | 'named drafter' // the person named for the assignment, or the unit's 提案办 standing in
  | 'reply drafter' // the same, of the unit that writes the reply this belongs to
  | 'step holder' // holds the step's own duty in the unit that writes the reply
  | 'signer' // the same, of the last step of the route's newest round: 签发
  | 'reply unit'; // belongs to the unit that writes the reply

export interface ActionRule {
  readonly label: string;
  /** What the action is done to; null: it makes the case. */
  readonly target: 'proposal' | AggregateName | null;
  readonly duties: readonly Duty[];
  readonly relation: Relation;
  /** Guards of an action that changes no state and so stands in no table. */
  readonly guards?: readonly GuardName[];
  /** Waiting for this person's hand: it puts the case into 待办. */
  readonly todo?: boolean;
}

const defineActions = <T extends Record<string, ActionRule>>(
  table: T,
): { readonly [K in keyof T]: ActionRule } => table;

/** Who may do what: the one permission table of casework. A system action has no duty, so nobody may. */
export const actions = defineActions({
  'proposal.register': { label: '登记提案', target: null, duties: ['coordinator'], relation: 'anywhere' },
  'proposal.handOver': {
    label: '交办',
    target: 'proposal',
    duties: ['coordinator'],
    relation: 'anywhere',
    todo: true,
  },
  'proposal.reorderHandlers': {
    label: '调整会办顺序',
    target: 'proposal',
    duties: ['coordinator'],
    relation: 'anywhere',
    guards: ['severalCoHandlers', 'noLetterYet'],
  },
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
  'assignment.finish': { label: '办结', target: 'assignment', duties: [], relation: 'own unit' },
  'opinion.await': { label: '等待会办意见', target: 'opinion', duties: [], relation: 'own unit' },
  'opinion.submit': {
    label: '提交会办意见',
    target: 'opinion',
    duties: ['drafter', 'proposal_office'],
    relation: 'named drafter',
    todo: true,
  },
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
  'draft.open': { label: '开始拟稿', target: 'draft', duties: [], relation: 'reply drafter' },
  'draft.adopt': {
    label: '采用会办意见',
    target: 'draft',
    duties: ['drafter', 'proposal_office'],
    relation: 'reply drafter',
  },
  'draft.saveSection': {
    label: '写这一部分',
    target: 'draft',
    duties: ['drafter', 'proposal_office'],
    relation: 'reply drafter',
  },
  'draft.addSection': {
    label: '加一部分',
    target: 'draft',
    duties: ['drafter', 'proposal_office'],
    relation: 'reply drafter',
  },
  'draft.removeSection': {
    label: '删一部分',
    target: 'draft',
    duties: ['drafter', 'proposal_office'],
    relation: 'reply drafter',
  },
  'draft.saveFrame': {
    label: '填文头文尾',
    target: 'draft',
    duties: ['drafter', 'proposal_office'],
    relation: 'reply drafter',
  },
  'draft.submit': {
    label: '送核稿',
    target: 'draft',
    duties: ['drafter', 'proposal_office'],
    relation: 'reply drafter',
    todo: true,
  },
  'draft.sendBack': { label: '退回修改', target: 'draft', duties: [], relation: 'reply drafter' },
  'draft.sign': { label: '签发', target: 'draft', duties: [], relation: 'reply drafter' },
  'draft.issue': {
    label: '编号发文',
    target: 'draft',
    duties: ['clerk'],
    relation: 'reply unit',
    todo: true,
  },
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

export type ActionName = keyof typeof actions;

export const actionNames = Object.keys(actions) as ActionName[];

/** What a button for the action says. */
export const actionLabel = (action: ActionName): string => actions[action].label;
