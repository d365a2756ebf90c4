import { Unit } from '@fuhan/identity';
import { FuhanError } from '@fuhan/kernel';
import type { CommandContext } from '../case/context';
import {
  Assignment,
  ItemRejection,
  Opinion,
  OpinionItem,
  OpinionVersion,
  PassageSource,
} from '../case/entities';
import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';

/** The short name of the unit that said it, if it was said about this proposal. @throws FuhanError `guard.failed` */
async function unitBehind(ctx: CommandContext, opinionItemId: string): Promise<string> {
  const item = await ctx.em.findOneBy(OpinionItem, { id: opinionItemId });
  const version = item && (await ctx.em.findOneByOrFail(OpinionVersion, { id: item.opinionVersionId }));
  const opinion = version && (await ctx.em.findOneByOrFail(Opinion, { id: version.opinionId }));
  if (opinion?.proposalId !== ctx.proposalId)
    throw new FuhanError('guard.failed', { detail: '这条意见不属于这件提案。请刷新后再选。' });
  const { unitId } = await ctx.em.findOneByOrFail(Assignment, { id: opinion.assignmentId });
  return (await ctx.em.findOneByOrFail(Unit, { id: unitId })).shortName;
}

/** 不采用: what an opinion says to a suggestion is set aside; its unit reads why. */
export const rejectItem: UseCase<'draft.rejectItem'> = async (ctx, { opinionItemId, reason }, targetId) => {
  const unit = await unitBehind(ctx, opinionItemId);
  const used = await ctx.em
    .createQueryBuilder(PassageSource, 's')
    .innerJoin('passage', 'p', 'p.id = s.passageId')
    .innerJoin('draft_section', 'd', 'd.id = p.section_id AND d.draft_id = :draftId', { draftId: targetId })
    .where('s.opinionItemId = :opinionItemId', { opinionItemId })
    .getExists();
  if (used)
    throw new FuhanError('guard.failed', {
      detail: `${unit}的这条意见已写入答复稿。请先删去采用的段落，再注明不采用。`,
    });
  await ctx.em.upsert(
    ItemRejection,
    { draftId: targetId, opinionItemId, reason, rejectedBy: ctx.actor.personId, rejectedAt: ctx.now },
    ['draftId', 'opinionItemId'],
  );
  await record(ctx, 'draft.rejectItem', opinionItemId, `不采用${unit}的一条会办意见：${reason}`);
  await transition(ctx, 'draft', targetId, 'draft.rejectItem');
  return { id: opinionItemId };
};

/** 重新考虑意见: it waits to be dealt with again. */
export const reconsiderItem: UseCase<'draft.reconsiderItem'> = async (ctx, { opinionItemId }, targetId) => {
  const unit = await unitBehind(ctx, opinionItemId);
  const { affected } = await ctx.em.delete(ItemRejection, { draftId: targetId, opinionItemId });
  if (affected === 0)
    throw new FuhanError('guard.failed', { detail: '这条意见没有注明不采用，或已经撤销。请刷新。' });
  await record(ctx, 'draft.reconsiderItem', opinionItemId, `撤销对${unit}一条会办意见的“不采用”。`);
  await transition(ctx, 'draft', targetId, 'draft.reconsiderItem');
  return { id: opinionItemId };
};
