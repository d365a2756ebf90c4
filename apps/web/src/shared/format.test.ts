import { chineseNumber, paragraphsOf, showDay, showInstant, showNames, showShortInstant } from './format';

describe('showInstant', () => {
  it('should show the time of Shanghai when the instant is in UTC', () => {
    expect(showInstant('2026-03-01T01:05:00.000Z')).toBe('2026-03-01 09:05');
  });
  it('should show the next day when it is past midnight in Shanghai', () => {
    expect(showInstant('2026-12-31T16:00:00Z')).toBe('2027-01-01 00:00');
  });
  it('should leave the year out when it is short', () => {
    expect(showShortInstant('2026-03-01T01:05:00Z')).toBe('03-01 09:05');
  });
});

describe('showDay', () => {
  it('should write year, month and day without leading zeros', () => {
    expect(showDay('2026-03-01')).toBe('2026年3月1日');
  });
});

describe('chineseNumber', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [12, '十二'],
    [20, '二十'],
    [35, '三十五'],
  ])('should write %i as %s', (value, words) => {
    expect(chineseNumber(value)).toBe(words);
  });
});

describe('showNames', () => {
  it('should name all when they are few', () => {
    expect(showNames(['甲', '乙'])).toBe('甲、乙');
  });
  it('should count the rest when they are many', () => {
    expect(showNames(['甲', '乙', '丙', '丁'])).toBe('甲、乙、丙等4位');
  });
});

describe('paragraphsOf', () => {
  it('should leave out blank lines', () => {
    expect(paragraphsOf('甲\n\n 乙 \n')).toEqual(['甲', '乙']);
  });
});
