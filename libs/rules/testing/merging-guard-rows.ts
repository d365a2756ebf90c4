import type { CaseSnapshot } from '../snapshot';
import type { GuardRow } from './hand-over-guard-rows';
import { caseWith, draft, letter } from './snapshots';

const proposal = (more: Partial<CaseSnapshot['proposal']>): CaseSnapshot =>
  caseWith({ proposal: { ...caseWith().proposal, ...more } });
const into = (settled: boolean): CaseSnapshot =>
  proposal({ mergedInto: { id: 'proposal-2', number: '135002', settled } });

/** 并案 */
export const mergingRows: readonly GuardRow[] = [
  {
    guard: 'notMerged',
    on: 'proposal-1',
    holds: caseWith(),
    fails: [['another proposal carries it', into(false), '已并入第135002号']],
  },
  {
    guard: 'isMerged',
    on: 'proposal-1',
    holds: into(false),
    fails: [['it is handled by itself', caseWith(), '没有并案']],
  },
  {
    guard: 'leadsNone',
    on: 'proposal-1',
    holds: caseWith(),
    fails: [
      ['it carries others', proposal({ merges: [{ id: 'proposal-2', number: '135002' }] }), '第135002号提案'],
    ],
  },
  {
    guard: 'replyNotBegun',
    on: 'proposal-1',
    holds: caseWith({ drafts: [draft(), draft({ id: 'draft-2', state: 'dropped' })] }),
    fails: [
      ['its reply is under review', caseWith({ drafts: [draft({ state: 'in_review' })] }), '已经送审'],
      ['its letter is out', caseWith({ drafts: [draft()], letters: [letter()] }), '已经送审或发文'],
    ],
  },
  {
    guard: 'leadingStillOpen',
    on: 'proposal-1',
    holds: into(false),
    fails: [['the reply of the leading one is under review', into(true), '不能解除并案']],
  },
];
