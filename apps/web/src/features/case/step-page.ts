import type { NextAction, TodoItem } from '../../shared/api/types';
import { actionKey } from './action-key';

/** Steps that have a page of their own, of the case or of their target; every other is done by its form in the case. */
const casePages = { 'reviewStep.approve': '/proposals/$id/review' } as const;
const targetPages = { 'letter.deliver': '/letters/$id', 'opinion.submit': '/opinions/$id' } as const;

const found = <Page extends string>(pages: Readonly<Record<string, Page>>, command: string | null) =>
  Object.entries(pages).find(([known]) => known === command)?.[1];

type Waits = Pick<TodoItem, 'proposalId'> &
  Partial<Pick<TodoItem, 'waitingCommand' | 'waitingTargetId' | 'blockedBy'>>;

/** Where a row of a list leads: to the page of what waits there for me, else to the case. */
export function rowPage({ proposalId, waitingCommand = null, waitingTargetId, blockedBy }: Waits) {
  const inCase = { id: proposalId };
  const onTarget = blockedBy ? undefined : found(targetPages, waitingCommand);
  if (onTarget && waitingTargetId) return { to: onTarget, params: { id: waitingTargetId } } as const;
  const to = blockedBy ? undefined : found(casePages, waitingCommand);
  return { to: to ?? '/proposals/$id', params: inCase } as const;
}

/** Where a button leads: to its own page, or to the case with its form open. */
export function stepPage(next: NextAction | undefined, proposalId: string) {
  const search = next ? { do: actionKey(next) } : {};
  if (!next || next.blockedBy !== null)
    return { to: '/proposals/$id', params: { id: proposalId }, search } as const;
  const waits = { proposalId, waitingCommand: next.command, waitingTargetId: next.targetId };
  const page = rowPage(waits);
  return page.to === '/proposals/$id' ? ({ ...page, search } as const) : page;
}
