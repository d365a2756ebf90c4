import { type ActionGroup, actionGroups, type ActionRule } from './action-rule';
import { assignmentActions } from './assignment.actions';
import { chasingActions } from './chasing.actions';
import { commitmentActions } from './commitment.actions';
import { contributionActions } from './contribution.actions';
import { confirmationActions } from './confirmation.actions';
import { contactRecordActions } from './contact-record.actions';
import { clockActions } from './clock.actions';
import { draftActions } from './draft.actions';
import { letterActions } from './letter.actions';
import { opinionActions } from './opinion.actions';
import { proposalActions } from './proposal.actions';
import { publicationActions } from './publication.actions';
import { ratingActions } from './rating.actions';
import { returnRequestActions } from './return-request.actions';
import { reviewStepActions } from './review-step.actions';

export { actionGroups, type ActionRule, type Relation } from './action-rule';

/** Who may do what: the one permission table of casework, in the order of its buttons. A system action has no duty, so nobody may. */
export const actions = {
  ...proposalActions,
  ...assignmentActions,
  ...returnRequestActions,
  ...opinionActions,
  ...contributionActions,
  ...draftActions,
  ...confirmationActions,
  ...reviewStepActions,
  ...letterActions,
  ...commitmentActions,
  ...ratingActions,
  ...publicationActions,
  ...chasingActions,
  ...contactRecordActions,
  ...clockActions,
} as const;

export type ActionName = keyof typeof actions;

export const actionNames = Object.keys(actions) as ActionName[];

/** What a button for the action says. */
export const actionLabel = (action: ActionName): string => actions[action].label;

/** What the parts of the table are about. */
const parts: readonly (readonly [ActionGroup, Readonly<Record<string, ActionRule>>])[] = [
  ['proposal', proposalActions],
  ['handlers', assignmentActions],
  ['handlers', returnRequestActions],
  ['opinions', opinionActions],
  ['draft', contributionActions],
  ['draft', draftActions],
  ['draft', confirmationActions],
  ['review', reviewStepActions],
  ['letter', letterActions],
  ['promises', commitmentActions],
  ['ratings', ratingActions],
  ['publication', publicationActions],
  ['clocks', chasingActions],
  ['contacts', contactRecordActions],
  ['clocks', clockActions],
];
const groupOf = new Map(
  parts.flatMap(([group, part]) =>
    Object.entries(part).map(([action, rule]) => [action, actionGroups[rule.group ?? group]] as const),
  ),
);
/** The heading under which a button for the action stands. */
export function actionGroup(action: ActionName): string {
  const group = groupOf.get(action);
  if (!group) throw new Error(`${action} stands in no part of the table`);
  return group;
}
