import type { Tint } from '../../shared/ui/tag';

const tints: Readonly<Record<string, Tint>> = {
  accepted: 'green',
  approved: 'green',
  signed: 'green',
  delivered: 'green',
  received: 'green',
  finished: 'green',
  submitted: 'blue',
  open: 'blue',
  in_review: 'blue',
  issued: 'blue',
  confirmed: 'green',
  denied: 'red',
  returned: 'red',
  sent_back: 'red',
  awaited: 'amber',
  handed_over: 'amber',
  asked: 'amber',
  disputed: 'red',
  decided: 'blue',
  settled: 'green',
  in_approval: 'blue',
  revising: 'amber',
  given: 'green',
  proposed: 'amber',
  unkept: 'red',
  answered: 'green',
  silent: 'green',
  kept: 'green',
  objected: 'red',
  unanswered: 'red',
};

/** A tint beside the words of a state; the words alone say it too. */
export const stateTint = (state: string): Tint => tints[state] ?? 'plain';
