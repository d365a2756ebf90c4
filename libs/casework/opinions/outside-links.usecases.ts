import { Unit } from '@fuhan/identity';
import { addDays, newId } from '@fuhan/kernel';
import type { CommandContext } from '../case/context';
import { Assignment, type LinkPurpose, Opinion, OutsideLink } from '../case/entities';
import { firstState, record, transition } from '../case/transition';
import type { UseCase } from '../case/use-case';

/** A link for one purpose; one that was given for it before opens no more. */
async function giveLink(
  ctx: CommandContext,
  purpose: LinkPurpose,
  assignmentId: string,
  reason: string,
): Promise<OutsideLink> {
  const earlier = await ctx.em.findBy(OutsideLink, { assignmentId, purpose, state: 'live' });
  for (const { id } of earlier) await transition(ctx, 'outside_link', id, 'outsideLink.replace');
  const id = newId();
  const link = {
    ...{ id, assignmentId, purpose, reason, proposalId: ctx.proposalId },
    state: firstState('outside_link', 'opinion.inviteByLink'),
    tokenHash: ctx.links.digestOf(ctx.links.tokenOf(id)),
    expiresOn: addDays(ctx.today, ctx.profile.outsideLinks.days),
    madeAt: ctx.now,
    madeBy: ctx.actor.personId,
    revokeReason: null,
    windowFrom: null,
    hits: 0,
  };
  await ctx.em.insert(OutsideLink, link);
  return link;
}

const unitOf = async (ctx: CommandContext, assignmentId: string): Promise<string> => {
  const { unitId } = await ctx.em.findOneByOrFail(Assignment, { id: assignmentId });
  return (await ctx.em.findOneByOrFail(Unit, { id: unitId })).shortName;
};

/** 发链接请其填写: for a unit that is not on the system; it opens until its day, or until somebody stops it. */
export const inviteByLink: UseCase<'opinion.inviteByLink'> = async (ctx, { reason }, targetId) => {
  const { assignmentId } = await ctx.em.findOneByOrFail(Opinion, { id: targetId });
  const { id, expiresOn } = await giveLink(ctx, 'opinion', assignmentId, reason);
  const words = `给${await unitOf(ctx, assignmentId)}开了填写会办意见的链接，${expiresOn} 前有效：${reason}`;
  await record(ctx, 'opinion.inviteByLink', assignmentId, words);
  return { id };
};

/** 停用链接: it opens no more, from this moment. */
export const revokeLink: UseCase<'outsideLink.revoke'> = async (ctx, { reason }, targetId) => {
  const { assignmentId } = await ctx.em.findOneByOrFail(OutsideLink, { id: targetId });
  const words = `停用了给${await unitOf(ctx, assignmentId)}的链接：${reason}`;
  await record(ctx, 'outsideLink.revoke', assignmentId, words);
  await transition(ctx, 'outside_link', targetId, 'outsideLink.revoke', { revokeReason: reason });
  return { id: targetId };
};
