import type { Machine, Transition } from './machine';
import { graphFaults } from './graph';
import { deliveryMachine } from './delivery.machine';

/** The delivery table (sent → received) with one fault planted. */
const planted = (
  transitions: Transition<'delivery'>[],
  final: readonly 'received'[] = ['received'],
): string[] => graphFaults({ ...deliveryMachine, transitions, final } as unknown as Machine);

const make: Transition<'delivery'> = { action: 'letter.deliver', from: 'none', to: 'sent' };
const end: Transition<'delivery'> = { action: 'delivery.receive', from: ['sent'], to: 'received' };

describe('graphFaults', () => {
  it('should find nothing when the table is sound', () => {
    expect(planted([make, end])).toEqual([]);
  });

  it('should name the state that cannot be reached', () => {
    const again: Transition<'delivery'> = { ...end, to: 'sent' };
    expect(planted([make, again])).toContain('delivery: received cannot be reached');
  });

  it('should call a state unreachable when it is reached only from itself', () => {
    const loop: Transition<'delivery'> = { ...end, from: ['received'], to: 'received' };
    expect(planted([make, loop])).toContain('delivery: received cannot be reached');
  });

  it('should name the state that cannot be left though it is not final', () => {
    expect(planted([make, end], [])).toEqual(['delivery: received cannot be left']);
  });

  it('should not count a row that stays in the state as leaving it', () => {
    const stay: Transition<'delivery'> = { action: 'delivery.open', from: ['received'], to: 'received' };
    expect(planted([make, end, stay], [])).toEqual(['delivery: received cannot be left']);
  });

  it('should name the final state that can be left', () => {
    const back: Transition<'delivery'> = { action: 'delivery.open', from: ['received'], to: 'sent' };
    expect(planted([make, end, back])).toEqual(['delivery: received is final and can be left']);
  });

  it('should name the action that stands in two rows', () => {
    expect(planted([make, end, end])).toEqual(['delivery: delivery.receive stands in two rows']);
  });

  it('should find every state unreachable when no row makes the aggregate', () => {
    expect(planted([end])).toEqual([
      'delivery: sent cannot be reached',
      'delivery: received cannot be reached',
    ]);
  });
});
