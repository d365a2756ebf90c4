import type { GuardRow } from './hand-over-guard-rows';
import { caseWith, letter } from './snapshots';

/** Promises of letters. */
export const commitmentRows: readonly GuardRow[] = [
  {
    guard: 'letterGiven',
    on: 'assignment-lead',
    holds: caseWith({ letters: [letter()] }),
    fails: [
      ['no letter was numbered', caseWith(), '还没有编号发文'],
      ['the letter was withdrawn', caseWith({ letters: [letter({ state: 'withdrawn' })] }), '还没有编号发文'],
    ],
  },
];
