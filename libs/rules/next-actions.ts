import { type ActionName, actionNames, actions } from './actions';
import { decide, membersOf } from './decide';
import { transitionOf } from './machines';
import { holdsAny } from './permissions';
import type { Actor, CaseSnapshot } from './snapshot';

/** One thing this person may do now; `blockedBy` says what has to happen first. */
export interface NextAction {
  readonly action: ActionName;
  readonly label: string;
  readonly targetId: string;
  readonly blockedBy: string | null;
  /** True where the case waits for this: it stands in the person's 待办. */
  readonly todo: boolean;
}

const targetsOf = (snapshot: CaseSnapshot, action: ActionName): readonly string[] => {
  const target = actions[action].target;
  if (target === null) return [];
  return target === 'proposal' ? [snapshot.proposal.id] : membersOf(snapshot, target).map((each) => each.id);
};

/** A step that leads nowhere new (naming the drafter again) is possible, but nobody waits for it. */
const movesOn = (snapshot: CaseSnapshot, action: ActionName, targetId: string): boolean => {
  const target = actions[action].target;
  if (target === null || target === 'proposal') return true;
  const row = transitionOf(target, action);
  const state = membersOf(snapshot, target).find((each) => each.id === targetId)?.state;
  return row !== undefined && row.to !== state;
};

/** What of these `actor` may do on the case, in their order. */
function possible(snapshot: CaseSnapshot, actor: Actor, names: readonly ActionName[]): NextAction[] {
  // A closed case waits for nothing and says so once, at its head.
  const isClosed = snapshot.proposal.closedOn !== null;
  return names.flatMap((action) => {
    const { target, onlyWhenPossible, label, duties, todo } = actions[action];
    if (!holdsAny(actor, duties)) return [];
    return targetsOf(snapshot, action).flatMap((targetId): NextAction[] => {
      const decision = decide(snapshot, actor, action, targetId);
      if (decision.verdict !== 'allowed' && decision.verdict !== 'blocked') return [];
      const blockedBy = decision.verdict === 'blocked' ? decision.reason : null;
      // A case that was handed over, or has no order to change, waits for nothing here: no button.
      if (blockedBy !== null && (target === 'proposal' || onlyWhenPossible || isClosed)) return [];
      return [
        { action, label, targetId, blockedBy, todo: todo === true && movesOn(snapshot, action, targetId) },
      ];
    });
  });
}

const buttonNames = actionNames.filter((action) => !actions[action].onlyUndoes);

/** Everything `actor` may do on the case, in the order of the action table: what the case waits for comes first. */
export function nextActions(snapshot: CaseSnapshot, actor: Actor): NextAction[] {
  const found = possible(snapshot, actor, buttonNames);
  return [...found.filter((each) => each.todo), ...found.filter((each) => !each.todo)];
}

const waitingNames = actionNames.filter((action) => actions[action].todo);

/** What the case waits for from `actor`: what stands first among the next actions, and makes it a 待办. */
export const waitingActions = (snapshot: CaseSnapshot, actor: Actor): NextAction[] =>
  possible(snapshot, actor, waitingNames).filter((each) => each.todo);

/** The action that takes this one back for `actor`, where that can still be done; to be asked once the action was done. */
export function undoOf(
  snapshot: CaseSnapshot,
  actor: Actor,
  done: ActionName,
  targetId: string,
): ActionName | null {
  const undo = actionNames.find((action) => action === actions[done].undoneBy);
  return undo && decide(snapshot, actor, undo, targetId).verdict === 'allowed' ? undo : null;
}

const batchNames = actionNames.filter((action) => actions[action].inBatch);

/** What `actor` may do on the case now together with others. */
export const batchActions = (snapshot: CaseSnapshot, actor: Actor): NextAction[] =>
  possible(snapshot, actor, batchNames).filter((each) => each.blockedBy === null);
