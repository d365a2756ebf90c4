import type { ProgressKind } from '@fuhan/contracts';
import { chineseDate, type DateString, FuhanError, newId } from '@fuhan/kernel';
import type { CommandContext } from '../case/context';
import { Commitment, CommitmentProgress } from '../case/entities';
import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { assertOwnFile } from '../issuing/seal-letter.usecase';

interface Said {
  readonly on: DateString;
  readonly text: string;
  readonly percent?: number | null;
  readonly fileId?: string | null;
  readonly dueFrom?: DateString | null;
  readonly dueTo?: DateString;
}

/** Adds a line to what was done for a promise. */
export async function addProgress(
  ctx: CommandContext,
  commitmentId: string,
  kind: ProgressKind,
  { on, ...said }: Said,
): Promise<void> {
  await ctx.em.insert(CommitmentProgress, {
    ...{ id: newId(), commitmentId, kind, happenedOn: on, ...said },
    ...{ recordedAt: ctx.now, recordedBy: ctx.actor.personId },
  });
}

/** What happened lies between the letter and today. */
async function assertHappened(ctx: CommandContext, id: string, on: DateString): Promise<Commitment> {
  const promise = await ctx.em.findOneByOrFail(Commitment, { id });
  if (on > ctx.today || on < promise.madeOn)
    throw new FuhanError('guard.failed', {
      detail: `日期应在答复函成文（${chineseDate(promise.madeOn)}）以后、今天以前，请核对。`,
    });
  return promise;
}

/** 更新进展 */
export const reportProgress: UseCase<'commitment.report'> = async (ctx, input, targetId) => {
  await assertOwnFile(ctx, input.fileId);
  await assertHappened(ctx, targetId, input.on);
  await transition(ctx, 'commitment', targetId, 'commitment.report');
  await addProgress(ctx, targetId, 'report', input);
  const done = input.percent === null ? '' : `（完成 ${input.percent}%）`;
  await record(ctx, 'commitment.report', targetId, `承诺的进展${done}：${input.text}`);
  return { id: targetId };
};

/** 登记兑现: with evidence, without which nothing was kept. */
export const keepCommitment: UseCase<'commitment.keep'> = async (ctx, input, targetId) => {
  await assertOwnFile(ctx, input.fileId);
  const { text } = await assertHappened(ctx, targetId, input.on);
  await transition(ctx, 'commitment', targetId, 'commitment.keep', {
    ...{ outcome: 'kept', settledOn: input.on, settledWords: input.text },
  });
  await addProgress(ctx, targetId, 'kept', { ...input, percent: 100 });
  await record(ctx, 'commitment.keep', targetId, `承诺已兑现（${text}）：${input.text}`);
  return { id: targetId };
};

/** 说明不能兑现: why, in words the proposer reads. */
export const giveUpCommitment: UseCase<'commitment.giveUp'> = async (ctx, { reason }, targetId) => {
  const { text } = await ctx.em.findOneByOrFail(Commitment, { id: targetId });
  await transition(ctx, 'commitment', targetId, 'commitment.giveUp', {
    ...{ outcome: 'unkept', settledOn: ctx.today, settledWords: reason },
  });
  await record(ctx, 'commitment.giveUp', targetId, `承诺不能兑现（${text}）：${reason}`);
  return { id: targetId };
};

/** 结转承诺: it stays open, to a later day, with the reason; the day it was promised for stays on file. */
export const carryCommitment: UseCase<'commitment.carry'> = async (ctx, { dueOn, reason }, targetId) => {
  const { dueOn: before, text } = await ctx.em.findOneByOrFail(Commitment, { id: targetId });
  if (dueOn <= (before ?? '') || dueOn <= ctx.today)
    throw new FuhanError('guard.failed', {
      detail: `新的期限应在今天和原来的期限（${chineseDate(before ?? ctx.today)}）之后。`,
    });
  await addProgress(ctx, targetId, 'carried', { on: ctx.today, text: reason, dueFrom: before, dueTo: dueOn });
  await transition(ctx, 'commitment', targetId, 'commitment.carry', { dueOn });
  await record(ctx, 'commitment.carry', targetId, `承诺（${text}）结转到${chineseDate(dueOn)}：${reason}`);
  return { id: targetId };
};
