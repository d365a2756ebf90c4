import { Deadline } from '@fuhan/clocks';
import { FuhanError } from '@fuhan/kernel';
import { isLive, mergeFault, writesReply } from '@fuhan/rules';
import { In, IsNull } from 'typeorm';
import type { CommandContext } from '../case/context';
import { Proposal } from '../case/entities';
import { tell } from '../case/tell';
import { record } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { endAll } from '../hand-over/undo-hand-over.usecases';
import { giveSuggestionsBack, takeSuggestions } from './suggestions';

/** The day on which the first of its replies is due. */
async function dueOf({ em, snapshot }: CommandContext): Promise<string | null> {
  const writers = snapshot.assignments.filter((each) => isLive(each) && writesReply(each.role));
  const running = await em.findBy(Deadline, {
    subjectId: In(writers.map(({ id }) => id)),
    clock: 'reply',
    state: 'running',
  });
  return running.map(({ dueOn }) => dueOn).sort()[0] ?? null;
}

const nameOf = ({ snapshot: { proposal } }: CommandContext): string =>
  `第${proposal.number}号《${proposal.title}》`;

/** Everybody who handles the leading proposal hears what it carries from now on, or no longer. */
function tellHandlers(ctx: CommandContext, title: string, more: string): void {
  const live = ctx.snapshot.assignments.filter(isLive);
  if (live.length === 0) return;
  tell(
    ctx,
    'merged',
    title,
    live.flatMap(({ unitId, drafterId }) => [
      { unitId, duties: ['proposal_office'] as const },
      ...(drafterId ? [{ personId: drafterId }] : []),
    ]),
    more,
  );
}

/** Takes one proposal into the leading one. @throws FuhanError `guard.failed` */
async function takeIn(ctx: CommandContext, other: CommandContext, reason: string): Promise<void> {
  const due = { lead: await dueOf(ctx), other: await dueOf(other) };
  const fault = mergeFault(ctx.snapshot, other.snapshot, due);
  if (fault !== null) throw new FuhanError('guard.failed', { detail: fault });
  const id = other.proposalId;
  await ctx.em.update(
    Proposal,
    { id, mergedIntoId: IsNull() },
    {
      ...{ mergedIntoId: ctx.proposalId, mergedAt: ctx.now },
      ...{ mergedBy: ctx.actor.personId, mergeReason: reason },
    },
  );
  await record(other, 'proposal.merge', id, `并入${nameOf(ctx)}办理：${reason}`);
  await endAll(other, 'assignment.merge', `并入第${ctx.snapshot.proposal.number}号办理：${reason}`);
  const { added, same } = await takeSuggestions(ctx, id);
  const also = same > 0 ? `，另有 ${same} 条与本件相同，一并答复` : '';
  await record(
    ctx,
    'proposal.merge',
    id,
    `${nameOf(other)}并入本件办理，加入 ${added} 条建议${also}：${reason}`,
  );
  tellHandlers(ctx, '有提案并入您承办的提案，请一并答复', `并入的是${nameOf(other)}，加入 ${added} 条建议`);
}

/** 并案办理: this proposal carries the handling of others, which are answered by their numbers and to their proposers all the same. */
export const mergeProposals: UseCase<'proposal.merge'> = async (ctx, { proposalIds, reason }, leadId) => {
  for (const id of [...new Set(proposalIds)]) {
    const other = id === leadId ? ctx : await ctx.other(id, 'proposal.merge');
    await takeIn(ctx, other, reason);
  }
  return { id: leadId };
};

/** 解除并案: the proposal has its suggestions and proposers back and waits for a hand-over of its own. */
export const unmergeProposal: UseCase<'proposal.unmerge'> = async (ctx, { reason }, proposalId) => {
  const { mergedInto } = ctx.snapshot.proposal;
  if (mergedInto === null) throw new Error('a guard lets only merged proposals through');
  const lead = await ctx.other(mergedInto.id, 'proposal.unmerge');
  await ctx.em.update(
    Proposal,
    { id: proposalId, mergedIntoId: lead.proposalId },
    { mergedIntoId: null, mergedAt: null, mergedBy: null, mergeReason: null },
  );
  await giveSuggestionsBack(lead, proposalId);
  await record(ctx, 'proposal.unmerge', proposalId, `不再并入${nameOf(lead)}，等待单独交办：${reason}`);
  await record(lead, 'proposal.unmerge', proposalId, `${nameOf(ctx)}不再并入本件：${reason}`);
  tellHandlers(lead, '有提案不再并入您承办的提案', `不再并入的是${nameOf(ctx)}`);
  return { id: proposalId };
};
