import { duties, isReviewer, reviewDuties } from '@fuhan/rules';
import type { ReviewStep } from '../case/entities';
import { type Choice, type FormContext, type FormOf, plain } from './form';

const stepOf = ({ material }: FormContext, id: string): ReviewStep | undefined =>
  material.steps.find((step) => step.id === id);

const phrases = ({ phrases: texts = [] }: FormContext): Record<string, Choice[]> =>
  texts.length > 0 ? { phrases: texts.map((text) => ({ value: text, label: text })) } : {};

/** The drafter, and every step before this one that has approved in the same round. */
function backTo(ctx: FormContext, targetId: string): Choice[] {
  const step = stepOf(ctx, targetId);
  const before = ctx.material.steps.filter(
    ({ draftId, round, state, stage, lane, ordinal }) =>
      step !== undefined &&
      draftId === step.draftId &&
      round === step.round &&
      state === 'approved' &&
      (stage < step.stage || (stage === step.stage && lane === step.lane && ordinal < step.ordinal)),
  );
  return [
    { value: 'drafter', label: '承办人（修改文字）' },
    ...before.map(({ id, name }) => ({ value: id, label: name })),
  ];
}

/** Whom a step may be given: people of its unit trusted with reviewing, but for the drafter and the reader. */
function people(ctx: FormContext, targetId: string): Choice[] {
  const step = stepOf(ctx, targetId);
  const { drafts, assignments, directory } = ctx.material;
  const draft = drafts.find(({ id }) => id === step?.draftId);
  const drafterId = assignments.find(({ id }) => id === draft?.assignmentId)?.drafterId;
  return [...directory.people.values()]
    .filter(({ id, unitId, disabledAt }) => unitId === step?.unitId && !disabledAt && id !== drafterId)
    .filter(({ id }) => id !== ctx.personId && isReviewer(ctx.dutiesOf.get(id) ?? []))
    .map(({ id, name }) => ({ value: id, label: name }));
}

function signers(ctx: FormContext, targetId: string): Choice[] {
  const step = stepOf(ctx, targetId);
  const held = [...ctx.material.directory.people.values()]
    .filter(({ unitId, disabledAt }) => unitId === step?.unitId && !disabledAt)
    .flatMap(({ id }) => ctx.dutiesOf.get(id) ?? []);
  return [
    ...people(ctx, targetId).map(({ value, label }) => ({ value: `person:${value}`, label })),
    ...reviewDuties
      .filter((duty) => held.includes(duty))
      .map((duty) => ({ value: `duty:${duty}`, label: `任何一位${duties[duty].label}` })),
  ];
}

/** Reviewing and signing. */
export const reviewForms = {
  'draft.withdraw': plain,
  // The page says by itself that it is open; nobody presses a button for it.
  'reviewStep.read': () => [],
  'reviewStep.approve': (ctx, targetId) => ({
    defaults: { seen: ctx.seen?.get(targetId) ?? null },
    choices: phrases(ctx),
  }),
  'reviewStep.sendBack': (ctx, targetId) => ({
    choices: { backTo: backTo(ctx, targetId), ...phrases(ctx) },
  }),
  // Without a finding there is nothing to let stand, and no button.
  'reviewStep.overrule': (ctx, targetId) => {
    const findings = (ctx.overrulable?.get(targetId) ?? []).map(({ key, label }) => ({ value: key, label }));
    return findings.length > 0 ? { choices: { findings, ...phrases(ctx) } } : [];
  },
  'reviewStep.addSigner': (ctx, targetId) => ({
    choices: { signers: signers(ctx, targetId), ...phrases(ctx) },
  }),
  'reviewStep.delegate': (ctx, targetId) => ({
    choices: { people: people(ctx, targetId), ...phrases(ctx) },
  }),
  'reviewStep.withdraw': plain,
} satisfies Record<string, FormOf>;
