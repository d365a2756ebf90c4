import { type ImportState, importStates, importTurns, type ImportTurn, mayTurn } from './imports';

const states = Object.keys(importStates) as ImportState[];
const turns = Object.keys(importTurns) as ImportTurn[];

describe('the turns of a list', () => {
  it.each(states.filter((state) => state !== 'undone'))(
    'should lead out of every state but the last: %s',
    (state) => {
      expect(turns.some((turn) => mayTurn(state, turn))).toBe(true);
    },
  );

  it('should end with the undoing', () => {
    expect(turns.filter((turn) => mayTurn('undone', turn))).toEqual([]);
  });

  it.each(states.filter((state) => state !== 'reading'))('should lead to every state: %s', (state) => {
    expect(turns.some((turn) => importTurns[turn].to === state)).toBe(true);
  });

  it('should let nobody change what is being registered', () => {
    expect(mayTurn('importing', 'import.change')).toBe(false);
  });

  it('should let a list be confirmed once', () => {
    expect(states.filter((state) => mayTurn(state, 'import.confirm'))).toEqual(['checked']);
  });
});
