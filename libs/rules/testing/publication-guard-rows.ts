import type { CaseSnapshot } from '../snapshot';
import type { GuardRow } from './hand-over-guard-rows';
import { assignment, caseWith, draft, letter, publication } from './snapshots';

const sent = (more: Parameters<typeof letter>[0] = {}, rest: Partial<CaseSnapshot> = {}): CaseSnapshot =>
  caseWith({ letters: [letter({ state: 'delivered', ...more })], ...rest });
const copy = { publications: [publication()] };
const closedCase: CaseSnapshot = {
  ...caseWith(),
  proposal: { ...caseWith().proposal, closedOn: '2026-09-01' },
};

/** What stands between a letter and the public. */
export const publicationRows: readonly GuardRow[] = [
  {
    guard: 'letterGatesOpen',
    on: 'letter-1',
    holds: sent(),
    fails: [
      ['it has not gone out', sent({ state: 'issued' }), '没有送达'],
      ['it was withdrawn', sent({ state: 'withdrawn' }), '已经撤回'],
      ['its mark is another', sent({}, { drafts: [draft({ publication: 'on_request' })] }), '不是主动公开'],
      ['a proposer does not agree', sent({ consented: false }), '不同意公开'],
    ],
  },
  {
    guard: 'gatesOpen',
    on: 'publication-1',
    holds: sent({}, copy),
    fails: [['a proposer changed its mind', sent({ consented: false }, copy), '不同意公开']],
  },
  {
    guard: 'notPublishedYet',
    on: 'letter-1',
    holds: sent({}, { publications: [publication({ state: 'refused' })] }),
    fails: [
      ['a copy waits', sent({}, copy), '正等审核'],
      ['it is out', sent({}, { publications: [publication({ state: 'published' })] }), '已经公开'],
      ['it was barred', sent({}, { publications: [publication({ state: 'barred' })] }), '不予公开'],
    ],
  },
];

/** The end of a case. */
export const closingRows: readonly GuardRow[] = [
  {
    guard: 'closed',
    on: 'proposal-1',
    holds: closedCase,
    fails: [['it is open', caseWith(), '没有结案']],
  },
  {
    guard: 'answered',
    on: 'proposal-1',
    holds: sent(),
    fails: [
      ['the letter has not gone out', sent({ state: 'issued' }), '没有全部送达'],
      ['nobody answers', caseWith({ assignments: [assignment({ role: 'reference' })] }), '没有需要答复'],
    ],
  },
];
