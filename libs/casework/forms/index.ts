import { type CaseCommandName, caseActionAnswer, commandPath, formSchema } from '@fuhan/contracts';
import { actionGroup, type NextAction } from '@fuhan/rules';
import type { z } from 'zod';
import { chasingForms } from './chasing.forms';
import { commitmentForms } from './commitment.forms';
import { contributionForms } from './contribution.forms';
import { confirmationForms } from './confirmation.forms';
import { contactForms } from './contact.forms';
import { clockForms } from './clock.forms';
import { draftingForms } from './drafting.forms';
import { type FormContext, type FormOf, shortName } from './form';
import { handOverForms } from './hand-over.forms';
import { issuingForms } from './issuing.forms';
import { opinionForms } from './opinion.forms';
import { publicationForms } from './publication.forms';
import { ratingForms } from './rating.forms';
import { reviewForms } from './review.forms';

export type { FormContext } from './form';

/** Exactly one form (or several) for each command on a case. */
const forms: { readonly [N in Exclude<CaseCommandName, 'proposal.register'>]: FormOf } = {
  ...handOverForms,
  ...opinionForms,
  ...draftingForms,
  ...reviewForms,
  ...issuingForms,
  ...commitmentForms,
  ...chasingForms,
  ...contributionForms,
  ...confirmationForms,
  ...contactForms,
  ...ratingForms,
  ...publicationForms,
  ...clockForms,
};

/** Whether people do it by a form of the case. */
export const hasForm = (action: string): action is keyof typeof forms => action in forms;

/** So much of a promise tells it from the others. */
const NAMED = 24;
const shortened = (text: string): string => (text.length > NAMED ? `${text.slice(0, NAMED)}…` : text);

/** What the action is done to, in words a person recognises. */
function targetLabel(ctx: FormContext, targetId: string): string {
  const { material } = ctx;
  const opinion = material.opinions.find(({ id }) => id === targetId);
  const about = [opinion, ...material.links, ...material.requests].find((each) => each?.id === targetId);
  const assignmentId = about?.assignmentId ?? targetId;
  const assignment = material.assignments.find(({ id }) => id === assignmentId);
  if (assignment) return shortName(ctx, assignment.unitId);
  const step = material.steps.find(({ id }) => id === targetId);
  const letter = material.letters.find(({ id }) => id === targetId);
  const delivery = material.deliveries.find(({ id }) => id === targetId);
  const contact = material.contacts.find(({ id }) => id === targetId);
  const draft = material.drafts.find(({ id }) => id === targetId);
  const promise = material.commitments.find(({ id }) => id === targetId);
  const rating = material.ratings.find(({ id }) => id === targetId);
  const rater = material.proposers.find(({ id }) => id === rating?.proposerId);
  const copy = material.publications.find(({ id }) => id === targetId);
  const redo = material.redos.find(({ id }) => id === targetId);
  const refused = material.letters.find(({ id }) => id === redo?.letterId);
  return (
    step?.name ??
    letter?.documentNumber ??
    delivery?.recipientName ??
    contact?.heldOn ??
    (promise && shortened(promise.text)) ??
    rater?.name ??
    copy?.title ??
    refused?.documentNumber ??
    (draft ? '答复稿' : `第${material.proposal.number}号`)
  );
}

/** The buttons of the page, each with its form: address, schema, first values, choices. */
export const describeActions = (
  ctx: FormContext,
  found: readonly NextAction[],
): z.input<typeof caseActionAnswer>[] =>
  found.flatMap(({ action, label, targetId, blockedBy, todo }) => {
    if (!hasForm(action)) return [];
    const made = forms[action](ctx, targetId);
    return (Array.isArray(made) ? made : [made]).map((form) => ({
      command: action,
      label,
      group: actionGroup(action),
      targetId,
      targetLabel: form.label ?? targetLabel(ctx, targetId),
      href: `/api${commandPath(action, targetId)}`,
      blockedBy,
      todo,
      schema: formSchema(action),
      defaults: form.defaults ?? {},
      choices: form.choices ?? {},
      ...(form.advice && form.advice.length > 0 && { advice: [...form.advice] }),
    }));
  });
