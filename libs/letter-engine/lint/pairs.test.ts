import { pairFaults } from './pairs';

const faults = (text: string, ignored?: string): string[] =>
  pairFaults(text, ignored).map(({ at, fault }) => `${fault} ${at}`);

describe('marks that pair', () => {
  it.each([
    '甲“乙”丙',
    '甲“乙‘丙’丁”戊',
    '（甲（乙）丙）',
    '《甲〈乙〉丙》',
    '“甲《乙（丙）》”',
    '〔2026〕5号',
    '1）甲；2）乙',
    'it’s fine',
    '（甲)',
    '',
  ])('should have no fault: %s', (text) => {
    expect(faults(text)).toEqual([]);
  });
});

describe('marks that do not', () => {
  it.each([
    ['甲“乙', 'unclosed 1'],
    ['甲乙”丙', 'unopened 2'],
    ['甲（乙', 'unclosed 1'],
    ['甲）乙', 'unopened 1'],
    ['《甲', 'unclosed 0'],
    ['“甲“乙”丙', 'unclosed 0'],
    ['“甲“乙”丙”', 'nested 2'],
    ['“甲（乙”丙）', 'crossed 2'],
    ['“甲（乙”丙', 'unclosed 2'],
    ['甲】乙', 'unopened 1'],
  ])('should be seen in %s', (text, fault) => {
    expect(faults(text)).toEqual([fault]);
  });

  it('should be passed over where they are another’s business', () => {
    expect(faults('《甲“乙', '《》')).toEqual(['unclosed 2']);
  });

  it('should not be counted without end', () => {
    expect(faults('（“'.repeat(20_000)).length).toBeLessThan(100);
  });
});
