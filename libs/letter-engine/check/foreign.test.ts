import * as fc from 'fast-check';
import { handMadePdf, wordsAt } from '../../../test/fixtures/letters/hand-made-pdf';
import type { PdfSource } from '../pdf/pdf-source';
import { createPdfReader, type PdfReader } from '../pdf/read-pdf';
import { checkPdf, type MeasureResult } from './check-pdf';
import { isRed } from './colours';
import { linesOf } from './lines';
import { readPaper } from './paper';
import { tableAreas } from './tables';

/* PDFs that our layout has not made: no mark, other fonts, other paper, text drawn in other ways. */
let reader: PdfReader;
beforeAll(() => {
  reader = createPdfReader({ timeoutMs: 60_000 });
});
afterAll(() => reader.close());

const read = async (pages: readonly string[], more: Omit<Parameters<typeof handMadePdf>[0], 'pages'> = {}) =>
  reader.read(handMadePdf({ pages, ...more }));
const resultOf = (pdf: PdfSource, id: string): MeasureResult =>
  checkPdf(pdf).results.find((result) => result.id === id)!;
const LINE = '政协提案办理工作关系群众切身利益承办单位应当认真研究逐条答复做到';
const PITCH = 10.4428;
/** A page of 22 lines on the standard's grid, in a font that is not embedded. */
const gridPage = (lines = 22): string =>
  Array.from({ length: lines }, (_, i) => wordsAt(LINE.slice(0, 27), 28, 41.97 + i * PITCH, 16)).join('');
/** A red bar by its box in millimetres from the top. */
const bar = (left: number, top: number, width: number, height: number, colour = '0.9 0 0.07'): string => {
  const pt = (mm: number): number => (mm * 72) / 25.4;
  return `${colour} rg ${pt(left)} ${841.89 - pt(top + height)} ${pt(width)} ${pt(height)} re f 0 g\n`;
};

describe('a PDF without a red head', () => {
  it.each(['mark-top', 'first-rule', 'second-rule'])(
    'should fail %s and say that there is none',
    async (id) => {
      const result = resultOf(await read([gridPage(5)]), id);
      expect([result.verdict, /没有/.test(result.reason)]).toEqual(['fail', true]);
    },
  );

  it('should not be asked for the place of a number it has not got', async () => {
    expect(resultOf(await read([gridPage(5)]), 'document-number').verdict).toBe('na');
  });

  it('should still have its grid measured', async () => {
    const pdf = await read([gridPage(), gridPage(), gridPage(3)]);
    expect([
      resultOf(pdf, 'line-count').value,
      resultOf(pdf, 'pitch').value,
      resultOf(pdf, 'first-baseline').value,
    ]).toEqual([22, 29.6, 41.97]);
  });
});

describe('a head drawn by another program', () => {
  const head = (rules: string): string =>
    `1 0 0 rg ${wordsAt('云陵市交通局', 60, 38, 42)} 0 g ${rules}${wordsAt('云交函〔2026〕9号', 130, 60, 16)}${gridPage(3)}`;

  it('should not be measured by strokes it does not show', async () => {
    expect(resultOf(await read([head('')]), 'mark-top')).toMatchObject({
      verdict: 'na',
      reason: expect.stringContaining('笔画'),
    });
  });

  it('should fail the second rule when it is a single one', async () => {
    const result = resultOf(await read([head(bar(20, 276, 170, 1))]), 'second-rule');
    expect([result.verdict, result.reason]).toEqual(['fail', '只有一条线，应为双线']);
  });

  it('should pass the second rule when it is drawn by strokes', async () => {
    const pt = (mm: number): string => ((mm * 72) / 25.4).toFixed(3);
    const stroke = (y: number, width: number): string =>
      `0.9 0 0 RG ${pt(width)} w ${pt(20)} ${pt(297 - y)} m ${pt(190)} ${pt(297 - y)} l S\n`;
    expect(
      resultOf(await read([head(stroke(275.425, 0.35) + stroke(276.525, 0.95))]), 'second-rule').verdict,
    ).toBe('pass');
  });

  it('should fail the second rule when the next page has one too', async () => {
    const pair = bar(20, 275.25, 170, 0.35) + bar(20, 276.05, 170, 0.95);
    expect(resultOf(await read([head(pair), pair + gridPage(3)]), 'second-rule').reason).toContain(
      '第2页也有红线',
    );
  });

  it('should not take black rules for red ones', async () => {
    const pair = bar(20, 275.25, 170, 0.35, '0 0 0') + bar(20, 276.05, 170, 0.95, '0 0 0');
    expect(resultOf(await read([head(pair)]), 'second-rule').reason).toContain('没有找到红色线条');
  });

  it('should fail the number when it stands at the left', async () => {
    const left = await read([wordsAt('云交函〔2026〕9号', 28, 60, 16) + gridPage(3)]);
    expect(resultOf(left, 'document-number')).toMatchObject({
      verdict: 'fail',
      reason: expect.stringContaining('没有靠版心右边'),
    });
  });
});

