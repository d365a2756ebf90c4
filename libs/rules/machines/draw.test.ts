import { drawMachine } from './draw';
import { allMachines, type AggregateName, type Machine, stateLabel } from './index';

const machineOf = (aggregate: AggregateName): Machine =>
  allMachines.find((machine) => machine.aggregate === aggregate)!;

describe('drawMachine', () => {
  it('should draw the delivery with its states, actions, beginning and end', () => {
    expect(drawMachine(machineOf('delivery')).split('\n')).toEqual([
      'stateDiagram-v2',
      '  sent: 已发出',
      '  received: 已签收',
      '  [*] --> sent: 送达',
      '  sent --> sent: 登记寄送方式',
      '  sent --> received: 登记回执',
      '  sent --> received: 签收来函',
      '  sent --> received: 打开专属链接〔系统〕',
      '  received --> [*]',
    ]);
  });

  it('should draw one arrow for each state an action may start from', () => {
    const arrows = drawMachine(machineOf('opinion')).match(/--> submitted: 提交会办意见/g);
    expect(arrows).toHaveLength(3);
  });

  it.each(allMachines.map((machine) => [machine.aggregate, machine] as const))(
    'should draw every row of the table: %s',
    (_aggregate, machine) => {
      const arrows = drawMachine(machine).match(/-->/g) ?? [];
      const starts = machine.transitions.flatMap(({ from }) => (from === 'none' ? ['[*]'] : from));
      expect(arrows).toHaveLength(starts.length + machine.final.length);
    },
  );
});

describe('stateLabel', () => {
  it('should say what a screen calls the state', () => {
    expect(stateLabel('opinion', 'returned')).toBe('已退回');
  });

  it('should give back a state it does not know', () => {
    expect(stateLabel('opinion', 'lost')).toBe('lost');
  });
});
