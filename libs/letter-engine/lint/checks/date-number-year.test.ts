import { editedLetter, excerpts, slipsAfter, slipsOf } from '../testing/letters';
import { dateNumberYear } from './date-number-year';

const after = (from: string, to: string): string[] => excerpts(slipsAfter(dateNumberYear, [from, to]));

describe('the year of date and number', () => {
  it('should be told when the date lies a year before', () => {
    expect(after('2026年6月9日', '2025年6月9日')).toEqual(['2025年6月9日 … 云文旅函〔2026〕52号']);
  });

  it('should be told when the date lies a year after', () => {
    expect(after('2026年6月9日', '2027年1月4日')).toEqual(['2027年1月4日 … 云文旅函〔2026〕52号']);
  });

  it('should be told when the number is of another year', () => {
    expect(after('〔2026〕', '〔2024〕')).toEqual(['2026年6月9日 … 云文旅函〔2024〕52号']);
  });

  it.each(['[2025]', '【2025】', '（2025）'])('should be read in wrong brackets too: %s', (year) => {
    expect(after('〔2026〕', year)).toHaveLength(1);
  });

  it('should be told at the date, and at the number too', () => {
    const [slip] = slipsAfter(dateNumberYear, ['〔2026〕', '〔2024〕']);
    expect([slip?.place.path, slip?.alsoAt?.[0]?.path]).toEqual(['date', 'documentNumber']);
  });
});

describe('date and number with nothing to tell', () => {
  it('should agree in the clean letter', () => {
    expect(slipsAfter(dateNumberYear, ['52号', '53号'])).toEqual([]);
  });

  it('should not be held against each other where there is no number', () => {
    expect(after('云文旅函〔2026〕52号\n', '')).toEqual([]);
  });

  it('should not be held against each other where there is no date', () => {
    expect(after('2026年6月9日\n', '')).toEqual([]);
  });

  it('should not be held against each other in a draft', () => {
    expect(slipsOf(dateNumberYear, { ...editedLetter(), documentNumber: null, date: null })).toEqual([]);
  });

  it('should not take the year of another document for the number’s', () => {
    expect(after('安排补助资金320万元', '依照云财〔2024〕9号安排补助资金320万元')).toEqual([]);
  });

  it('should pass over a number without a year in brackets', () => {
    expect(slipsOf(dateNumberYear, { ...editedLetter(), documentNumber: '云文旅函52号' })).toEqual([]);
  });
});
