import { formatNumber } from './lookups';

describe('formatNumber', () => {
  it.each([
    ['中工信函〔{year}〕{serial}号', 2026, 7, '中工信函〔2026〕7号'],
    ['平教体字〔{year}〕{serial}号', 2018, 27, '平教体字〔2018〕27号'],
    ['〔{year}〕{serial}', 2026, 1000, '〔2026〕1000'],
  ])('should print %s of %i, %i as %s', (pattern, year, serial, printed) => {
    expect(formatNumber({ pattern }, year, serial)).toBe(printed);
  });
});
