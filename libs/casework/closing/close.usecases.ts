import { FuhanError } from '@fuhan/kernel';
import { closingOpen } from '@fuhan/rules';
import { Proposal } from '../case/entities';
import { record } from '../case/transition';
import type { UseCase } from '../case/use-case';

/** 结案: once nothing is missing of what the place asks for; the refusal says what is. */
export const closeProposal: UseCase<'proposal.close'> = async (ctx, { note }, proposalId) => {
  const open = closingOpen(ctx.snapshot, ctx.profile.closing);
  if (open.length > 0) throw new FuhanError('guard.failed', { detail: `还不能结案：${open.join('')}` });
  await ctx.em.update(Proposal, { id: proposalId }, { closedOn: ctx.today, closedBy: ctx.actor.personId });
  await record(ctx, 'proposal.close', proposalId, `结案。${note}`.trim());
  return { id: proposalId };
};

/** 重新开启: what was closed goes on, with the reason on file. */
export const reopenProposal: UseCase<'proposal.reopen'> = async (ctx, { reason }, proposalId) => {
  await ctx.em.update(Proposal, { id: proposalId }, { closedOn: null, closedBy: null });
  await record(ctx, 'proposal.reopen', proposalId, `重新开启：${reason}`);
  return { id: proposalId };
};
