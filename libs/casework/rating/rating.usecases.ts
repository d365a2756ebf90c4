import { type Mark, marks, type RatingVia } from '@fuhan/contracts';
import { FuhanError, shanghaiDate, shanghaiInstant } from '@fuhan/kernel';
import type { CommandContext } from '../case/context';
import { Letter, Proposer, Rating } from '../case/entities';
import { record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { assertOwnFile } from '../issuing/seal-letter.usecase';

/** What a proposer says: two marks, with the reason where one of them is 不满意. */
export interface Said {
  readonly handling: Mark;
  readonly result: Mark;
  readonly handlingReason: string;
  readonly resultReason: string;
  readonly remark: string;
}

interface How {
  readonly action: 'rating.give' | 'rating.enterPaper';
  readonly via: RatingVia;
  readonly givenBy: string;
  readonly givenAt: Date;
  readonly scanFileId: string | null;
}

const nameOf = async (ctx: CommandContext, { proposerId }: Rating): Promise<string> =>
  (await ctx.em.findOneByOrFail(Proposer, { id: proposerId })).name;

/** Writes a rating down: once; who comes second is told that it was given. */
export async function writeRating(ctx: CommandContext, id: string, said: Said, how: How): Promise<void> {
  const { action, via, ...rest } = how;
  const rating = await ctx.em.findOneByOrFail(Rating, { id });
  const { handling, result } = said;
  const paper = via === 'paper' ? `（书面，${ctx.actor.name}代录）` : '';
  await record(
    ctx,
    action,
    id,
    `提案者${await nameOf(ctx, rating)}测评：办理${marks[handling]}，结果${marks[result]}${paper}。`,
  );
  await transition(ctx, 'rating', id, action, {
    ...{ handling, result, remark: said.remark || null },
    handlingReason: said.handlingReason || null,
    resultReason: said.resultReason || null,
    givenVia: via,
    ...rest,
  });
}

/** 代录书面测评: only the coordinator, and only with the proposer's own paper. */
export const enterPaperRating: UseCase<'rating.enterPaper'> = async (ctx, input, targetId) => {
  const { scanFileId, givenOn, ...said } = input;
  await assertOwnFile(ctx, scanFileId);
  const { letterId, proposerId } = await ctx.em.findOneByOrFail(Rating, { id: targetId });
  const { issuedAt } = await ctx.em.findOneByOrFail(Letter, { id: letterId });
  if (givenOn < shanghaiDate(issuedAt) || givenOn > ctx.today)
    throw new FuhanError('guard.failed', {
      detail: '测评日期应在发函之后、今天之前。请核对书面测评上的日期。',
    });
  const { name } = await ctx.em.findOneByOrFail(Proposer, { id: proposerId });
  await writeRating(ctx, targetId, said, {
    action: 'rating.enterPaper',
    via: 'paper',
    givenBy: name,
    givenAt: shanghaiInstant(givenOn, '12:00'),
    scanFileId,
  });
  return { id: targetId };
};

/** 登记提醒测评: by telephone or letter; neutral words, never through the handler. */
export const remindProposer: UseCase<'rating.remind'> = async (ctx, { how }, targetId) => {
  const rating = await ctx.em.findOneByOrFail(Rating, { id: targetId });
  await record(ctx, 'rating.remind', targetId, `提醒提案者${await nameOf(ctx, rating)}测评：${how}`);
  await transition(ctx, 'rating', targetId, 'rating.remind', { remindedAt: ctx.now });
  return { id: targetId };
};

/** 换发测评链接: the old one opens no more. */
export const renewRatingLink: UseCase<'rating.renewLink'> = async (ctx, { reason }, targetId) => {
  const rating = await ctx.em.findOneByOrFail(Rating, { id: targetId });
  const linkSerial = rating.linkSerial + 1;
  await record(
    ctx,
    'rating.renewLink',
    targetId,
    `换发提案者${await nameOf(ctx, rating)}的测评链接，原链接停用：${reason}`,
  );
  await transition(ctx, 'rating', targetId, 'rating.renewLink', {
    linkSerial,
    tokenHash: ctx.links.digestOf(ctx.links.ratingToken(targetId, linkSerial)),
  });
  return { id: targetId };
};
