import { cancelClock, meetClock, startClocksOf } from '@fuhan/clocks';
import { stateLabel } from '@fuhan/rules';
import { In } from 'typeorm';
import type { EffectHandler } from '../case/context';
import { Assignment, Draft, Letter, Proposer, Publication } from '../case/entities';
import { tell } from '../case/tell';
import { takeDown } from './publication.usecases';

/** The letter is out and both gates stand open: so many days until it is published. */
export const startPublishClock: EffectHandler = async (ctx, { targetId: letterId }) => {
  const { em, proposalId } = ctx;
  const { draftId } = await em.findOneByOrFail(Letter, { id: letterId });
  const { kind, publication, assignmentId } = await em.findOneByOrFail(Draft, { id: draftId });
  const facts = ctx.snapshot.letters.find(({ id }) => id === letterId);
  if (kind !== 'reply' || publication !== 'active' || !facts?.consented) return;
  const { role, unitId } = await em.findOneByOrFail(Assignment, { id: assignmentId });
  const proposers = (await em.findBy(Proposer, { proposalId })).map((each) => each.kind);
  await startClocksOf(ctx, 'delivery', { role, proposers }, { proposalId, subjectId: letterId, unitId });
};

const letterOf = async (ctx: Parameters<EffectHandler>[0], id: string): Promise<string> =>
  (await ctx.em.findOneByOrFail(Publication, { id })).letterId;

export const meetPublishClock: EffectHandler = async (ctx, { targetId }) =>
  meetClock(ctx, 'publish', await letterOf(ctx, targetId));
export const cancelPublishClock: EffectHandler = async (ctx, { targetId }) =>
  cancelClock(ctx, 'publish', await letterOf(ctx, targetId));

/** A withdrawn letter is read nowhere. */
export const takeDownLetter: EffectHandler = async (ctx, { targetId: letterId }) => {
  await cancelClock(ctx, 'publish', letterId);
  const hanging = await ctx.em.findBy(Publication, { letterId, state: In(['prepared', 'published']) });
  await takeDown(ctx, hanging, '答复函已撤回');
};

export const tellPublicationReviewers: EffectHandler = async (ctx, { targetId }) => {
  const { assignmentId, title } = await ctx.em.findOneByOrFail(Publication, { id: targetId });
  const { unitId } = await ctx.em.findOneByOrFail(Assignment, { id: assignmentId });
  tell(ctx, 'publication_review', `公开稿待审核：${title}`, [{ unitId, duties: ['reviewer', 'leader'] }]);
};

export const tellPreparer: EffectHandler = async (ctx, { targetId }) => {
  const { preparedBy, state, reason } = await ctx.em.findOneByOrFail(Publication, { id: targetId });
  const title = `公开稿${stateLabel('publication', state)}`;
  tell(ctx, 'publication_ended', title, [{ personId: preparedBy }], reason ?? undefined);
};
