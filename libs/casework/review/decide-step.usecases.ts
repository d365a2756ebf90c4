import { createHash } from 'node:crypto';
import { FuhanError, newId } from '@fuhan/kernel';
import { comesAfter, inLastStage } from '@fuhan/rules';
import type { CommandContext } from '../case/context';
import { type Overrule, ReviewStep, SignOffInk } from '../case/entities';
import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { draftFindings, overrulable } from '../drafting/check-draft';
import { newestSteps, undecided } from './advance';
import { assertCleared } from './cleared';
import { keepSnapshot, partsFor, type TextNow, textNow } from './text-now';

const stepOf = (ctx: CommandContext, id: string): Promise<ReviewStep> =>
  ctx.em.findOneByOrFail(ReviewStep, { id });

/** What every decision leaves on its step: who, when, on which text; the text itself is kept. */
async function decision(ctx: CommandContext, step: ReviewStep, now: TextNow): Promise<Partial<ReviewStep>> {
  await keepSnapshot(ctx.em, step.draftId, now, ctx.now);
  return {
    decidedAt: ctx.now,
    decidedBy: ctx.actor.personId,
    readAt: step.readAt ?? ctx.now,
    readBy: step.readBy ?? ctx.actor.personId,
    seenDigest: now.digest,
    seenParts: partsFor(ctx.profile, now, step),
  };
}

/** The signature, or whatever approval makes the round complete, needs the red findings answered for. */
async function assertMaySign(ctx: CommandContext, step: ReviewStep): Promise<void> {
  const steps = await newestSteps(ctx.em, step.draftId);
  const signs = step.addedBy === null && inLastStage(steps, step);
  const completes = steps.every(
    ({ id, state }) => id === step.id || state === 'approved' || state === 'cancelled',
  );
  if (!signs && !completes) return;
  const overrules: readonly Overrule[] = steps.flatMap((each) => each.overrules);
  assertCleared(await draftFindings(ctx, step.draftId), overrules);
}

/** Keeps what was written by hand. @returns its id; null where nothing was */
async function keepInk(ctx: CommandContext, draftId: string, path: string | null): Promise<string | null> {
  if (path === null) return null;
  const id = newId();
  await ctx.em.insert(SignOffInk, {
    ...{ id, proposalId: ctx.proposalId, draftId, path },
    sha256: createHash('sha256').update(path).digest('hex'),
    ...{ drawnBy: ctx.actor.personId, drawnAt: ctx.now },
  });
  return id;
}

/**
 * 同意: bound to the text that was seen; the next steps open, after the last one the draft is signed.
 * @throws FuhanError `review.text-changed` when the text is no longer the one that was on the screen
 */
export const approveStep: UseCase<'reviewStep.approve'> = async (ctx, { comment, ink, seen }, targetId) => {
  const step = await stepOf(ctx, targetId);
  const now = await textNow(ctx, step.draftId);
  if (seen !== null && seen !== now.digest) throw new FuhanError('review.text-changed');
  await assertMaySign(ctx, step);
  await record(
    ctx,
    'reviewStep.approve',
    targetId,
    `${step.name}：同意。${comment}${ink ? '（手写签批）' : ''}`,
  );
  const decided = await decision(ctx, step, now);
  await transition(ctx, 'review_step', targetId, 'reviewStep.approve', {
    ...decided,
    comment: comment || null,
    inkId: await keepInk(ctx, step.draftId, ink),
  });
  return { id: targetId };
};

export const DRAFTER = 'drafter';

/** The step it goes back to: one that has approved and comes before; null for the drafter. */
async function backTo(ctx: CommandContext, step: ReviewStep, to: string): Promise<ReviewStep | null> {
  if (to === DRAFTER) return null;
  const target = (await newestSteps(ctx.em, step.draftId)).find(({ id }) => id === to);
  if (target?.state !== 'approved' || !comesAfter(step, target)) throw new FuhanError('review.no-such-step');
  return target;
}

/** 退回: to the drafter or an earlier step, with the reason; on request it comes straight back to the sender. */
export const sendBackStep: UseCase<'reviewStep.sendBack'> = async (
  ctx,
  { comment, to, direct },
  targetId,
) => {
  const step = await stepOf(ctx, targetId);
  const target = await backTo(ctx, step, to);
  const where = target ? `退给“${target.name}”` : '退回修改';
  await record(
    ctx,
    'reviewStep.sendBack',
    targetId,
    `${step.name}：${where}${direct ? '，改后直送我' : ''}。${comment}`,
  );
  await transition(ctx, 'review_step', targetId, 'reviewStep.sendBack', {
    ...(await decision(ctx, step, await textNow(ctx, step.draftId))),
    comment,
    backTo: target?.stepKey ?? null,
    backDirect: direct,
  });
  return { id: targetId };
};

/** 撤回同意: as long as nobody after it has opened the draft. */
export const withdrawApproval: UseCase<'reviewStep.withdraw'> = async (ctx, _input, targetId) => {
  const step = await stepOf(ctx, targetId);
  await record(ctx, 'reviewStep.withdraw', targetId, `${step.name}：撤回同意。`);
  await transition(ctx, 'review_step', targetId, 'reviewStep.withdraw', undecided);
  return { id: targetId };
};

/** 准予保留: the signer lets a red finding stand; the reason stays in the sign-off record. */
export const overruleFinding: UseCase<'reviewStep.overrule'> = async (ctx, { finding, reason }, targetId) => {
  const step = await stepOf(ctx, targetId);
  const choice = overrulable(await draftFindings(ctx, step.draftId), step.overrules).find(
    ({ key }) => key === finding,
  );
  if (!choice) throw new FuhanError('review.no-such-finding');
  const [checkId = '', ...excerpt] = finding.split('|');
  const overrule = {
    checkId,
    excerpt: excerpt.join('|'),
    reason,
    by: ctx.actor.personId,
    at: ctx.now.toISOString(),
  };
  await ctx.em.update(ReviewStep, targetId, { overrules: [...step.overrules, overrule] as never });
  await record(ctx, 'reviewStep.overrule', targetId, `准予保留：${choice.label}理由：${reason}`);
  return { id: targetId };
};
