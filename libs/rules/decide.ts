import { FuhanError } from '@fuhan/kernel';
import { type ActionName, actionNames, actions } from './actions';
import { duties } from './duties';
import { type GuardName, guards } from './guards';
import { type AggregateName, allMachines, stateLabel, transitionOf } from './machines';
import { mayDo, maySee } from './permissions';
import type { Actor, CaseSnapshot } from './snapshot';

/** What the rules answer to "may this person do this to that, now?" */
export type Decision =
  | { readonly verdict: 'allowed' }
  | { readonly verdict: 'unknown' } // the actor may not know of it: answered like a missing one
  | { readonly verdict: 'denied' }
  | { readonly verdict: 'moved on'; readonly state: string }
  | { readonly verdict: 'blocked'; readonly reason: string };

const collections: Record<
  AggregateName,
  (snapshot: CaseSnapshot) => readonly { id: string; state: string }[]
> = {
  assignment: (snapshot) => snapshot.assignments,
  return_request: (snapshot) => snapshot.returnRequests,
  opinion: (snapshot) => snapshot.opinions,
  draft: (snapshot) => snapshot.drafts,
  review_step: (snapshot) => snapshot.steps,
  letter: (snapshot) => snapshot.letters,
  delivery: (snapshot) => snapshot.deliveries,
  outside_link: (snapshot) => snapshot.outsideLinks,
  contact_record: (snapshot) => snapshot.contacts,
  contribution: (snapshot) => snapshot.contributions,
  confirmation: (snapshot) => snapshot.confirmations,
  commitment: (snapshot) => snapshot.commitments,
  publication: (snapshot) => snapshot.publications,
  rating: (snapshot) => snapshot.ratings,
  redo: (snapshot) => snapshot.redos,
  deadline: (snapshot) => snapshot.deadlines,
  extension: (snapshot) => snapshot.extensions,
};

/** All members of an aggregate in this case. */
export const membersOf = (
  snapshot: CaseSnapshot,
  aggregate: AggregateName,
): readonly { id: string; state: string }[] => collections[aggregate](snapshot);

/** The guards of each action and of its transitions, in the order in which they are asked. */
const guardsOf: ReadonlyMap<ActionName, readonly GuardName[]> = new Map(
  actionNames.map((action) => {
    const rows = allMachines.flatMap(({ transitions }) => transitions.filter((row) => row.action === action));
    return [action, [...(actions[action].guards ?? []), ...rows.flatMap((row) => row.guards ?? [])]];
  }),
);

const CLOSED = '这件提案已经结案。确需再办的，请交办单位先“重新开启”。';

function firstFailure(snapshot: CaseSnapshot, action: ActionName, targetId: string): string | null {
  if (snapshot.proposal.closedOn !== null && !actions[action].afterClosing) return CLOSED;
  for (const name of guardsOf.get(action) ?? []) {
    const reason = guards[name](snapshot, targetId);
    if (reason !== null) return reason;
  }
  return null;
}

/**
 * Permission, state and guards of one action on one target of a case, in this order: who may not know of the case learns
 * nothing about it, and who may not act learns nothing about its state.
 */
export function decide(snapshot: CaseSnapshot, actor: Actor, action: ActionName, targetId: string): Decision {
  if (!maySee(snapshot, actor)) return { verdict: 'unknown' };
  const target = actions[action].target;
  if (target === null) return { verdict: 'unknown' };
  const state =
    target === 'proposal' ? null : membersOf(snapshot, target).find((each) => each.id === targetId)?.state;
  if (state === undefined || (target === 'proposal' && targetId !== snapshot.proposal.id))
    return { verdict: 'unknown' };
  if (!mayDo(snapshot, actor, action, targetId)) return { verdict: 'denied' };
  if (state !== null && target !== 'proposal') {
    const row = transitionOf(target, action);
    if (row && row.from !== 'none' && !row.from.some((from) => from === state))
      return { verdict: 'moved on', state: stateLabel(target, state) };
  }
  const reason = firstFailure(snapshot, action, targetId);
  return reason === null ? { verdict: 'allowed' } : { verdict: 'blocked', reason };
}

/** Throws the coded error of anything but `allowed`. The first line of every use case on a case. */
export function authorize(snapshot: CaseSnapshot, actor: Actor, action: ActionName, targetId: string): void {
  const decision = decide(snapshot, actor, action, targetId);
  const { label } = actions[action];
  switch (decision.verdict) {
    case 'allowed':
      return;
    case 'unknown':
      throw new FuhanError('request.not-found');
    case 'denied':
      throw new FuhanError('permission.denied', { action: label, who: whoMay(action) });
    case 'moved on':
      throw new FuhanError('state.moved-on', { action: label, state: decision.state });
    case 'blocked':
      throw new FuhanError('guard.failed', { detail: decision.reason });
  }
}

/** The duties an action needs, in words: 提案办或承办人. */
export const whoMay = (action: ActionName): string =>
  actions[action].duties.map((duty) => duties[duty].label).join('或') || '系统';
