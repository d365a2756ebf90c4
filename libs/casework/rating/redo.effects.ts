import { cancelClock, meetClock, startClock, startClocksOf } from '@fuhan/clocks';
import { newId } from '@fuhan/kernel';
import type { CommandContext, EffectHandler } from '../case/context';
import { Assignment, Draft, DraftSection, Letter, Passage, PassageSource, Redo } from '../case/entities';
import { tell } from '../case/tell';
import { firstState, transition } from '../case/transition';
import { coordinatingUnit } from '../hand-over/coordinating-unit';
import { proposersOfCase } from '../merging/answered';
import { newestWording } from '../drafting/wording-of';

const redoById = (ctx: CommandContext, id: string): Promise<Redo> => ctx.em.findOneByOrFail(Redo, { id });

/** The coordinator has so many days to decide. */
export const startOrderClock: EffectHandler = async (ctx, { targetId: subjectId }) => {
  const { assignmentId } = await redoById(ctx, subjectId);
  const unitId = await coordinatingUnit(ctx, assignmentId);
  await startClock(ctx, 'redo_order', { proposalId: ctx.proposalId, subjectId, unitId });
};
export const meetOrderClock: EffectHandler = (ctx, { targetId }) => meetClock(ctx, 'redo_order', targetId);
export const cancelOrderClock: EffectHandler = (ctx, { targetId }) =>
  cancelClock(ctx, 'redo_order', targetId);

export const tellRedoDue: EffectHandler = async (ctx, { targetId }) => {
  const { assignmentId, exhausted } = await redoById(ctx, targetId);
  const unitId = await coordinatingUnit(ctx, assignmentId);
  const title = exhausted ? '重新办理后仍不满意，请当面协商或专门说明' : '提案者不满意，请决定是否重新办理';
  tell(ctx, 'redo_due', title, [{ unitId, duties: ['coordinator'] }]);
};

export const tellRedoDecided: EffectHandler = async (ctx, { targetId }) => {
  const { assignmentId, reason, rung } = await redoById(ctx, targetId);
  const { unitId } = await ctx.em.findOneByOrFail(Assignment, { id: assignmentId });
  tell(
    ctx,
    'redo_decided',
    rung ? '不满意件已当面协商或专门说明' : '不满意件不再重新办理',
    [{ unitId, duties: ['proposal_office', 'leader'] }],
    rung?.outcome ?? reason ?? undefined,
  );
};

export const tellRedoOrdered: EffectHandler = async (ctx, { targetId }) => {
  const { assignmentId, reason } = await redoById(ctx, targetId);
  const { unitId, drafterId } = await ctx.em.findOneByOrFail(Assignment, { id: assignmentId });
  const people = drafterId ? [{ personId: drafterId }] : [];
  tell(
    ctx,
    'redo_ordered',
    '提案者不满意，请重新办理并再次答复',
    [{ unitId, duties: ['proposal_office', 'leader'] }, ...people],
    reason ?? undefined,
  );
};

/** The sections of the reply before, word for word with where they came from: the new round begins with them. */
async function copySections(ctx: CommandContext, from: string, to: string): Promise<void> {
  const { em } = ctx;
  for (const section of await em.find(DraftSection, {
    where: { draftId: from },
    order: { ordinal: 'ASC' },
  })) {
    const sectionId = newId();
    await em.insert(DraftSection, { ...section, id: sectionId, draftId: to, version: 1 });
    const passages = await em.find(Passage, { where: { sectionId: section.id }, order: { ordinal: 'ASC' } });
    for (const passage of passages) {
      const passageId = newId();
      await em.insert(Passage, { ...passage, id: passageId, sectionId });
      const sources = await em.findBy(PassageSource, { passageId: passage.id });
      if (sources.length > 0)
        await em.insert(
          PassageSource,
          sources.map((source) => ({ ...source, passageId })),
        );
    }
  }
}

/** 第二轮: a draft of its own that begins with the text of the first, and a clock of its own; the duty is there again. */
export const openNextRound: EffectHandler = async (ctx, { targetId }) => {
  const { assignmentId, letterId, round } = await redoById(ctx, targetId);
  const { draftId, documentNumber } = await ctx.em.findOneByOrFail(Letter, { id: letterId });
  const before = await ctx.em.findOneByOrFail(Draft, { id: draftId });
  const id = newId();
  await ctx.em.insert(Draft, {
    ...before,
    ...{ id, round, version: 1, returnReason: null },
    wordingVersion: await newestWording(ctx),
    state: firstState('draft', 'draft.open'),
    prose: [ctx.profile.rating.redoProse.replaceAll('{number}', documentNumber)],
    contactRequired: ctx.profile.requirements.contactBeforeReview,
    confirmationRequired: ctx.profile.requirements.confirmationBeforeReview,
  });
  await copySections(ctx, before.id, id);
  const own = await ctx.em.findOneByOrFail(Assignment, { id: assignmentId });
  if (own.state === 'finished') await transition(ctx, 'assignment', assignmentId, 'assignment.resume');
  const proposers = await proposersOfCase(ctx.em, ctx.proposalId);
  await startClocksOf(
    ctx,
    'redo_order',
    { role: own.role, proposers: proposers.map(({ kind }) => kind) },
    { proposalId: ctx.proposalId, subjectId: assignmentId, unitId: own.unitId },
  );
};

/** The second letter is out: what was ordered is done. */
export const answerRedo: EffectHandler = async (ctx, { targetId: letterId }) => {
  const { draftId } = await ctx.em.findOneByOrFail(Letter, { id: letterId });
  const { assignmentId, round, kind } = await ctx.em.findOneByOrFail(Draft, { id: draftId });
  const ordered =
    kind === 'reply' && (await ctx.em.findOneBy(Redo, { assignmentId, round, state: 'ordered' }));
  if (!ordered) return;
  await transition(ctx, 'redo', ordered.id, 'redo.answer');
  await meetClock(ctx, 'redo', assignmentId);
};
