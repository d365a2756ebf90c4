import { closingConditionNames, closingOpen } from './closing';
import type { CaseSnapshot } from './snapshot';
import { assignment, caseWith, draft, letter, publication, rating, redo } from './testing/snapshots';

const sent = (more: Partial<CaseSnapshot> = {}): CaseSnapshot =>
  caseWith({
    ...{ letters: [letter({ state: 'delivered' })], ratings: [rating({ state: 'given' })] },
    publications: [publication({ state: 'published' })],
    ...more,
  });
const archived: CaseSnapshot = {
  ...sent(),
  proposal: { ...sent().proposal, archivedOn: '2026-09-01' },
};

describe('what is missing before a case is closed', () => {
  it('should be nothing where all of it is there', () => {
    expect(closingOpen(archived, closingConditionNames)).toEqual([]);
  });

  it.each<[string, CaseSnapshot, string]>([
    ['delivered', sent({ letters: [letter()] }), '没有全部送达'],
    ['rated', sent({ ratings: [rating()] }), '没有测评'],
    ['redone', sent({ redos: [redo()] }), '没有处理结果'],
    ['published', sent({ publications: [publication()] }), '没有公开'],
    ['archived', sent(), '还没有归档'],
  ])('should be told for each condition: %s', (name, snapshot, words) => {
    const condition = closingConditionNames.find((each) => each === name)!;
    expect(closingOpen(snapshot, [condition])).toEqual([expect.stringContaining(words)]);
  });

  it.each<[string, CaseSnapshot]>([
    ['whose proposer has let the time for rating pass', sent({ ratings: [rating({ state: 'lapsed' })] })],
    ['that was not handled anew, with the reason', sent({ redos: [redo({ state: 'declined' })] })],
    ['that was barred from the public', sent({ publications: [publication({ state: 'barred' })] })],
    ['that is not for the public', sent({ drafts: [draft({ publication: 'none' })], publications: [] })],
  ])('should be nothing of a case %s', (_what, snapshot) => {
    expect(closingOpen(snapshot, ['rated', 'redone', 'published'])).toEqual([]);
  });

  it('should be everything where nobody answers', () => {
    expect(
      closingOpen(sent({ assignments: [assignment({ role: 'reference' })] }), ['delivered']),
    ).toHaveLength(1);
  });
});
