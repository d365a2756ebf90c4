import { decide } from './decide';
import { actor, caseWith, coAssignment, deadline, assignment, unitIds } from './testing/snapshots';

/** One clock of the lead's reply, one of the co-handler's opinion. */
const snapshot = caseWith({
  assignments: [assignment(), coAssignment()],
  deadlines: [deadline(), deadline({ id: 'deadline-opinion', subjectId: 'assignment-co' })],
});
const leadOffice = actor(['proposal_office']);
const coOffice = actor(['proposal_office'], { unitId: unitIds.co });
const coordinator = actor(['coordinator'], { unitId: unitIds.stranger });
const verdict = (who: typeof leadOffice, on: string): string =>
  decide(snapshot, who, 'clock.pause', on).verdict;

describe('who may stop a clock', () => {
  it('should be the coordinator when it is the reply’s', () => {
    expect([coordinator, leadOffice, coOffice].map((who) => verdict(who, 'deadline-reply'))).toEqual([
      'allowed',
      'denied',
      'denied',
    ]);
  });

  it('should be the office of the unit that waits when it is an opinion’s', () => {
    expect([coordinator, leadOffice, coOffice].map((who) => verdict(who, 'deadline-opinion'))).toEqual([
      'denied',
      'allowed',
      'denied',
    ]);
  });

  it('should be nobody when the clock runs for no unit’s duty', () => {
    const stray = caseWith({ deadlines: [deadline({ subjectId: 'return-request' })] });
    expect(decide(stray, coordinator, 'clock.pause', 'deadline-reply').verdict).toBe('denied');
  });

  it('should take both duties when one person stops both', () => {
    const both = actor(['coordinator', 'proposal_office']);
    expect(['deadline-reply', 'deadline-opinion'].map((on) => verdict(both, on))).toEqual([
      'allowed',
      'allowed',
    ]);
  });
});
