import type { Duty } from '../duties';
import type { GuardName } from '../guards';
import type { AggregateName } from '../machines/states';

/** What actions are about: the headings over their buttons. */
export const actionGroups = {
  proposal: '提案',
  handlers: '承办单位',
  opinions: '会办意见',
  draft: '答复稿',
  review: '审核',
  letter: '答复函',
  contacts: '沟通',
  clocks: '时限和催办',
  promises: '承诺',
  ratings: '测评',
  publication: '公开',
} as const;
export type ActionGroup = keyof typeof actionGroups;

/** How a person must stand to the target, beside holding a duty. */
export type Relation =
  | 'anywhere' // the duty alone
  | 'own unit' // the assignment (opinion, delivery) is the person's unit's
  | 'named drafter' // the person named for the assignment, or the unit's 提案办 standing in
  | 'own reply' // the named drafter of an assignment whose unit itself answers the proposer
  | 'reply drafter' // the same, of the unit that writes the reply this belongs to
  | 'step holder' // holds the step: its duty, office and unit, or named for it
  | 'step decider' // gave the step's approval
  | 'signer' // holds a step of the last stage of the route's newest round: 签发
  | 'chaser' // the coordinator for any unit, the lead's 提案办 for its co-handlers
  | 'asks co-handlers' // coordinates, or belongs to the 提案办 of the unit that writes the reply
  | 'endorser' // holds the duty that the opinion's own unit waits for
  | 'asked section' // drafts in the section that was asked, or belongs to the unit's 提案办
  | 'promise keeper' // of the unit that has to keep the promise: whom it names, or its 提案办
  | 'clock keeper' // may stop this clock: see clockKeepers
  | 'reply unit'; // belongs to the unit that writes the reply

export interface ActionRule {
  readonly label: string;
  /** What the action is done to; null: it makes the case. */
  readonly target: 'proposal' | AggregateName | null;
  /** What it is about, where that is not what its part of the table is about. */
  readonly group?: ActionGroup;
  readonly duties: readonly Duty[];
  readonly relation: Relation;
  /** Guards of an action that changes no state and so stands in no table. */
  readonly guards?: readonly GuardName[];
  /** Not offered at all where a guard stands in its way: nobody needs to know why. */
  readonly onlyWhenPossible?: boolean;
  /** Leaves a trace and changes nothing: what others have on their screens stays true. */
  readonly onlyReads?: boolean;
  /** Goes on after 结案: everything else waits until the case is opened again. */
  readonly afterClosing?: boolean;
  /** May be done for several cases at once, each a command of its own. */
  readonly inBatch?: boolean;
  /** The action that takes it back as long as nothing has left the house: offered for a moment after it was done. */
  readonly undoneBy?: string;
  /** No button: offered only for a moment after what it takes back. */
  readonly onlyUndoes?: boolean;
  /** Waiting for this person's hand: it puts the case into 待办. */
  readonly todo?: boolean;
}

/** Keeps the names of one part of the table as literal types. */
export const defineActions = <T extends Record<string, ActionRule>>(
  table: T,
): { readonly [K in keyof T]: ActionRule } => table;
