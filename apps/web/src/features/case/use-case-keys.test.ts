import { button } from '../../testing/data';
import { pressedBy, tabBeside } from './use-case-keys';

const sign = button({ command: 'assignment.sign', todo: true });
const chase = button({ command: 'assignment.chase' });
const back = button({ command: 'reviewStep.sendBack' });

describe('the keys of a case', () => {
  it.each([
    ['a', 'assignment.sign'],
    ['c', 'assignment.chase'],
    ['r', 'reviewStep.sendBack'],
  ] as const)('should press with %s the button %s', (letter, command) => {
    expect(pressedBy(letter, [back, chase, sign])?.command).toBe(command);
  });
  it.each(['a', 'c', 'r'] as const)('should press nothing with %s that cannot be done', (letter) => {
    const blocked = [sign, chase, back].map((each) => ({ ...each, blockedBy: '还没有交办' }));
    expect(pressedBy(letter, blocked)).toBeUndefined();
  });
  it('should lead from part to part and not beyond the ends', () => {
    expect([tabBeside('text', -1), tabBeside('text', 1), tabBeside('history', 1)]).toEqual([
      undefined,
      'units',
      undefined,
    ]);
  });
});
