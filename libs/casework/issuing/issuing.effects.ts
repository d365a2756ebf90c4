import { meetClock, reopenClock } from '@fuhan/clocks';
import { Not } from 'typeorm';
import type { CommandContext, EffectHandler } from '../case/context';
import { Assignment, Delivery, Draft, Letter, Redo } from '../case/entities';
import { tell } from '../case/tell';
import { transition } from '../case/transition';

const writerOf = async (ctx: CommandContext, letterId: string): Promise<Assignment> => {
  const { draftId } = await ctx.em.findOneByOrFail(Letter, { id: letterId });
  const { assignmentId } = await ctx.em.findOneByOrFail(Draft, { id: draftId });
  return ctx.em.findOneByOrFail(Assignment, { id: assignmentId });
};

/** The worker makes the files after the commit. */
export const produceFiles: EffectHandler = async (ctx, { targetId: letterId }) => {
  ctx.outbox.push({ topic: 'letter.produce', payload: { letterId } });
};

/** Merged proposals may have a letter each: the duty is done with the last of them. */
const othersWait = async (ctx: CommandContext, letterId: string): Promise<boolean> => {
  const { draftId } = await ctx.em.findOneByOrFail(Letter, { id: letterId });
  return ctx.em.existsBy(Letter, { draftId, state: 'issued', id: Not(letterId) });
};

export const meetReplyClock: EffectHandler = async (ctx, { targetId }) => {
  if (!(await othersWait(ctx, targetId))) await meetClock(ctx, 'reply', (await writerOf(ctx, targetId)).id);
};

/** The reply ends the duty; a letter of correction finds it ended. */
export const finishWriter: EffectHandler = async (ctx, { targetId }) => {
  const { id, state } = await writerOf(ctx, targetId);
  if (state !== 'finished' && !(await othersWait(ctx, targetId)))
    await transition(ctx, 'assignment', id, 'assignment.finish');
};

const draftOf = async (ctx: CommandContext, letterId: string): Promise<Draft> => {
  const { draftId } = await ctx.em.findOneByOrFail(Letter, { id: letterId });
  return ctx.em.findOneByOrFail(Draft, { id: draftId });
};

/** A withdrawn reply is written anew; a withdrawn letter of correction is not: the next one begins afresh. */
export const reopenDraft: EffectHandler = async (ctx, { targetId }) => {
  const { id, kind, state } = await draftOf(ctx, targetId);
  // With a letter for each of merged proposals, another one may have opened it before.
  if (kind === 'reply' && state === 'issued') await transition(ctx, 'draft', id, 'draft.reopen');
};

/** The duty is there again, and so is its due day. */
export const reopenWriter: EffectHandler = async (ctx, { targetId }) => {
  const { kind, round } = await draftOf(ctx, targetId);
  const { id, state } = await writerOf(ctx, targetId);
  if (kind !== 'reply' || state !== 'finished') return;
  await transition(ctx, 'assignment', id, 'assignment.resume');
  if (round === 1) return reopenClock(ctx, 'reply', id);
  const { id: redoId } = await ctx.em.findOneByOrFail(Redo, { assignmentId: id, round });
  await transition(ctx, 'redo', redoId, 'redo.reopen');
  await reopenClock(ctx, 'redo', id);
};

/** Everybody who has a copy here is told; a proposer reads it on the personal link. */
export const tellWithdrawal: EffectHandler = async (ctx, { targetId: letterId }) => {
  const { documentNumber } = await ctx.em.findOneByOrFail(Letter, { id: letterId });
  const units = await ctx.em.findBy(Delivery, { letterId, recipientKind: 'unit' });
  const { unitId, drafterId } = await writerOf(ctx, letterId);
  tell(ctx, 'withdrawn', `${documentNumber}已撤回，请勿再用`, [
    ...units.map((copy) => ({ unitId: copy.unitId, duties: ['proposal_office'] as const })),
    { unitId, duties: ['clerk', 'proposal_office'] },
    ...(drafterId ? [{ personId: drafterId }] : []),
  ]);
};

export const tellDrafterOfCorrection: EffectHandler = async (ctx, { targetId: draftId }) => {
  const { assignmentId } = await ctx.em.findOneByOrFail(Draft, { id: draftId });
  const { unitId, drafterId } = await ctx.em.findOneByOrFail(Assignment, { id: assignmentId });
  tell(ctx, 'correction', '有一份更正函在起草', [
    drafterId ? { personId: drafterId } : { unitId, duties: ['proposal_office'] },
  ]);
};

export const tellRecipients: EffectHandler = async (ctx, { targetId: letterId }) => {
  const units = await ctx.em.findBy(Delivery, { letterId, recipientKind: 'unit' });
  tell(
    ctx,
    'delivered',
    '收到一份答复函（抄送），请签收',
    units.map(({ unitId }) => ({ unitId, duties: ['proposal_office'] })),
  );
};
