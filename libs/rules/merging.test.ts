import { mergeFault, type MergeDues } from './merging';
import type { CaseSnapshot } from './snapshot';
import { caseWith, draft, registeredCase } from './testing/snapshots';

const lead = caseWith();
const nothingDue: MergeDues = { lead: null, other: null };

/** Another proposal of the same session, registered and no more. */
const other = (
  proposal: Partial<CaseSnapshot['proposal']> = {},
  more: Partial<CaseSnapshot> = {},
): CaseSnapshot => ({
  ...registeredCase(),
  proposal: { ...lead.proposal, id: 'proposal-2', number: '135002', ...proposal },
  ...more,
});

describe('merging a proposal into another', () => {
  it('should be possible when it is registered and no more', () => {
    expect(mergeFault(lead, other(), nothingDue)).toBeNull();
  });

  it('should be possible for a 平时提案 beside a 大会提案 of the same session', () => {
    expect(mergeFault(lead, other({ kind: 'regular' }), nothingDue)).toBeNull();
  });

  it.each<[string, CaseSnapshot, string]>([
    ['into itself', lead, '它自己'],
    ['with a paper of the other body', other({ kind: 'npc_suggestion' }), '不是一类'],
    ['with one of another session', other({ meeting: 4 }), '不是同一次会议'],
    ['with one of another committee', other({ term: 12 }), '不是同一次会议'],
    ['with one that was withdrawn', other({ withdrawnOn: '2026-03-01' }), '已经撤案'],
    [
      'with one that is merged already',
      other({ mergedInto: { id: 'x', number: '135003', settled: false } }),
      '已并入第135003号',
    ],
    ['with one that carries others', other({ merges: [{ id: 'x', number: '135003' }] }), '并有其他提案'],
    [
      'with one whose reply is under review',
      other({}, { drafts: [draft({ state: 'in_review' })] }),
      '已经送审',
    ],
  ])('should be refused %s', (_what, second, words) => {
    expect(mergeFault(lead, second, nothingDue)).toContain(words);
  });

  const inHand = other({}, { assignments: lead.assignments });

  it('should be possible for one that is due later or on the same day', () => {
    const due = (day: string): MergeDues => ({ lead: '2026-06-09', other: day });
    expect([due('2026-06-09'), due('2026-06-20')].map((each) => mergeFault(lead, inHand, each))).toEqual([
      null,
      null,
    ]);
  });

  it('should give nobody more time: the one that is due first carries the other', () => {
    expect(mergeFault(lead, inHand, { lead: '2026-06-09', other: '2026-06-08' })).toContain(
      '请打开第135002号',
    );
  });

  it('should be led by the one that was handed over, where only one was', () => {
    expect(mergeFault(registeredCase(), inHand, { lead: null, other: '2026-06-08' })).toContain('已经交办');
  });
});
