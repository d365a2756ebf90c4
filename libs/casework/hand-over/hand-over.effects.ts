import { cancelClocksOf, startClocksOf } from '@fuhan/clocks';
import { newId } from '@fuhan/kernel';
import type { EffectHandler } from '../case/context';
import { Assignment, Opinion, Proposer } from '../case/entities';
import { tell } from '../case/tell';
import { firstState, transition } from '../case/transition';

/** Each co-handler owes an opinion. */
export const awaitOpinions: EffectHandler = async (ctx) => {
  const co = await ctx.em.findBy(Assignment, { proposalId: ctx.proposalId, role: 'co' });
  if (co.length === 0) return;
  const state = firstState('opinion', 'opinion.await');
  await ctx.em.insert(
    Opinion,
    co.map(({ id: assignmentId }) => ({
      id: newId(),
      proposalId: ctx.proposalId,
      assignmentId,
      state,
      version: 0,
    })),
  );
};

/** Hand-over starts every clock that the profile lets it start for the role. */
export const startClocks: EffectHandler = async (ctx) => {
  const { proposalId } = ctx;
  const proposers = (await ctx.em.findBy(Proposer, { proposalId })).map((each) => each.kind);
  const assignments = await ctx.em.find(Assignment, { where: { proposalId }, order: { ordinal: 'ASC' } });
  for (const { id: subjectId, unitId, role } of assignments) {
    await startClocksOf(ctx, 'hand_over', { role, proposers }, { proposalId, subjectId, unitId });
  }
};

export const tellHandlers: EffectHandler = async (ctx) => {
  const assignments = await ctx.em.findBy(Assignment, { proposalId: ctx.proposalId });
  tell(
    ctx,
    'handed_over',
    '有新交办的提案，请签收',
    assignments.map(({ unitId }) => ({ unitId, duties: ['proposal_office'] })),
  );
};

/** 参阅: to have signed for it is all that is asked. */
export const finishReference: EffectHandler = async (ctx, { targetId }) => {
  const { role } = await ctx.em.findOneByOrFail(Assignment, { id: targetId });
  if (role === 'reference') await transition(ctx, 'assignment', targetId, 'assignment.finish');
};

export const tellOffice: EffectHandler = async (ctx, { targetId }) => {
  const { unitId } = await ctx.em.findOneByOrFail(Assignment, { id: targetId });
  tell(ctx, 'handed_on', '承办人离岗，有一件提案待重新分给科室', [{ unitId, duties: ['proposal_office'] }]);
};

/** What still runs for a unit that has done its part (the first contact, the right to return) runs on for nothing. */
export const endClocks: EffectHandler = (ctx, { targetId }) => cancelClocksOf(ctx, targetId);

export const tellDrafter: EffectHandler = async (ctx, { targetId }) => {
  const { drafterId } = await ctx.em.findOneByOrFail(Assignment, { id: targetId });
  if (drafterId) tell(ctx, 'divided', '有一件提案分给您承办', [{ personId: drafterId }]);
};
