import { type ReturnDecision, type ReturnWish, decisionFault, decisionsFor, returnFault } from './returns';

const wishes: ReturnWish[] = ['other_unit', 'co_handle', 'nobody', 'one_more'];
const decisions: ReturnDecision[] = ['keep', 'move', 'add'];

describe('a request to return', () => {
  it.each(['other_unit', 'co_handle', 'one_more'] as const)('should name a unit when it says: %s', (wish) => {
    expect([returnFault(wish, null), returnFault(wish, 'x')]).toEqual([
      expect.stringContaining('请选择'),
      null,
    ]);
  });

  it('should name none when nobody can be named', () => {
    expect([returnFault('nobody', null), returnFault('nobody', 'x')]).toEqual([
      null,
      expect.stringContaining('清空'),
    ]);
  });
});

describe('the answer to a request', () => {
  /** wish, decision, with a unit → whether it may be; written out by hand. */
  const may = (wish: ReturnWish, decision: ReturnDecision, unit: boolean): boolean => {
    if (wish === 'one_more' && decision === 'move') return false;
    return decision === 'keep' ? !unit : unit;
  };

  it.each(wishes.flatMap((wish) => decisions.map((decision) => [wish, decision] as const)))(
    'should name a unit exactly where one takes or joins: %s, %s',
    (wish, decision) => {
      const found = [null, 'x'].map((unitId) => decisionFault(wish, decision, unitId) === null);
      expect(found).toEqual([may(wish, decision, false), may(wish, decision, true)]);
    },
  );

  it('should never take the duty from who signed for it and asks for one more', () => {
    expect(wishes.filter((wish) => !decisionsFor(wish).includes('move'))).toEqual(['one_more']);
  });
});
