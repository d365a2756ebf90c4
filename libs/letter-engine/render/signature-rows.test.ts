import { CHARACTER, MM, pointsOf, TEXT_WIDTH } from './page-measures';
import { signatureRows, unitLines } from './signature-rows';

const DATE = '2026年11月22日';
const units = (count: number, length = 6): string[] =>
  Array.from({ length: count }, (_, i) => `第${i % 10}${'局'.repeat(length - 2)}`);
const SEAL = 45 * MM;

describe('units that sign together', () => {
  it('should sign alone in one row', () => {
    expect(signatureRows(['云陵市交通运输局'], DATE).rows).toEqual([['云陵市交通运输局']]);
  });

  it.each([
    [2, [2]],
    [3, [3]],
    [4, [2, 2]],
    [5, [3, 2]],
    [7, [3, 3, 1]],
    [9, [3, 3, 3]],
    [20, [3, 3, 3, 3, 3, 3, 2]],
  ])('should stand %i in rows of %j', (count, rows) => {
    expect(signatureRows(units(count), DATE).rows.map((row) => row.length)).toEqual(rows);
  });

  it('should keep their order', () => {
    const signed = units(7);
    expect(signatureRows(signed, DATE).rows.flat()).toEqual(signed);
  });

  it('should stand two in a row when a name is too long for three', () => {
    expect(signatureRows(units(4, 12), DATE).rows.map((row) => row.length)).toEqual([2, 2]);
  });

  it('should stand one below the other when no two have room', () => {
    expect(signatureRows(units(2, 20), DATE).rows.map((row) => row.length)).toEqual([1, 1]);
  });

  it.each([2, 3, 5, 8])('should leave room for the seal of each of %i', (count) => {
    const { rows, last, step } = signatureRows(units(count), DATE);
    const leftmost = last + (Math.max(...rows.map((row) => row.length)) - 1) * step + SEAL / 2;
    expect([step >= SEAL, last >= SEAL / 2, leftmost <= TEXT_WIDTH + 0.01]).toEqual([true, true, true]);
  });

  it('should have the date under the last of them, four characters from the right', () => {
    expect(signatureRows(units(3), DATE).last).toBeCloseTo(4 * CHARACTER + pointsOf(DATE) / 2);
  });

  it('should need no date', () => {
    expect(signatureRows(units(2), '').last).toBeGreaterThanOrEqual(SEAL / 2);
  });

  it('should have no rows when nobody signs', () => {
    expect(signatureRows([], DATE).rows).toEqual([]);
  });
});

describe('the name of a unit', () => {
  it('should stand on one line', () => {
    expect(unitLines('云陵市人力资源和社会保障局')).toEqual(['云陵市人力资源和社会保障局']);
  });

  it('should be broken by sense when it is wider than the text area', () => {
    const name = '云陵市粤港澳大湾区协同发展和对外经济合作促进委员会办公室重大项目建设工作领导小组办';
    const lines = unitLines(name);
    expect([lines.length, lines.join(''), lines.every((line) => pointsOf(line) < TEXT_WIDTH)]).toEqual([
      2,
      name,
      true,
    ]);
  });
});
