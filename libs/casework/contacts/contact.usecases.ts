import { contactWays } from '@fuhan/contracts';
import { FuhanError, newId } from '@fuhan/kernel';
import { Blob } from '@fuhan/platform';
import { ContactRecord } from '../case/entities';
import { firstState, made, record, transition } from '../case/transition';
import { proposersOfCase } from '../merging/answered';
import type { UseCase } from '../case/use-case';

/** 记录沟通: what was said to and by the proposer, and when. It may be written down later, never before it took place. */
export const recordContact: UseCase<'assignment.recordContact'> = async (ctx, input, assignmentId) => {
  const { proposalId, actor, em } = ctx;
  if (input.heldOn > ctx.today)
    throw new FuhanError('guard.failed', { detail: '沟通日期在今天之后。请等沟通过了再记，或改正日期。' });
  const proposers = (await proposersOfCase(em, proposalId)).filter(({ id }) =>
    input.proposerIds.includes(id),
  );
  if (proposers.length !== new Set(input.proposerIds).size)
    throw new FuhanError('guard.failed', { detail: '所选提案者不在这件提案里。请刷新后重选。' });
  if (input.fileId !== null && !(await em.existsBy(Blob, { id: input.fileId, createdBy: actor.personId })))
    throw new FuhanError('file.unknown');
  const id = newId();
  await em.insert(ContactRecord, {
    id,
    proposalId,
    assignmentId,
    ...input,
    state: firstState('contact_record', 'assignment.recordContact'),
    recordedAt: ctx.now,
    recordedBy: actor.personId,
  });
  const names = proposers.map(({ name }) => name).join('、');
  await record(
    ctx,
    'assignment.recordContact',
    id,
    `${input.heldOn} 与${names}沟通（${contactWays[input.way]}），${input.people}参加。`,
  );
  await made(ctx, 'contact_record', 'assignment.recordContact', id);
  return { id };
};

/** 更正沟通记录: a wrong record is struck with the reason and stays on file; the right one is written anew. */
export const strikeContact: UseCase<'contactRecord.strike'> = async (ctx, { reason }, targetId) => {
  await record(ctx, 'contactRecord.strike', targetId, `更正了一条沟通记录：${reason}`);
  await transition(ctx, 'contact_record', targetId, 'contactRecord.strike', {
    answer: reason,
    answeredAt: ctx.now,
    answeredBy: ctx.actor.name,
  });
  return { id: targetId };
};
