import type { ActionName } from '../actions';
import { assignmentMachine } from './assignment.machine';
import { commitmentMachine } from './commitment.machine';
import { contributionMachine } from './contribution.machine';
import { confirmationMachine } from './confirmation.machine';
import { contactRecordMachine } from './contact-record.machine';
import { deadlineMachine } from './deadline.machine';
import { deliveryMachine } from './delivery.machine';
import { draftMachine } from './draft.machine';
import { extensionMachine } from './extension.machine';
import { letterMachine } from './letter.machine';
import type { Machine, Transition } from './machine';
import { opinionMachine } from './opinion.machine';
import { outsideLinkMachine } from './outside-link.machine';
import { publicationMachine } from './publication.machine';
import { ratingMachine } from './rating.machine';
import { redoMachine } from './redo.machine';
import { returnRequestMachine } from './return-request.machine';
import { reviewStepMachine } from './review-step.machine';
import type { AggregateName } from './states';

export type { Machine, Transition } from './machine';
export * from './states';
export { graphFaults } from './graph';
export { drawMachine } from './draw';

/** Every aggregate's table. */
export const machines: { readonly [A in AggregateName]: Machine<A> } = {
  assignment: assignmentMachine,
  return_request: returnRequestMachine,
  opinion: opinionMachine,
  draft: draftMachine,
  review_step: reviewStepMachine,
  letter: letterMachine,
  delivery: deliveryMachine,
  outside_link: outsideLinkMachine,
  contact_record: contactRecordMachine,
  confirmation: confirmationMachine,
  contribution: contributionMachine,
  commitment: commitmentMachine,
  publication: publicationMachine,
  rating: ratingMachine,
  redo: redoMachine,
  deadline: deadlineMachine,
  extension: extensionMachine,
};

export const allMachines = Object.values(machines) as readonly Machine[];

/** The row by which `action` changes (or makes) an `aggregate`; undefined where the action leaves its state alone. */
export const transitionOf = (aggregate: AggregateName, action: ActionName): Transition | undefined =>
  (machines[aggregate].transitions as readonly Transition[]).find((row) => row.action === action);
