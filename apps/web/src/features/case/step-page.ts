import type { NextAction } from '../../shared/api/types';
import { actionKey } from './action-key';

/** Steps that have a page of their own; every other is done by its form in the case. */
const pages = { 'reviewStep.approve': '/proposals/$id/review' } as const;

const pageOf = (command: string | null | undefined): (typeof pages)[keyof typeof pages] | undefined =>
  Object.entries(pages).find(([known]) => known === command)?.[1];

/** Where a row of a list leads: to the page of what waits there for me, else to the case. */
export const rowPage = (waits: {
  readonly waitingCommand?: string | null;
  readonly blockedBy?: string | null;
}) => (waits.blockedBy ? undefined : pageOf(waits.waitingCommand)) ?? ('/proposals/$id' as const);

/** Where a button leads: to its own page, or to the case with its form open. */
export const stepPage = (next: NextAction | undefined) => {
  const to = next && next.blockedBy === null ? pageOf(next.command) : undefined;
  if (to) return { to } as const;
  return { to: '/proposals/$id', search: next ? { do: actionKey(next) } : {} } as const;
};
