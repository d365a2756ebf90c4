import { rows, whole } from '../testing/material';
import { formsOf, formOf, choices } from '../testing/forms';

describe('the forms of a review step', () => {
  const earlier = (more: object) => ({
    ...{ id: 'checked', draftId: 'draft', round: 1, stage: 1, ordinal: 1, lane: 'check', name: '核稿' },
    ...{ state: 'approved', unitId: 'lead', duty: 'reviewer', ...more },
  });
  const signing = {
    ...earlier({}),
    id: 'step',
    stage: 3,
    ordinal: 3,
    lane: 'sign',
    name: '签发',
    state: 'open',
  };
  const withSteps = (...steps: object[]) => ({ material: whole({ steps: rows<'steps'>(steps) }) });

  it('should offer the drafter and the steps that have approved before to be sent back to', () => {
    const given = withSteps(earlier({}), earlier({ id: 'skipped', stage: 2, state: 'cancelled' }), signing);
    expect(choices('reviewStep.sendBack', 'backTo', given)).toEqual([
      'drafter 承办人（修改文字）',
      'checked 核稿',
    ]);
  });

  it.each([
    ['of an earlier round', { round: 0 }],
    ['beside it', { stage: 3, lane: 'legal' }],
    ['of another draft', { draftId: 'draft-x' }],
  ])('should not offer a step %s', (_where, more) => {
    expect(choices('reviewStep.sendBack', 'backTo', withSteps(earlier(more), signing))).toHaveLength(1);
  });

  it('should offer for delegating the unit’s reviewers, but not the drafter, who left, or is the reader', () => {
    expect(choices('reviewStep.delegate', 'people')).toEqual(['unseated 林二', 'reviewer 林三']);
    expect(choices('reviewStep.delegate', 'people', { personId: 'reviewer' })).toEqual(['unseated 林二']);
  });

  it('should offer as signers people, and the duties somebody of the unit holds', () => {
    expect(choices('reviewStep.addSigner', 'signers')).toEqual([
      'person:unseated 林二',
      'person:reviewer 林三',
      'duty:reviewer 任何一位核稿人',
    ]);
  });

  it('should carry the digest of the text that is on the screen', () => {
    const seen = new Map([['step', 'abc']]);
    expect(formOf('reviewStep.approve', { seen }).defaults).toEqual({ seen: 'abc' });
  });

  it('should offer phrases where there are any', () => {
    expect(choices('reviewStep.approve', 'phrases', { phrases: ['同意。'] })).toEqual(['同意。 同意。']);
    expect(choices('reviewStep.approve', 'phrases')).toBeUndefined();
  });

  it('should have no button for opening it', () => {
    expect(formsOf('reviewStep.read')).toEqual([]);
  });
});
