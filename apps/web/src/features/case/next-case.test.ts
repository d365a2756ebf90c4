import { todoItem } from '../../testing/data';
import { waitAsWell } from './next-case';

const waits = (proposalId: string, more: object = {}) =>
  todoItem({ proposalId, waitingCommand: 'proposal.handOver', ...more });

describe('the next case', () => {
  it('should be another one that waits for the same step and is not blocked', () => {
    const items = [
      waits('here'),
      waits('blocked', { blockedBy: '还没有签收' }),
      waits('other', { waitingCommand: 'assignment.sign' }),
      waits('next'),
    ];
    expect(waitAsWell(items, 'here', 'proposal.handOver').map(({ proposalId }) => proposalId)).toEqual([
      'next',
    ]);
  });
});
