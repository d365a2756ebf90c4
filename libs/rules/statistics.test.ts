import { behind, countsOf, type Fact, figureNames, figures, opinionDays, rateOf } from './statistics';

const fact = (kind: Fact['kind'], more: Partial<Fact> = {}): Fact => ({
  ...{ kind, id: 'f', proposalId: 'p', number: '135001', title: '修桥', year: 2026 },
  ...{ unitId: 'u', unit: '市水务局', startedOn: '2026-03-01', dueOn: '2026-06-01', doneOn: null },
  ...{ outcomeClass: null, contacted: false, handling: null, result: null, outcome: null },
  ...more,
});
const names = (one: Fact, asOf = '2026-07-01'): string[] =>
  figureNames.filter((name) => behind([one], name, asOf).length > 0);

describe('what a figure counts', () => {
  it.each([
    ['a reply that is owed', fact('reply'), '2026-05-01', ['repliesDue']],
    ['one that is late', fact('reply'), '2026-06-02', ['repliesDue', 'repliesOverdue']],
    ['one on its last day', fact('reply'), '2026-06-01', ['repliesDue']],
    [
      'one that was given in time',
      fact('reply', { doneOn: '2026-06-01' }),
      '2026-06-01',
      ['repliesDue', 'repliesGiven', 'repliesOnTime'],
    ],
    [
      'one that was given a day late, after a talk',
      fact('reply', { doneOn: '2026-06-02', contacted: true }),
      '2026-07-01',
      ['repliesDue', 'repliesGiven', 'contacted'],
    ],
    ['an opinion that is late', fact('opinion'), '2026-07-01', ['opinionsDue', 'opinionsOverdue']],
    [
      'a rating with two marks',
      fact('rating', { doneOn: '2026-06-01', handling: 'fair', result: 'dissatisfied' }),
      '2026-07-01',
      ['ratingsAsked', 'ratingsGiven', 'handlingSatisfied'],
    ],
    [
      'a promise that was not kept',
      fact('promise', { doneOn: '2026-06-01', outcome: 'unkept' }),
      '2026-07-01',
      ['promises'],
    ],
  ])('should be the same for %s whoever looks', (_what, one, asOf, expected) => {
    expect(names(one, asOf)).toEqual(expected);
  });

  it('should be as things stood on the day that is asked for', () => {
    const given = fact('reply', { doneOn: '2026-06-20' });
    expect(names(given, '2026-02-28')).toEqual([]);
    expect(names(given, '2026-06-10')).toEqual(['repliesDue', 'repliesOverdue']);
    expect(names(given, '2026-06-20')).toEqual(['repliesDue', 'repliesGiven']);
  });

  it('should be said in words beside each figure', () => {
    for (const name of figureNames) expect(figures[name].definition).toMatch(/。$/);
  });
});

describe('shares', () => {
  it('should be none where there is nothing to be a share of', () => {
    expect(rateOf(countsOf([], '2026-07-01'), 'replyRate')).toBeNull();
  });
  it('should be of what was given, in per cent with one decimal', () => {
    const facts = ['2026-05-01', '2026-06-02', '2026-06-03'].map((doneOn) => fact('reply', { doneOn }));
    expect(rateOf(countsOf(facts, '2026-07-01'), 'replyRate')).toBe(33.3);
  });
  it('should have the middle of the days an opinion took', () => {
    const facts = ['2026-03-03', '2026-03-05', '2026-03-31'].map((doneOn) => fact('opinion', { doneOn }));
    expect([opinionDays(facts, '2026-07-01'), opinionDays([], '2026-07-01')]).toEqual([4, null]);
  });
});
