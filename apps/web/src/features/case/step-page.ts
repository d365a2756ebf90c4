import type { CaseFile, NextAction, TodoItem } from '../../shared/api/types';
import { actionKey } from './action-key';

/** Steps that have a page of their own, of the case or of their target; every other is done by its form in the case. */
const casePages = {
  'reviewStep.approve': '/proposals/$id/review',
  'proposal.handOver': '/proposals/$id/assign',
} as const;
const targetPages = { 'letter.deliver': '/letters/$id', 'opinion.submit': '/opinions/$id' } as const;
/** One writes while one still waits for others, so that a blocked step leads to its page as well. */
const writingPages = {
  'draft.submit': '/proposals/$id/draft',
  'opinion.accept': '/proposals/$id/draft',
} as const;
/** What a co-handler does with its question, from the beginning. */
const ofOpinion = ['assignment.sign', 'assignment.divide', 'opinion.submit', 'opinion.endorse'];

const found = <Page extends string>(pages: Readonly<Record<string, Page>>, command: string | null) =>
  Object.entries(pages).find(([known]) => known === command)?.[1];

type Waits = Pick<TodoItem, 'proposalId'> &
  Partial<Pick<TodoItem, 'waitingCommand' | 'waitingTargetId' | 'waitingOpinionId' | 'blockedBy'>>;

/** Where a row of a list leads: to the page of what waits there for me, else to the case. */
export function rowPage(row: Waits) {
  const { proposalId, waitingCommand = null, waitingTargetId, waitingOpinionId, blockedBy } = row;
  const inCase = { id: proposalId };
  const writing = found(writingPages, waitingCommand);
  if (writing) return { to: writing, params: inCase } as const;
  if (waitingOpinionId && !blockedBy)
    return { to: '/opinions/$id', params: { id: waitingOpinionId } } as const;
  const onTarget = blockedBy ? undefined : found(targetPages, waitingCommand);
  if (onTarget && waitingTargetId) return { to: onTarget, params: { id: waitingTargetId } } as const;
  const to = blockedBy ? undefined : found(casePages, waitingCommand);
  return { to: to ?? '/proposals/$id', params: inCase } as const;
}

/** Where a button leads: to its own page, or to the case with its form open. */
export function stepPage(
  next: NextAction | undefined,
  proposalId: string,
  opinions: CaseFile['opinions'] = [],
) {
  const search = next ? { do: actionKey(next) } : {};
  if (!next) return { to: '/proposals/$id', params: { id: proposalId }, search } as const;
  const { command: waitingCommand, targetId: waitingTargetId, blockedBy } = next;
  const owed = ofOpinion.includes(waitingCommand)
    ? opinions.find(({ id, assignmentId }) => id === waitingTargetId || assignmentId === waitingTargetId)
    : undefined;
  const page = rowPage({
    ...{ proposalId, waitingCommand, waitingTargetId, blockedBy },
    waitingOpinionId: owed?.id ?? null,
  });
  return page.to === '/proposals/$id' ? ({ ...page, search } as const) : page;
}
