import { actor, step, unitIds } from '../testing/snapshots';
import { mayHold } from './may-hold';

const reviewer = actor(['reviewer']);

describe('who holds a step', () => {
  it.each([
    ['anyone with its duty in its unit', step('reviewer'), reviewer, true],
    ['nobody with another duty', step('leader'), reviewer, false],
    ['nobody of another unit', step('reviewer', { unitId: unitIds.co }), reviewer, false],
    ['nobody of another office where it names one', step('reviewer', { officeId: 'legal' }), reviewer, false],
    [
      'the office it names',
      step('reviewer', { officeId: 'legal' }),
      actor(['reviewer'], { officeId: 'legal' }),
      true,
    ],
    [
      'the person it names, whatever the duty',
      step('head', { personId: 'p' }),
      actor(['leader'], { personId: 'p' }),
      true,
    ],
    ['nobody else where it names a person', step('reviewer', { personId: 'p' }), reviewer, false],
    [
      'who gave it to that person',
      step('head', { personId: 'p', delegatedBy: 'boss' }),
      actor(['head'], { personId: 'boss' }),
      true,
    ],
  ])('should be %s', (_who, held, who, expected) => {
    expect(mayHold(held, who)).toBe(expected);
  });
});
