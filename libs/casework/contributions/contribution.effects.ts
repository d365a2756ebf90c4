import type { EffectHandler } from '../case/context';
import { Assignment, Contribution } from '../case/entities';
import { tell } from '../case/tell';

/** The section that was asked: whoever drafts in it. */
export const tellSection: EffectHandler = async (ctx, { targetId }) => {
  const { assignmentId, officeId, question, dueOn } = await ctx.em.findOneByOrFail(Contribution, {
    id: targetId,
  });
  const { unitId } = await ctx.em.findOneByOrFail(Assignment, { id: assignmentId });
  const by = dueOn ? `，${dueOn} 前` : '';
  tell(ctx, 'section_asked', `请本科室供稿${by}`, [{ unitId, duties: ['drafter'], officeId }], question);
};

/** Whoever asked hears that something was written. */
export const tellContributed: EffectHandler = async (ctx, { targetId }) => {
  const { askedBy } = await ctx.em.findOneByOrFail(Contribution, { id: targetId });
  tell(ctx, 'section_gave', '收到一份科室供稿', [{ personId: askedBy }]);
};
