import { duties } from '@fuhan/rules';
import type { CommandContext, EffectHandler } from '../case/context';
import { Assignment, Draft, ReviewStep } from '../case/entities';
import { type Audience, tell } from '../case/tell';
import { transition } from '../case/transition';
import { advance, newestSteps } from './advance';
import { beginRound } from './begin-round';

const stepOf = (ctx: CommandContext, id: string): Promise<ReviewStep> =>
  ctx.em.findOneByOrFail(ReviewStep, { id });

const unitOf = async (ctx: CommandContext, draftId: string): Promise<Assignment> => {
  const { assignmentId } = await ctx.em.findOneByOrFail(Draft, { id: draftId });
  return ctx.em.findOneByOrFail(Assignment, { id: assignmentId });
};

/** Whoever holds a step. */
const holders = ({ personId, unitId, duty, officeId }: ReviewStep): Audience =>
  personId === null ? { unitId, duties: [duty], officeId } : { personId };

/** Those who signed in this round, the actor apart. */
const signers = (ctx: CommandContext, steps: readonly ReviewStep[]): Audience[] =>
  [...new Set(steps.flatMap(({ state, decidedBy }) => (state === 'approved' ? (decidedBy ?? []) : [])))]
    .filter((personId) => personId !== ctx.actor.personId)
    .map((personId) => ({ personId }));

async function drafterOf(ctx: CommandContext, draftId: string): Promise<Audience> {
  const { unitId, drafterId } = await unitOf(ctx, draftId);
  return drafterId ? { personId: drafterId } : { unitId, duties: ['proposal_office'] };
}

/** The steps that were not reached, and those that were being read, fall away. */
async function cancelRest(ctx: CommandContext, steps: readonly ReviewStep[]): Promise<ReviewStep[]> {
  const rest = steps.filter(({ state }) => state === 'waiting' || state === 'open');
  for (const { id } of rest) await transition(ctx, 'review_step', id, 'reviewStep.cancel');
  return rest;
}

/** A new round of steps, as the profile's rules choose them; the first ones open. */
export const openReviewRoute: EffectHandler = (ctx, { targetId }) => beginRound(ctx, targetId, 'drafter');

export const tellStepHolders: EffectHandler = async (ctx, { targetId }) => {
  const step = await stepOf(ctx, targetId);
  const why =
    step.direct || step.touched.length === 0
      ? step.direct
        ? '（已按您的意见修改）'
        : ''
      : '（您同意之后有改动，请再看）';
  tell(ctx, 'review', `有一份答复稿待${step.name}${why}`, [holders(step)]);
};

/** The step is no longer theirs for now: an approval before it was taken back, or a signer was added. */
export const tellHeldBack: EffectHandler = async (ctx, { targetId }) => {
  const step = await stepOf(ctx, targetId);
  tell(ctx, 'review_held', `“${step.name}”先等一等，前面的环节还要再办`, [holders(step)]);
};

/** The steps whose turn it is open; where there is none left, the letter is signed. */
export const advanceRoute: EffectHandler = async (ctx, { targetId }) =>
  advance(ctx, (await stepOf(ctx, targetId)).draftId);

export const tellClerks: EffectHandler = async (ctx, { targetId }) => {
  const { unitId } = await unitOf(ctx, targetId);
  tell(ctx, 'signed', '有一份答复函已签发，请编号发文', [{ unitId, duties: ['clerk'] }]);
};

/** The round is over: the draft goes back to its drafter, or at once on its way again from an earlier step. */
export const returnDraft: EffectHandler = async (ctx, { targetId }) => {
  const { draftId, backTo, comment } = await stepOf(ctx, targetId);
  const steps = await newestSteps(ctx.em, draftId);
  await cancelRest(ctx, steps);
  const by = `${ctx.actor.name}（${duties[(await stepOf(ctx, targetId)).duty].label}）`;
  const told = signers(ctx, steps);
  if (told.length > 0) tell(ctx, 'review_returned', `您同意过的答复稿被${by}退回`, told);
  if (backTo !== null) return beginRound(ctx, draftId, 'step');
  const { kind } = await ctx.em.findOneByOrFail(Draft, { id: draftId });
  const back = kind === 'correction' ? 'draft.sendBackCorrection' : 'draft.sendBack';
  await transition(ctx, 'draft', draftId, back, { returnReason: comment });
  tell(ctx, 'draft_returned', '答复稿被退回修改', [await drafterOf(ctx, draftId)]);
};

/** An approval was taken back: what it opened waits again, and a signature it gave is none. */
export const resumeReview: EffectHandler = async (ctx, { targetId }) => {
  const { draftId } = await stepOf(ctx, targetId);
  const { state } = await ctx.em.findOneByOrFail(Draft, { id: draftId });
  if (state === 'signed') {
    await transition(ctx, 'draft', draftId, 'draft.unsign');
    const { unitId } = await unitOf(ctx, draftId);
    tell(ctx, 'unsigned', '有一份答复函的签发已撤回，请先不要编号', [{ unitId, duties: ['clerk'] }]);
  }
  await advance(ctx, draftId);
};

/** The drafter took the draft back before anyone looked. */
export const endRound: EffectHandler = async (ctx, { targetId }) => {
  const rest = await cancelRest(ctx, await newestSteps(ctx.em, targetId));
  const waited = rest.filter(({ state }) => state === 'open');
  if (waited.length > 0) tell(ctx, 'draft_withdrawn', '送来的答复稿已由承办人撤回', waited.map(holders));
};

/** A reply that goes no further waits for nobody. */
export const cancelSteps: EffectHandler = async (ctx, { targetId: draftId }) => {
  const ahead = await ctx.em.findBy(ReviewStep, [
    { draftId, state: 'open' },
    { draftId, state: 'waiting' },
  ]);
  for (const step of ahead) await transition(ctx, 'review_step', step.id, 'reviewStep.cancel');
};