describe('another way of drawing', () => {
  const linesFrom = async (content: string): Promise<string[]> =>
    linesOf((await read([content])).pages[0]!, 1).map(({ text }) => text);

  it('should find lines of characters drawn one by one and out of order', async () => {
    const one = (at: number): string => wordsAt(LINE[at]!, 28 + at * 5.64, 50, 16);
    expect(await linesFrom([3, 1, 0, 2].map(one).join(''))).toEqual([LINE.slice(0, 4)]);
  });

  it('should count a character drawn twice to look bold once', async () => {
    expect(await linesFrom(wordsAt('甲乙', 28, 50, 16) + wordsAt('甲乙', 28.1, 50, 16))).toEqual(['甲乙']);
  });

  it('should keep a doubled word', async () => {
    expect(await linesFrom(wordsAt('常常', 28, 50, 16))).toEqual(['常常']);
  });

  it('should leave out turned writing such as a watermark', async () => {
    expect(
      await linesFrom(`BT /F1 60 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (DRAFT) Tj ET\n${wordsAt('甲', 28, 50, 16)}`),
    ).toEqual(['甲']);
  });

  it('should leave out what is drawn and not seen', async () => {
    expect(await linesFrom(`3 Tr ${wordsAt('暗', 28, 60, 16)} 0 Tr ${wordsAt('甲', 28, 50, 16)}`)).toEqual([
      '甲',
    ]);
  });

  it('should keep a raised figure on its line', async () => {
    expect(await linesFrom(wordsAt('平方米', 28, 50, 16) + wordsAt('2', 45, 49.3, 8))).toEqual(['平方米2']);
  });
});

describe('tables', () => {
  const row = (y: number): string => bar(28, y, 156, 0.2, '0 0 0');
  const upright = (x: number): string => bar(x, 60, 0.2, 40, '0 0 0');

  it('should be known by their upright rules', async () => {
    const { pages } = await read([row(60) + row(80) + row(100) + upright(28) + upright(184)]);
    expect(tableAreas(pages[0]!).map(({ top, bottom }) => [Math.round(top), Math.round(bottom)])).toEqual([
      [60, 100],
    ]);
  });

  it('should be known by three level rules of one length', async () => {
    expect(tableAreas((await read([row(60) + row(70) + row(90)])).pages[0]!)).toHaveLength(1);
  });

  it('should not be seen in an underline', async () => {
    expect(tableAreas((await read([bar(60, 70, 30, 0.2, '0 0 0')])).pages[0]!)).toEqual([]);
  });

  it('should keep their lines out of the running text', async () => {
    const pdf = await read([
      row(60) +
        row(80) +
        row(100) +
        upright(28) +
        upright(184) +
        wordsAt('表内', 30, 72, 16) +
        wordsAt('表外', 28, 120, 16),
    ]);
    const [sheet] = readPaper(pdf).sheets;
    expect([sheet!.table, sheet!.body].map((lines) => lines.map(({ text }) => text))).toEqual([
      ['表内'],
      ['表外'],
    ]);
  });
});

describe('red', () => {
  it.each(['#e60012', '#ff0000', '#c00000', '#ed1c24'])('should be seen in %s', (colour) => {
    expect(isRed(colour)).toBe(true);
  });

  it.each(['#000000', '#ff8080', '#00ff00', '#800080', 'other'])('should not be seen in %s', (colour) => {
    expect(isRed(colour)).toBe(false);
  });
});

describe('paper of another size', () => {
  it.each([
    ['letter size', { mediaBox: [0, 0, 612, 792] as const }],
    ['A4 laid across', { rotate: 90 as const }],
    ['a postage stamp', { mediaBox: [0, 0, 50, 50] as const }],
  ])('should fail its size and be measured on: %s', async (_, more) => {
    const check = checkPdf(await read([gridPage(3)], more));
    expect([check.results[0]!.verdict, check.results.length]).toEqual(['fail', 17]);
  });
});

describe('anything at all', () => {
  it('should be given seventeen verdicts, each with value or reason', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(
          fc.tuple(
            fc.constantFrom('抄送：甲。', '附件', '一、标题', '2026年3月2日', '—2—', '第', LINE),
            fc.integer({ min: -20, max: 200 }),
            fc.integer({ min: -20, max: 300 }),
            fc.constantFrom(1, 9, 14, 16, 22, 60),
          ),
          { maxLength: 12 },
        ),
        fc.nat(2),
        async (words, blank) => {
          const content = words
            .map(([text, left, baseline, size]) => wordsAt(text, left, baseline, size))
            .join('');
          const { results } = checkPdf(await read([content, ...Array<string>(blank).fill(''), content]));
          expect(
            results.filter(
              ({ verdict, value, reason }) => verdict !== 'pass' && value === null && reason === '',
            ),
          ).toEqual([]);
        },
      ),
      { numRuns: 25 },
    );
  });
});
