import { stageOf, stages } from './stage';
import type { DraftFacts } from './snapshot';
import {
  assignment,
  caseWith,
  coAssignment,
  draft,
  letter,
  opinion,
  registeredCase,
} from './testing/snapshots';

const awaiting = [opinion({ state: 'awaited', version: 0 })];
const draftIn = (state: DraftFacts['state']) => [draft({ state })];

describe('stageOf', () => {
  it('should wait for the hand-over when nobody handles the proposal', () => {
    expect(stageOf(registeredCase())).toBe('registered');
  });

  it('should wait for the hand-over when only a co-handler is there', () => {
    expect(stageOf(caseWith({ assignments: [coAssignment()] }))).toBe('registered');
  });

  it('should wait for the signature when the lead has not signed', () => {
    expect(stageOf(caseWith({ assignments: [assignment({ state: 'handed_over' })], drafts: [] }))).toBe(
      'handed_over',
    );
  });

  it('should wait for the division when the lead has signed', () => {
    expect(stageOf(caseWith({ assignments: [assignment({ state: 'signed' })], drafts: [] }))).toBe('signed');
  });

  it.each(['awaited', 'submitted', 'returned'] as const)(
    'should be with the co-handlers when an opinion is %s',
    (state) => {
      expect(stageOf(caseWith({ opinions: [opinion(), opinion({ id: 'o-2', state })] }))).toBe('opinions');
    },
  );

  it('should be in drafting when every opinion is accepted', () => {
    expect(stageOf(caseWith())).toBe('drafting');
  });

  it('should be in drafting when the only handler asked nobody', () => {
    expect(stageOf(caseWith({ assignments: [assignment({ role: 'sole' })], opinions: [] }))).toBe('drafting');
  });

  it('should be in review when the draft is, whatever the opinions', () => {
    expect(stageOf(caseWith({ drafts: draftIn('in_review'), opinions: awaiting }))).toBe('review');
  });

  it('should wait for the number when the draft is signed', () => {
    expect(stageOf(caseWith({ drafts: draftIn('signed') }))).toBe('signed_off');
  });

  it('should wait for delivery when the letter is issued', () => {
    expect(stageOf(caseWith({ drafts: draftIn('issued'), letters: [letter()] }))).toBe('issued');
  });

  it('should be delivered when the letter is', () => {
    const letters = [letter({ state: 'delivered' })];
    expect(stageOf(caseWith({ drafts: draftIn('issued'), letters }))).toBe('delivered');
  });

  it('should be where the last unit is when several answer apart', () => {
    const apart = caseWith({
      assignments: [
        assignment({ role: 'separate' }),
        assignment({ id: 'assignment-2', role: 'separate', unitId: 'unit-2', state: 'signed' }),
      ],
      drafts: draftIn('issued'),
      letters: [letter({ state: 'delivered' })],
    });
    expect(stageOf(apart)).toBe('signed');
  });

  it.each(['returned', 'removed', 'recalled', 'withdrawn'] as const)(
    'should not look at a unit whose duty was %s',
    (state) => {
      const moved = caseWith({
        assignments: [
          assignment({ state }),
          assignment({ id: 'new', unitId: 'unit-new', state: 'handed_over' }),
        ],
        drafts: draftIn('dropped'),
      });
      expect(stageOf(moved)).toBe('handed_over');
    },
  );

  it('should wait for the hand-over again when the hand-over was recalled', () => {
    expect(stageOf(caseWith({ assignments: [assignment({ state: 'recalled' })] }))).toBe('registered');
  });

  it('should not be with the co-handlers for the opinion of one that was taken off', () => {
    expect(stageOf(caseWith({ opinions: [opinion(), opinion({ id: 'o-2', state: 'cancelled' })] }))).toBe(
      'drafting',
    );
  });

  it.each([
    ['handed_over', 'handed_over'],
    ['finished', 'noted'],
  ] as const)('should be told by the signatures when everybody only takes note: %s → %s', (state, stage) => {
    const noted = [
      assignment({ role: 'reference', state: 'finished' }),
      assignment({ id: 'a-2', role: 'reference', unitId: 'unit-2', state }),
    ];
    expect(stageOf(caseWith({ assignments: noted, drafts: [] }))).toBe(stage);
  });

  it('should be withdrawn once the proposer has taken it back, however far it was', () => {
    const base = caseWith({ drafts: draftIn('signed') });
    expect(stageOf({ ...base, proposal: { ...base.proposal, withdrawnOn: '2026-03-09' } })).toBe('withdrawn');
  });

  it('should have a Chinese name for each stage', () => {
    expect(Object.values(stages).filter((label) => !/^\p{Script=Han}+$/u.test(label))).toEqual([]);
  });
});
