import { FuhanError } from '@fuhan/kernel';
import { type ActionName, actionLabel } from '@fuhan/rules';
import type { CommandContext } from './context';
import { HistoryEntry } from './entities';
import { personOf } from './outside-actor';

/** What a step leaves with its line of the history, so that it can be taken back. */
export interface Before {
  /** What it was done to. */
  readonly of: string;
}

/** So long after it was done. */
const UNDO_MINUTES = 2;

/**
 * What stood there before a step that its own hand takes back at once: nothing may have been done on the case since.
 * @param instead what to do where it is too late for that
 * @throws FuhanError `guard.failed`
 */
export async function beforeLastStep<B extends Before>(
  ctx: CommandContext,
  action: ActionName,
  targetId: string,
  instead: string,
): Promise<B> {
  const [last] = await ctx.em.find(HistoryEntry, {
    where: { proposalId: ctx.proposalId },
    order: { id: 'DESC' },
    take: 1,
  });
  const step = `“${actionLabel(action)}”`;
  const before = last?.before as B | null | undefined;
  if (last?.action !== action || before?.of !== targetId)
    throw new FuhanError('guard.failed', { detail: `${step}以后又办过别的事项，不能再撤回。${instead}` });
  const since = ctx.now.getTime() - last.at.getTime();
  if (last.personId !== personOf(ctx.actor) || since > UNDO_MINUTES * 60_000)
    throw new FuhanError('guard.failed', { detail: `${step}只能由办理人当时撤回。${instead}` });
  return before;
}
