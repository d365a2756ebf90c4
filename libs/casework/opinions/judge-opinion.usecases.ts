import type { EntityManager } from 'typeorm';
import { Unit } from '@fuhan/identity';
import { Assignment, Opinion } from '../case/entities';
import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';

async function giverOf(em: EntityManager, opinionId: string): Promise<string> {
  const { assignmentId, version } = await em.findOneByOrFail(Opinion, { id: opinionId });
  const { unitId } = await em.findOneByOrFail(Assignment, { id: assignmentId });
  const { shortName } = await em.findOneByOrFail(Unit, { id: unitId });
  return `${shortName}的会办意见（第 ${version} 版）`;
}

/** 接受意见: the lead takes the opinion as given. */
export const acceptOpinion: UseCase<'opinion.accept'> = async (ctx, _input, targetId) => {
  await record(ctx, 'opinion.accept', targetId, `接受了${await giverOf(ctx.em, targetId)}。`);
  await transition(ctx, 'opinion', targetId, 'opinion.accept');
  return { id: targetId };
};

/** 退回意见: with a reason; the co-handler's next version answers it. */
export const sendBackOpinion: UseCase<'opinion.sendBack'> = async (ctx, { reason }, targetId) => {
  await record(ctx, 'opinion.sendBack', targetId, `退回了${await giverOf(ctx.em, targetId)}：${reason}`);
  await transition(ctx, 'opinion', targetId, 'opinion.sendBack', { returnReason: reason });
  return { id: targetId };
};
