import { Office } from '@fuhan/identity';
import { FuhanError, newId } from '@fuhan/kernel';
import { Assignment, Contribution } from '../case/entities';
import { firstState, made, record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';

/** 请其他科室供稿: whoever drafts for the unit asks another section of it. */
export const askSection: UseCase<'assignment.askSection'> = async (ctx, input, targetId) => {
  const { unitId, officeId: own } = await ctx.em.findOneByOrFail(Assignment, { id: targetId });
  const office = await ctx.em.findOneBy(Office, { id: input.officeId, unitId });
  if (!office) throw new FuhanError('guard.failed', { detail: '这个科室不是本单位的。请刷新后再选。' });
  if (office.id === own) throw new FuhanError('guard.failed', { detail: '这是承办科室自己，请选其他科室。' });
  if (input.dueOn !== null && input.dueOn < ctx.today)
    throw new FuhanError('guard.failed', { detail: '供稿日期已经过去，请改成今天或以后的日期。' });
  const id = newId();
  await ctx.em.insert(Contribution, {
    ...{ id, proposalId: ctx.proposalId, assignmentId: targetId, ...input },
    state: firstState('contribution', 'assignment.askSection'),
    ...{ askedAt: ctx.now, askedBy: ctx.actor.personId },
  });
  await record(ctx, 'assignment.askSection', id, `请${office.name}供稿：${input.question}`);
  await made(ctx, 'contribution', 'assignment.askSection', id);
  return { id };
};

/** 供稿: what the section writes, once; who asked may ask again. */
export const giveContribution: UseCase<'contribution.give'> = async (ctx, { body }, targetId) => {
  const { officeId } = await ctx.em.findOneByOrFail(Contribution, { id: targetId });
  const { name } = await ctx.em.findOneByOrFail(Office, { id: officeId });
  await transition(ctx, 'contribution', targetId, 'contribution.give', {
    ...{ body, givenAt: ctx.now, givenBy: ctx.actor.personId },
  });
  await record(ctx, 'contribution.give', targetId, `${name}供稿。`);
  return { id: targetId };
};

/** 撤回供稿请求 */
export const withdrawContribution: UseCase<'contribution.withdraw'> = async (ctx, _input, targetId) => {
  await transition(ctx, 'contribution', targetId, 'contribution.withdraw');
  await record(ctx, 'contribution.withdraw', targetId, '撤回供稿请求。');
  return { id: targetId };
};
