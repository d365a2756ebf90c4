import { type LetterPromise, proposedPromises, type StatedPromise } from './proposed-promises';

const told = (text: string, more: Partial<LetterPromise> = {}): LetterPromise => ({
  ...{ quote: `${text}。`, text, dueWords: null, dueOn: null, suggestionId: 's-1', ...more },
});
const stated = (text: string, more: Partial<StatedPromise> = {}): StatedPromise => ({
  ...{ suggestionId: 's-1', unitId: 'co', text, dueOn: null, owner: null, ...more },
});
const of = (letter: LetterPromise[], opinions: StatedPromise[] = []) =>
  proposedPromises(letter, opinions, { writerId: 'lead', letterDate: '2026-06-05' });

describe('what is put before a person to be confirmed', () => {
  it('should be the writer’s own where no opinion says otherwise', () => {
    expect(of([told('建成十处')])).toMatchObject([
      { origin: 'letter', ownerUnitId: 'lead', ownerName: null },
    ]);
  });

  it('should be one where letter and opinion promise the same: with the opinion’s owner and day', () => {
    const opinions = [stated('建成十处共享充电桩', { dueOn: '2026-12-31', owner: '商贸科' })];
    expect(of([told('市商务局将建成十处共享充电桩')], opinions)).toMatchObject([
      { origin: 'letter', ownerUnitId: 'co', ownerName: '商贸科', dueOn: '2026-12-31' },
    ]);
  });

  it('should keep the day that the letter prints', () => {
    const opinions = [stated('建成十处', { dueOn: '2026-12-31' })];
    expect(of([told('建成十处', { dueOn: '2026-10-31' })], opinions)[0]?.dueOn).toBe('2026-10-31');
  });

  it('should be what an opinion promises beside the letter’s text too, once', () => {
    const opinions = [
      stated('培训两百人，明年底前完成'),
      stated('培训两百人，明年底前完成', { unitId: 'co-2' }),
    ];
    expect(of([told('建成十处')], opinions).slice(1)).toMatchObject([
      { origin: 'opinion', ownerUnitId: 'co', text: '培训两百人，明年底前完成', dueOn: '2027-12-31' },
    ]);
  });

  it('should not be mixed up with what was promised to another suggestion', () => {
    expect(of([told('建成十处')], [stated('建成十处', { suggestionId: 's-2' })])).toHaveLength(2);
  });

  it('should leave a day to a person that was over when the letter came', () => {
    expect(of([], [stated('建成十处', { dueOn: '2026-05-31' })])[0]?.dueOn).toBeNull();
  });
});
