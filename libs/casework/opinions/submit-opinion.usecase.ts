import { FuhanError, newId } from '@fuhan/kernel';
import { Unit } from '@fuhan/identity';
import { Opinion, OpinionItem, OpinionVersion } from '../case/entities';
import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';

/** 提交会办意见: a new version, suggestion by suggestion; earlier versions stay. */
export const submitOpinion: UseCase<'opinion.submit'> = async (ctx, input, targetId) => {
  const opinion = await ctx.em.findOneByOrFail(Opinion, { id: targetId });
  const known = new Set(ctx.snapshot.suggestions.map(({ id }) => id));
  const asked = input.items.map(({ suggestionId }) => suggestionId);
  if (asked.some((id) => !known.has(id)) || new Set(asked).size !== asked.length) {
    throw new FuhanError('guard.failed', {
      detail: '意见对应的建议不属于这件提案，或对同一条建议写了两次。请刷新后再填。',
    });
  }
  const version = opinion.version + 1;
  const opinionVersionId = newId();
  await ctx.em.insert(OpinionVersion, {
    id: opinionVersionId,
    opinionId: targetId,
    version,
    contactName: input.contactName,
    contactPhone: input.contactPhone,
    submittedAt: ctx.now,
    submittedBy: ctx.actor.personId,
  });
  await ctx.em.insert(
    OpinionItem,
    input.items.map((item) => ({ id: newId(), opinionVersionId, ...item })),
  );
  const unit = await ctx.em.findOneByOrFail(Unit, { id: ctx.actor.unitId });
  await record(
    ctx,
    'opinion.submit',
    targetId,
    `${unit.shortName}提交会办意见（第 ${version} 版），答复 ${input.items.length} 条建议。`,
  );
  await transition(ctx, 'opinion', targetId, 'opinion.submit', { version, returnReason: null });
  return { id: targetId };
};
