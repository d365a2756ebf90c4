import { cancelClock, Deadline, meetClock, recompute, startClock } from '@fuhan/clocks';
import { addDays, chineseDate, newId } from '@fuhan/kernel';
import { commitmentClock } from '@fuhan/rules';
import type { CommandContext, EffectHandler } from '../case/context';
import { Assignment, Commitment, CommitmentLink } from '../case/entities';
import { type Audience, tell } from '../case/tell';
import { proposersOfCase } from '../merging/answered';

const CLOCK = 'commitment';
const promiseOf = (ctx: CommandContext, id: string): Promise<Commitment> =>
  ctx.em.findOneByOrFail(Commitment, { id });
const clockOf = (ctx: CommandContext, subjectId: string): Promise<Deadline> =>
  ctx.em.findOneByOrFail(Deadline, { subjectId, clock: CLOCK, state: 'running' });
const coordinators: Audience = { unitId: null, duties: ['coordinator'] };

/** Who wrote the letter: the named drafter, or the unit's 提案办. */
async function writers(ctx: CommandContext, { assignmentId }: Commitment): Promise<Audience> {
  const { unitId, drafterId } = await ctx.em.findOneByOrFail(Assignment, { id: assignmentId });
  return drafterId ? { personId: drafterId } : { unitId, duties: ['proposal_office'] };
}

/** From the day of the letter to the day that was set. */
export const startCommitmentClock: EffectHandler = async (ctx, { targetId }) => {
  const { dueOn, madeOn, ownerUnitId } = await promiseOf(ctx, targetId);
  if (dueOn === null) throw new Error('a promise that counts has a day');
  const subject = { proposalId: ctx.proposalId, subjectId: targetId, unitId: ownerUnitId };
  await startClock(ctx, commitmentClock(ctx.profile, dueOn), subject, madeOn);
};

export const moveCommitmentClock: EffectHandler = async (ctx, { targetId }) => {
  const { dueOn } = await promiseOf(ctx, targetId);
  const deadline = await clockOf(ctx, targetId);
  const rule = { ...deadline.basis.rule, unit: 'date', date: dueOn ?? '' } as const;
  await recompute(ctx, deadline, { basis: { ...deadline.basis, rule } });
};

/** Another unit is reminded from now on. */
export const handOnCommitmentClock: EffectHandler = async (ctx, { targetId }) => {
  const { ownerUnitId } = await promiseOf(ctx, targetId);
  await ctx.em.update(Deadline, { subjectId: targetId, clock: CLOCK }, { unitId: ownerUnitId });
};

export const meetCommitmentClock: EffectHandler = (ctx, { targetId }) => meetClock(ctx, CLOCK, targetId);
export const cancelCommitmentClock: EffectHandler = (ctx, { targetId }) => cancelClock(ctx, CLOCK, targetId);

export const tellOwner: EffectHandler = async (ctx, { targetId }) => {
  const { ownerUnitId, ownerId, dueOn, text } = await promiseOf(ctx, targetId);
  tell(
    ctx,
    'promise_owed',
    `有一项承诺由本单位兑现，${chineseDate(dueOn ?? ctx.today)}前完成`,
    [{ unitId: ownerUnitId, duties: ['proposal_office'] }, ...(ownerId ? [{ personId: ownerId }] : [])],
    text,
  );
};

export const tellCarried: EffectHandler = async (ctx, { targetId }) => {
  const promise = await promiseOf(ctx, targetId);
  const title = `承诺结转到${chineseDate(promise.dueOn ?? ctx.today)}`;
  tell(ctx, 'promise_carried', title, [coordinators, await writers(ctx, promise)], promise.text);
};

/** Whoever answers the proposer hears that there is something to answer; what is not kept is the coordinator's to know too. */
export const tellSettled: EffectHandler = async (ctx, { targetId }) => {
  const promise = await promiseOf(ctx, targetId);
  const kept = promise.outcome === 'kept';
  tell(
    ctx,
    'promise_settled',
    kept ? '承诺已兑现，请二次答复提案者' : '承诺不能兑现，请向提案者说明',
    [await writers(ctx, promise), ...(kept ? [] : [coordinators])],
    promise.settledWords ?? undefined,
  );
};

/** Every proposer has one link for the promises of a letter; each second answer lets it open for a while more. */
export const openCommitmentLinks: EffectHandler = async (ctx, { targetId }) => {
  const { letterId } = await promiseOf(ctx, targetId);
  const { proposalId } = ctx;
  const expiresOn = addDays(ctx.today, ctx.profile.outsideLinks.days);
  const known = await ctx.em.findBy(CommitmentLink, { letterId });
  if (known.length > 0) await ctx.em.update(CommitmentLink, { letterId }, { expiresOn });
  const proposers = await proposersOfCase(ctx.em, proposalId);
  const without = proposers.filter(({ id }) => !known.some(({ proposerId }) => proposerId === id));
  if (without.length === 0) return;
  await ctx.em.insert(
    CommitmentLink,
    without.map(({ id: proposerId }) => {
      const id = newId();
      const tokenHash = ctx.links.digestOf(ctx.links.tokenOf(id));
      return { id, proposalId, letterId, proposerId, tokenHash, expiresOn, madeAt: ctx.now };
    }),
  );
};

/** The coordinator sends the links: who wrote the answer does not hold the rating of it. */
export const tellSecondAnswer: EffectHandler = async (ctx, { targetId }) => {
  const { text } = await promiseOf(ctx, targetId);
  tell(ctx, 'second_answer', '有一份二次答复，请把链接转给提案者', [coordinators], text);
};

export const tellRated: EffectHandler = async (ctx, { targetId }) => {
  const promise = await promiseOf(ctx, targetId);
  const audiences = [coordinators, await writers(ctx, promise)];
  tell(ctx, 'promise_rated', '提案者评价了承诺的兑现情况', audiences, promise.text);
};
