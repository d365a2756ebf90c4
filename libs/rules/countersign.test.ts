import { countersigns } from './countersign';
import {
  actor,
  assignment,
  caseWith,
  coAssignment,
  draft,
  opinion,
  step,
  unitIds,
} from './testing/snapshots';

const inLead = actor(['reviewer'], { unitId: unitIds.lead });
const inCo = actor(['drafter'], { unitId: unitIds.co });
const asked = (more: Parameters<typeof step>[1], who = inLead): boolean => {
  const one = step('reviewer', more);
  return countersigns(
    caseWith({ assignments: [assignment({ officeId: 'own' })], drafts: [draft()], steps: [one] }),
    who,
    one.id,
  );
};

describe('what a person is asked for another’s letter', () => {
  it('should be what its unit does as a co-handler', () => {
    const snapshot = caseWith({ opinions: [opinion()] });
    expect([coAssignment().id, opinion().id].map((id) => countersigns(snapshot, inCo, id))).toEqual([
      true,
      true,
    ]);
  });
  it('should not be a judgement of the unit that writes upon an opinion', () => {
    expect(countersigns(caseWith({ opinions: [opinion()] }), inLead, opinion().id)).toBe(false);
  });
  it('should not be the unit’s own duty to write', () => {
    expect(countersigns(caseWith(), inLead, assignment().id)).toBe(false);
  });
  it('should not be the review in the office that writes', () => {
    expect(asked({ unitId: unitIds.lead, officeId: 'own' })).toBe(false);
  });
  it('should not be a step that stands above the offices', () => {
    expect(asked({ unitId: unitIds.lead, officeId: null })).toBe(false);
  });
  it.each([
    ['came to another office', { unitId: unitIds.lead, officeId: 'finance' }],
    ['came to another unit', { unitId: unitIds.co, officeId: null }],
    ['a signer has added', { unitId: unitIds.lead, officeId: 'own', added: true }],
  ])('should be a step that %s', (_, more) => {
    expect(asked(more)).toBe(true);
  });
});
