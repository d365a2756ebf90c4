import fc from 'fast-check';
import { TEXT_WIDTH } from './page-measures';
import { tableLayout } from './table-columns';

const table = (header: string[], rows: string[][]) => ({ header, rows });
const shares = (header: string[], rows: string[][]): number[] =>
  tableLayout(table(header, rows)).columns.map(({ share }) => share);
const LONG = '需与市自然资源局、市住房城乡建设局协调用地和管线迁改，计划下半年完成前期工作并开工。';

describe('the columns of a table', () => {
  it('should fill the width of the text', () => {
    expect(shares(['序号', '项目', '备注'], [['1', '站亭', LONG]]).reduce((a, b) => a + b)).toBeCloseTo(1);
  });

  it('should be as wide as their words ask', () => {
    const [number, words] = shares(['序号', '说明'], [['1', LONG]]) as [number, number];
    expect(words).toBeGreaterThan(number * 5);
  });

  it('should be equal when they hold alike', () => {
    const [a, b] = shares(['甲项', '乙项'], [['一二', '三四']]) as [number, number];
    expect(a).toBeCloseTo(b);
  });

  it('should leave a number on one line beside long words', () => {
    const [, money] = shares(['项目', '投资'], [[LONG.repeat(4), '1234567.89']]) as [number, number];
    expect(money * TEXT_WIDTH).toBeGreaterThan('1234567.89'.length * 6);
  });

  it('should give the head two lines at most beside long words', () => {
    const [head] = shares(['投资（万元）', '说明'], [['1', LONG.repeat(3)]]) as [number, number];
    expect(head * TEXT_WIDTH).toBeGreaterThan(3.5 * 12);
  });

  it('should count a line feed in a cell as a new line', () => {
    const [a, b] = shares([], [['一二三四五六\n一二三四五六', '一二三四五六']]) as [number, number];
    expect(a).toBeCloseTo(b);
  });

  it('should be as many as the longest row has', () => {
    expect(shares(['甲'], [['一', '二', '三'], ['一']])).toHaveLength(3);
  });

  it('should be one when there is nothing', () => {
    expect(shares([], [])).toEqual([1]);
  });
});

describe('the letters of a table', () => {
  it('should have 12 points', () => {
    expect(tableLayout(table(['甲'], [['一']])).size).toBe(12);
  });

  it('should be smaller when twelve columns of numbers would not fit', () => {
    const row = Array.from({ length: 12 }, (_, i) => String(i * 1234.5));
    expect(tableLayout(table([], [row])).size).toBeLessThan(12);
  });

  it('should stand in the middle of a column of short words', () => {
    const { columns } = tableLayout(table(['进度', '备注'], [['在建', LONG]]));
    expect(columns.map(({ centred }) => centred)).toEqual([true, false]);
  });

  it('should stand at the left where a cell is a sentence', () => {
    expect(tableLayout(table([], [['已完成。']])).columns[0]?.centred).toBe(false);
  });
});

describe('any table', () => {
  const cell = fc.string({ unit: fc.constantFrom(...'甲乙1.a， \n'), maxLength: 60 });
  const rows = fc.array(fc.array(cell, { minLength: 1, maxLength: 14 }), { minLength: 1, maxLength: 12 });

  it('should have columns of a real width that fill the line', () => {
    fc.assert(
      fc.property(rows, (cells) => {
        const found = shares([], cells);
        const sum = found.reduce((a, b) => a + b);
        return found.every((share) => share > 0.005) && Math.abs(sum - 1) < 1e-6;
      }),
    );
  });
});
