import type { OutboxMessage } from '@fuhan/platform';
import type { CommandContext } from './context';
import { type Audience, tell, type TellPayload } from './tell';

const told = (audiences: readonly Audience[] = []): { outbox: OutboxMessage[]; payload: TellPayload } => {
  const outbox: OutboxMessage[] = [];
  const snapshot = {
    proposal: { id: 'case-1', kind: 'plenary', number: '137101', title: '关于充电桩的提案' },
  };
  tell(
    {
      proposalId: 'case-1',
      snapshot,
      outbox,
      profile: { wording: { words: {} } },
    } as unknown as CommandContext,
    'signed',
    '请编号',
    audiences,
  );
  return { outbox, payload: outbox[0]?.payload as unknown as TellPayload };
};

describe('a notice that is left for after the commit', () => {
  it('should be one message, whoever many it is for', () => {
    const audiences: Audience[] = [{ personId: 'p' }, { unitId: 'u', duties: ['clerk'] }];
    expect(told(audiences).outbox.map(({ topic }) => topic)).toEqual(['notice.tell']);
  });

  it('should name the proposal by number and title', () => {
    expect(told().payload.body).toBe('第137101号提案《关于充电桩的提案》');
  });

  it('should lead to the case', () => {
    expect(told().payload.link).toBe('/proposals/case-1');
  });

  it('should carry whom it concerns and not who they are today', () => {
    const audiences: Audience[] = [{ unitId: null, duties: ['coordinator'] }];
    expect(told(audiences).payload.audiences).toEqual(audiences);
  });

  it('should be pure data that survives the way through the queue', () => {
    const { payload } = told([{ personId: 'p' }]);
    expect(JSON.parse(JSON.stringify(payload))).toEqual(payload);
  });
});
