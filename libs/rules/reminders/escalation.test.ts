import { escalationOf } from './escalation';

const chase = { everyWorkdays: 1, leaderAfterChases: 2, supervisorAfterWorkdays: 5 };
const toldOf = (chases: number, overdue: number): readonly string[] =>
  escalationOf(chase, { chases, overdue }).to;

describe('who hears of a chase', () => {
  it.each<[number, number, string[]]>([
    [0, 1, []],
    [1, 2, []],
    [2, 3, ['leader']],
    [3, 4, ['leader']],
    [4, 5, ['leader', 'supervisor']],
    [0, 5, ['supervisor']],
    [2, -3, ['leader']],
  ])('after %d chases without a step, %d working days overdue: %j', (chases, overdue, to) => {
    expect(toldOf(chases, overdue)).toEqual(to);
  });

  it('should name the rule with the place’s own figures', () => {
    const slow = { everyWorkdays: 1, leaderAfterChases: 3, supervisorAfterWorkdays: 8 };
    expect(escalationOf(slow, { chases: 3, overdue: 8 }).rules).toEqual([
      '连催3次没有动作，报分管领导',
      '逾期满8个工作日，报督办人员',
    ]);
  });

  it('should name no rule where nobody else hears of it', () => {
    expect(escalationOf(chase, { chases: 1, overdue: 1 }).rules).toEqual([]);
  });
});
