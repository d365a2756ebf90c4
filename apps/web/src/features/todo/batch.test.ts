import { todoItem } from '../../testing/data';
import { batchActions, jobsOf } from './batch';

const step = (command: string, label: string, targetId: string, unit: string | null = null) => ({
  ...{ command, label, targetId, unit },
  href: `/api/x/${targetId}`,
});
const a = todoItem({
  number: '135021',
  batch: [step('assignment.sign', '签收', 'a1', '市商务局'), step('assignment.chase', '催办', 'a2', '甲局')],
});
const b = todoItem({ number: '135022', batch: [step('assignment.sign', '签收', 'b1', '市商务局')] });
const c = todoItem({
  number: '135023',
  batch: [step('assignment.chase', '催办', 'c1', '甲局'), step('assignment.chase', '催办', 'c2', '乙局')],
});

describe('what can be done for several cases', () => {
  it('should be each thing once, with all cases it can be done for', () => {
    expect(batchActions([a, b, c]).map(({ label, steps }) => [label, steps.length])).toEqual([
      ['签收', 2],
      ['催办', 3],
    ]);
  });
  it('should be nothing where no case lets several be done', () => {
    expect(batchActions([todoItem()])).toEqual([]);
  });
  it('should be named by its case, and by the unit where units differ', () => {
    const [sign, chase] = batchActions([a, b, c]);
    const words = (action: typeof sign) => (action ? jobsOf(action, {}).map((job) => job.words) : []);
    expect([...words(sign), ...words(chase)]).toEqual([
      ...['第 135021 号', '第 135022 号'],
      ...['第 135021 号 甲局', '第 135023 号 甲局', '第 135023 号 乙局'],
    ]);
  });
});
