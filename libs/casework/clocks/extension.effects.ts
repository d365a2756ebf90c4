import { recompute } from '@fuhan/clocks';
import { chineseDate, FuhanError } from '@fuhan/kernel';
import type { EffectHandler } from '../case/context';
import { Extension } from '../case/entities';
import { tell } from '../case/tell';
import { proposersOfCase } from '../merging/answered';
import { clockOfCase, concernedBy } from './clock-of-case';

export const tellCoordinator: EffectHandler = async (ctx, { targetId }) => {
  const { deadlineId, dueWanted } = await ctx.em.findOneByOrFail(Extension, { id: targetId });
  const { basis } = await clockOfCase(ctx, deadlineId);
  tell(ctx, 'extension_requested', `申请把${basis.name}延长到${chineseDate(dueWanted)}，请批复`, [
    { unitId: null, duties: ['coordinator'] },
  ]);
};

/** The due day moves to where the extension puts it; a pause since then may already have moved it further. */
export const extendClock: EffectHandler = async (ctx, { targetId }) => {
  const { deadlineId, rule, requestedOn, reason } = await ctx.em.findOneByOrFail(Extension, { id: targetId });
  const deadline = await clockOfCase(ctx, deadlineId);
  const { dueOn } = await recompute(ctx, deadline, { extension: { rule, requestedOn, reason } });
  if (dueOn <= deadline.dueOn)
    throw new FuhanError('extension.not-longer', { due: deadline.dueOn, extended: dueOn });
};

/** The unit hears of it, and whom it has to tell in turn. */
export const tellExtensionGranted: EffectHandler = async (ctx, { targetId }) => {
  const { deadlineId } = await ctx.em.findOneByOrFail(Extension, { id: targetId });
  const deadline = await clockOfCase(ctx, deadlineId);
  const proposers = await proposersOfCase(ctx.em, ctx.proposalId);
  const list = proposers.map(({ name, contact }) => (contact ? `${name}（${contact}）` : name)).join('、');
  tell(
    ctx,
    'extension_granted',
    `${deadline.basis.name}延期到${chineseDate(deadline.dueOn)}，请告知提案者`,
    await concernedBy(ctx, deadline),
    `请告知：${list}。告知后请在案卷里登记。`,
  );
};

export const tellExtensionRefused: EffectHandler = async (ctx, { targetId }) => {
  const { deadlineId } = await ctx.em.findOneByOrFail(Extension, { id: targetId });
  const deadline = await clockOfCase(ctx, deadlineId);
  const title = `${deadline.basis.name}不予延期，仍于${chineseDate(deadline.dueOn)}到期`;
  tell(ctx, 'extension_refused', title, await concernedBy(ctx, deadline));
};
