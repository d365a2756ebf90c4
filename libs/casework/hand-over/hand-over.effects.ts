import { startClock } from '@fuhan/clocks';
import { newId, shanghaiDate } from '@fuhan/kernel';
import { clockOf } from '@fuhan/rules';
import type { EffectHandler } from '../case/context';
import { Assignment, Opinion } from '../case/entities';
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

/** The clocks that end with what a role owes: its opinion or its reply. */
const owed = ['opinion', 'reply'] as const;

/** Hand-over starts the clock of each role, as the profile has it, from its true day; reminders speak from now on alone. */
export const startClocks: EffectHandler = async (ctx) => {
  const assignments = await ctx.em.find(Assignment, {
    where: { proposalId: ctx.proposalId },
    order: { ordinal: 'ASC' },
  });
  for (const { id: subjectId, unitId, role, handedOverAt } of assignments) {
    const since = { ...ctx, today: shanghaiDate(handedOverAt) };
    for (const clock of owed) {
      const applies = clockOf(ctx.profile, clock)?.appliesTo.some((each) => each === role);
      if (applies) await startClock(since, clock, { proposalId: ctx.proposalId, subjectId, unitId });
    }
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

export const tellDrafter: EffectHandler = async (ctx, { targetId }) => {
  const { drafterId } = await ctx.em.findOneByOrFail(Assignment, { id: targetId });
  if (drafterId) tell(ctx, 'divided', '有一件提案分给您承办', [{ personId: drafterId }]);
};
