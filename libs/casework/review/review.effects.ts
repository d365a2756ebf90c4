import { newId } from '@fuhan/kernel';
import { routeOf } from '@fuhan/rules';
import type { CommandContext, EffectHandler } from '../case/context';
import { Assignment, Draft, ReviewStep } from '../case/entities';
import { tell } from '../case/tell';
import { firstState, transition } from '../case/transition';

const unitOf = async (ctx: CommandContext, draftId: string): Promise<Assignment> => {
  const { assignmentId } = await ctx.em.findOneByOrFail(Draft, { id: draftId });
  return ctx.em.findOneByOrFail(Assignment, { id: assignmentId });
};

/** A new round of steps, as the profile's route has them; the first one opens. */
export const openReviewRoute: EffectHandler = async (ctx, { targetId: draftId }) => {
  const round = (await ctx.em.maximum(ReviewStep, 'round', { draftId })) ?? 0;
  const state = firstState('review_step', 'reviewStep.plan');
  const steps = routeOf(ctx.profile).steps.map(({ name, duty }, i) => ({
    id: newId(),
    proposalId: ctx.proposalId,
    draftId,
    round: round + 1,
    ordinal: i + 1,
    name,
    duty,
    state,
  }));
  await ctx.em.insert(ReviewStep, steps);
  const [first] = steps;
  if (first) await transition(ctx, 'review_step', first.id, 'reviewStep.open');
};

export const tellStepHolders: EffectHandler = async (ctx, { targetId }) => {
  const step = await ctx.em.findOneByOrFail(ReviewStep, { id: targetId });
  const { unitId } = await unitOf(ctx, step.draftId);
  tell(ctx, 'review', `有一份答复稿待${step.name}`, [{ unitId, duties: [step.duty] }]);
};

/** The step after this one opens; where there is none, the letter is signed. */
export const advanceRoute: EffectHandler = async (ctx, { targetId }) => {
  const { draftId, round, ordinal } = await ctx.em.findOneByOrFail(ReviewStep, { id: targetId });
  const next = await ctx.em.findOneBy(ReviewStep, { draftId, round, ordinal: ordinal + 1 });
  if (next) await transition(ctx, 'review_step', next.id, 'reviewStep.open');
  else await transition(ctx, 'draft', draftId, 'draft.sign');
};

export const tellClerks: EffectHandler = async (ctx, { targetId }) => {
  const { unitId } = await unitOf(ctx, targetId);
  tell(ctx, 'signed', '有一份答复函已签发，请编号发文', [{ unitId, duties: ['clerk'] }]);
};

export const returnDraft: EffectHandler = async (ctx, { targetId }) => {
  const { draftId, round, comment } = await ctx.em.findOneByOrFail(ReviewStep, { id: targetId });
  const ahead = await ctx.em.findBy(ReviewStep, { draftId, round, state: 'waiting' });
  for (const step of ahead) await transition(ctx, 'review_step', step.id, 'reviewStep.cancel');
  const { kind } = await ctx.em.findOneByOrFail(Draft, { id: draftId });
  const back = kind === 'correction' ? 'draft.sendBackCorrection' : 'draft.sendBack';
  await transition(ctx, 'draft', draftId, back, { returnReason: comment });
  const { unitId, drafterId } = await unitOf(ctx, draftId);
  tell(ctx, 'draft_returned', '答复稿被退回修改', [
    drafterId ? { personId: drafterId } : { unitId, duties: ['proposal_office'] },
  ]);
};

/** A reply that goes no further waits for nobody. */
export const cancelSteps: EffectHandler = async (ctx, { targetId: draftId }) => {
  const ahead = await ctx.em.findBy(ReviewStep, [
    { draftId, state: 'open' },
    { draftId, state: 'waiting' },
  ]);
  for (const step of ahead) await transition(ctx, 'review_step', step.id, 'reviewStep.cancel');
};
