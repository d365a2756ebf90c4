import type { Piece } from './letter-words';
import { compareTimes, isAfter, timeWords } from './time-words';

const piece = (text: string): Piece => ({ kind: 'paragraph', path: 'p', label: '段', text, section: 0 });
const DATE = '2026-06-09';
const read = (text: string, date = DATE): string[] =>
  timeWords([piece(text)], date).map(({ year, month, day }) =>
    [year, month, day].filter((n) => n !== null).join('-'),
  );

describe('times in a text', () => {
  it.each([
    ['截至2026年4月', '2026-4'],
    ['2026年4月12日', '2026-4-12'],
    ['2025年', '2025'],
    ['2025年度', '2025'],
    ['今年3月', '2026-3'],
    ['今年1-5月', '2026-5'],
    ['2026年1—5月', '2026-5'],
    ['3月12日', '2026-3-12'],
    ['〔2027〕3号', '2027'],
  ])('should be read: %s', (text, time) => {
    expect(read(text)).toEqual([time]);
  });

  it.each([
    '去年11月',
    '2024年印发，当年11月',
    '每年9月',
    '《2027年方案》',
    '“2027年未来夜”',
    '第085027号',
    '5个月',
  ])('should give no time of this year: %s', (text) => {
    expect(read(text).filter((time) => !time.startsWith('2024'))).toEqual([]);
  });

  it('should take an autumn month in spring for last year’s', () => {
    expect(read('11月', '2026-02-01')).toEqual([]);
  });

  it('should keep their place in the text', () => {
    expect(timeWords([piece('自2025年3月起')], DATE)[0]?.spot.place).toMatchObject({ start: 1, end: 8 });
  });
});

describe('times against a day', () => {
  it.each([
    ['2026年', false],
    ['2027年', true],
    ['2026年6月', false],
    ['2026年7月', true],
    ['2026年6月9日', false],
    ['2026年6月10日', true],
    ['2025年12月', false],
  ])('should lie wholly after it or not: %s', (text, after) => {
    expect(isAfter(timeWords([piece(text)], DATE)[0]!, DATE)).toBe(after);
  });

  it('should come later the later they are', () => {
    const times = timeWords([piece('2026年3月；2025年；2026年3月5日')], DATE);
    expect(times.sort(compareTimes).map(({ spot }) => spot.text)).toEqual([
      '2025年',
      '2026年3月',
      '2026年3月5日',
    ]);
  });
});
