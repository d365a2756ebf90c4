import { cancelClock, Deadline, meetClock, startClocksOf } from '@fuhan/clocks';
import { newId } from '@fuhan/kernel';
import { marks } from '@fuhan/contracts';
import type { CommandContext, EffectHandler } from '../case/context';
import { Assignment, Delivery, Draft, Letter, Rating, Redo } from '../case/entities';
import { type Audience, tell } from '../case/tell';
import { firstState, made, transition } from '../case/transition';
import { coordinatingUnit } from '../hand-over/coordinating-unit';

const ratingById = (ctx: CommandContext, id: string): Promise<Rating> =>
  ctx.em.findOneByOrFail(Rating, { id });

/** The reply is out: each proposer is asked on a link of its own. A letter of correction is not rated. */
export const askRatings: EffectHandler = async (ctx, { targetId: letterId }) => {
  const { em, proposalId } = ctx;
  const { draftId } = await em.findOneByOrFail(Letter, { id: letterId });
  const { kind, assignmentId, round } = await em.findOneByOrFail(Draft, { id: draftId });
  if (kind !== 'reply') return;
  const copies = await em.find(Delivery, {
    where: { letterId, recipientKind: 'proposer' },
    order: { sentAt: 'ASC', id: 'ASC' },
  });
  for (const { proposerId } of copies) {
    const id = newId();
    await em.insert(Rating, {
      ...{ id, proposalId, assignmentId, letterId, proposerId: proposerId ?? '', round },
      state: firstState('rating', 'letter.deliver'),
      linkSerial: 1,
      tokenHash: ctx.links.digestOf(ctx.links.ratingToken(id, 1)),
      askedAt: ctx.now,
    });
    await made(ctx, 'rating', 'letter.deliver', id);
  }
  const unitId = await coordinatingUnit(ctx, assignmentId);
  tell(ctx, 'rating_asked', '答复函已送达，请把测评链接交给提案者', [{ unitId, duties: ['coordinator'] }]);
};

/** What was asked about a letter that no longer stands is asked no more; what was said to it stays. */
export const endRatings: EffectHandler = async (ctx, { targetId: letterId }) => {
  const waiting = await ctx.em.findBy(Rating, [
    { letterId, state: 'asked' },
    { letterId, state: 'lapsed' },
  ]);
  for (const { id } of waiting) await transition(ctx, 'rating', id, 'rating.withdraw');
  for (const { id } of await ctx.em.findBy(Redo, { letterId, state: 'due' }))
    await transition(ctx, 'redo', id, 'redo.cancel');
};

/** The coordinator's unit follows the proposer's clock: the handler has nothing to do with it. */
export const startRatingClock: EffectHandler = async (ctx, { targetId: subjectId }) => {
  const { assignmentId } = await ratingById(ctx, subjectId);
  const unitId = await coordinatingUnit(ctx, assignmentId);
  const subject = { proposalId: ctx.proposalId, subjectId, unitId };
  await startClocksOf(ctx, 'delivery', { role: 'proposer', proposers: [] }, subject);
  const clock = await ctx.em.findOneBy(Deadline, { subjectId, clock: 'rating' });
  await ctx.em.update(Rating, { id: subjectId }, { dueOn: clock?.dueOn ?? null });
};

export const meetRatingClock: EffectHandler = (ctx, { targetId }) => meetClock(ctx, 'rating', targetId);
export const cancelRatingClock: EffectHandler = (ctx, { targetId }) => cancelClock(ctx, 'rating', targetId);

/** Once it is sent, the unit and the coordinator read it. */
export const tellRating: EffectHandler = async (ctx, { targetId }) => {
  const { assignmentId, handling, result } = await ratingById(ctx, targetId);
  const { unitId, drafterId } = await ctx.em.findOneByOrFail(Assignment, { id: assignmentId });
  const audiences: Audience[] = [
    { unitId: await coordinatingUnit(ctx, assignmentId), duties: ['coordinator'] },
    { unitId, duties: ['proposal_office'] },
    ...(drafterId ? [{ personId: drafterId }] : []),
  ];
  const said = `办理${marks[handling ?? 'satisfied']}，结果${marks[result ?? 'satisfied']}`;
  tell(ctx, 'rated', `提案者已测评：${said}`, audiences);
};

/** 不满意 asks for a decision: once for each round, however many proposers say so. */
export const weighRating: EffectHandler = async (ctx, { targetId }) => {
  const rating = await ratingById(ctx, targetId);
  const { redoOn, rounds } = ctx.profile.rating;
  const round = rating.round + 1;
  const { assignmentId, letterId } = rating;
  if (redoOn.every((mark) => rating[mark] !== 'dissatisfied')) return;
  if (await ctx.em.existsBy(Redo, { assignmentId, round })) return;
  const id = newId();
  await ctx.em.insert(Redo, {
    ...{ id, proposalId: ctx.proposalId, assignmentId, letterId, round },
    state: firstState('redo', 'redo.weigh'),
    exhausted: round > rounds,
    weighedAt: ctx.now,
  });
  await made(ctx, 'redo', 'redo.weigh', id);
};
