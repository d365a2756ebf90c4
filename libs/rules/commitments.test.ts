import { promisesOpen, standingLettersOf } from './commitments';
import type { CaseSnapshot } from './snapshot';
import { caseWith, commitment, draft, letter } from './testing/snapshots';

const LEAD = 'assignment-lead';
const needing = letter({ commitmentRequired: true });
const found = (more: Partial<CaseSnapshot>): string | null => promisesOpen(caseWith(more), LEAD);

describe('whether the promises of a letter are registered', () => {
  it('should be nothing to wait for where the class needs none and none was found', () => {
    expect(found({ letters: [letter()] })).toBeNull();
  });

  it('should wait for every promise that was found and nobody has judged', () => {
    const commitments = [commitment({ state: 'proposed' }), commitment({ id: 'two', state: 'proposed' })];
    expect(found({ letters: [letter()], commitments })).toContain('还有 2 条');
  });

  it('should need one where the class needs one', () => {
    expect(found({ letters: [needing] })).toContain('一条也没有登记');
  });

  it.each(['confirmed', 'kept', 'unkept', 'answered'] as const)('should count one that is %s', (state) => {
    expect(found({ letters: [needing], commitments: [commitment({ state })] })).toBeNull();
  });

  it.each(['struck', 'dropped'] as const)('should not count one that is %s', (state) => {
    expect(found({ letters: [needing], commitments: [commitment({ state })] })).not.toBeNull();
  });

  it('should count once for letters that promise the same: to merged proposals, or in a second round', () => {
    const letters = [
      needing,
      { ...needing, id: 'letter-2', draftId: 'draft-2', documentNumber: '测工信函〔2026〕2号' },
    ];
    const drafts = [draft(), draft({ id: 'draft-2' })];
    expect(found({ drafts, letters, commitments: [commitment()] })).toBeNull();
    expect(found({ drafts, letters })).toContain('测工信函〔2026〕2号');
  });

  it('should not count the promise of another unit’s letter', () => {
    const commitments = [commitment({ assignmentId: 'assignment-other' })];
    expect(found({ letters: [needing], commitments })).toContain(needing.documentNumber);
  });

  it('should ask nothing of a letter that was withdrawn', () => {
    expect(found({ letters: [{ ...needing, state: 'withdrawn' }] })).toBeNull();
  });

  it('should ask nothing of a unit for the letter of another one', () => {
    const drafts = [draft({ assignmentId: 'assignment-other' })];
    expect(found({ drafts, letters: [needing] })).toBeNull();
    expect(standingLettersOf(caseWith({ drafts, letters: [needing] }), LEAD)).toEqual([]);
  });
});
