import { renderDamaged } from '../../../test/fixtures/letters/damaged-layout';
import { twinText } from '../../../test/fixtures/letters/letters';
import { importLetter } from '../import/import-letter';
import { emptyLetter, type LetterModel } from '../model/model';
import type { PdfPage, PdfSource } from '../pdf/pdf-source';
import { createPdfReader, type PdfReader } from '../pdf/read-pdf';
import { createPdfRenderer, type PdfRenderer } from '../render/pdf';
import { checkPdf, type MeasureResult } from './check-pdf';
import { measures } from './measures';

const long = importLetter(twinText('000'));
/** What a layout does wrong shows on a few pages already, except in the length of its lines: only full ones count there. */
const fivePages: LetterModel = { ...long, sections: long.sections.slice(0, 2) };
const short: LetterModel = {
  ...emptyLetter(),
  issuer: '云陵市交通局',
  documentNumber: '云交函〔2026〕9号',
  title: '关于第1号提案的答复',
  addressees: ['甲某某委员'],
  closing: '感谢您的关心。',
  signature: ['云陵市交通局'],
  date: '2026-03-02',
};
const ids = measures.map(({ id }) => id);

let renderer: PdfRenderer;
let reader: PdfReader;
let ours: PdfSource;
let brief: PdfSource;
beforeAll(async () => {
  renderer = createPdfRenderer({ timeoutMs: 60_000 });
  reader = createPdfReader({ timeoutMs: 60_000 });
  ours = await reader.read((await renderer.render(long)).pdf);
  brief = await reader.read((await renderer.render(short)).pdf);
}, 120_000);
afterAll(async () => {
  await renderer.close();
  await reader.close();
});

const resultOf = (pdf: PdfSource, id: string, model: LetterModel | null = null): MeasureResult =>
  checkPdf(pdf, model).results.find((result) => result.id === id)!;
const verdicts = (pdf: PdfSource, model: LetterModel | null = null) =>
  Object.fromEntries(checkPdf(pdf, model).results.map(({ id, verdict }) => [id, verdict]));
const read = async (model: LetterModel): Promise<PdfSource> =>
  reader.read((await renderer.render(model)).pdf);

/** The page without its lowest lines of text. */
function withoutLowest(page: PdfPage, lines: number): PdfPage {
  const from = 261.6 - lines * 10.44 + 5;
  return { ...page, glyphs: page.glyphs.filter(({ baseline }) => baseline < from || baseline > 265) };
}

describe('the table of measures', () => {
  it('should hold seventeen, each with an id of its own', () => {
    expect([ids.length, new Set(ids).size]).toEqual([17, 17]);
  });

  it('should give each a Chinese name, a clause and what is expected', () => {
    expect(
      measures.filter(({ name, clause, expected }) => !/\p{Script=Han}/u.test(name) || !clause || !expected),
    ).toEqual([]);
  });
});

describe('a letter of nine pages of ours', () => {
  it.each(ids)('should pass %s', (id) => {
    expect(resultOf(ours, id, long)).toMatchObject({ id, verdict: 'pass' });
  });

  it('should be counted', () => {
    expect(checkPdf(ours, long)).toMatchObject({ pages: 9, counts: { pass: 17, fail: 0, na: 0 } });
  });

  it.each([
    ['body-left', 28],
    ['line-right', 184.08],
    ['first-baseline', 41.97],
    ['line-count', 22],
    ['pitch', 29.6],
    ['line-length', 28],
    ['mark-top', 30],
  ])('should measure %s as %d', (id, value) => {
    expect(resultOf(ours, id).value).toBeCloseTo(value, 1);
  });
});

describe('a layout with one thing wrong', () => {
  const damages: readonly (readonly [string, string, readonly (readonly [string, string])[]])[] = [
    [
      'page-size',
      'the paper is letter size',
      [['width: 210mm, height: 297mm', 'width: 215.9mm, height: 279.4mm']],
    ],
    ['body-left', 'the left margin is 32 mm', [['left: 28mm, right: 26mm', 'left: 32mm, right: 26mm']]],
    [
      'line-right',
      'lines run into the right margin',
      [['left: 28mm, right: 26mm', 'left: 28mm, right: 20mm']],
    ],
    [
      'line-right',
      'lines end before the right margin',
      [['left: 28mm, right: 26mm', 'left: 28mm, right: 36mm']],
    ],
    ['first-baseline', 'the upper margin is 35 mm', [['top: 37mm, bottom: 35mm', 'top: 35mm, bottom: 37mm']]],
    ['last-baseline', 'the lower margin is 50 mm', [['top: 37mm, bottom: 35mm', 'top: 37mm, bottom: 50mm']]],
    ['line-count', 'there are 20 lines a page', [['/ 21 // 22 lines', '/ 19 // 22 lines']]],
    ['pitch', 'lines stand 32 points apart', [['/ 21 // 22 lines', '/ 19 // 22 lines']]],
    ['line-length', 'characters stand a point apart', [['TRACKING = -0.22pt', 'TRACKING = 1pt']]],
    ['sizes', 'the foot and the page number have 12 points', [['#let FOOT = 14pt', '#let FOOT = 12pt']]],
    ['sizes', 'the text has 15 points', [['#let SIZE = 16pt', '#let SIZE = 15pt']]],
    ['mark-top', 'the mark begins at 33 mm', [['dx: 28mm, dy: 30mm', 'dx: 28mm, dy: 33mm']]],
    ['first-rule', 'the rule stands 6 mm below the mark', [['30mm + ink + 4mm', '30mm + ink + 6mm']]],
    [
      'first-rule',
      'its thin stroke is above',
      [['dy: rule1, double-rule(true)', 'dy: rule1, double-rule(false)']],
    ],
    ['first-rule', 'it is as long as the text', [['width: 170mm', 'width: 156mm']]],
    ['second-rule', 'it stands 24 mm from the edge', [['277mm - RULE', '273mm - RULE']]],
    [
      'second-rule',
      'it is not on paper',
      [['place(top + left, dx: 20mm, dy: 277mm - RULE, double-rule(false))', '']],
    ],
    ['document-number', 'it hangs a whole line lower', [['0.875 * SIZE', '1.875 * SIZE']]],
    ['page-numbers', 'odd ones stand at the left', [['calc.odd(p)', 'calc.even(p)']]],
    ['page-numbers', 'the first page has one too', [['if p > 1 {', 'if p > 0 {']]],
    ['page-numbers', 'they stand 3 mm lower', [['dy: 7mm + 0.26', 'dy: 10mm + 0.26']]],
    ['foot-position', 'the foot follows the annotation', [['  v(1fr)', '  v(10mm)']]],
  ];

  it.each(damages)('should fail %s when %s', async (id, _, changes) => {
    const letter = id === 'line-right' ? long : fivePages;
    expect(resultOf(await reader.read(await renderDamaged(letter, changes)), id)).toMatchObject({
      id,
      verdict: 'fail',
    });
  });

  it('should pass lines set as close as the standard allows, the coordinates being single floats', async () => {
    const close = await reader.read(
      await renderDamaged(fivePages, [['(225mm - SIZE - 0.1pt) / 21', '28.5pt']]),
    );
    const pages = close.pages.map((page) => ({
      ...page,
      glyphs: page.glyphs.map((glyph) => ({ ...glyph, baseline: glyph.baseline * (1 - 5e-7) })),
    }));
    expect(resultOf({ ...close, pages }, 'pitch')).toMatchObject({ verdict: 'pass', value: 28.5 });
  });

  it('should tell in Chinese what is wrong, and name the lines', async () => {
    const damaged = await reader.read(
      await renderDamaged(fivePages, [['left: 28mm, right: 26mm', 'left: 28mm, right: 20mm']]),
    );
    const { reason, lines } = resultOf(damaged, 'line-right');
    expect([reason, lines!.every(({ page, text }) => page > 0 && text.length > 10)]).toEqual([
      '有行伸出版心右边',
      true,
    ]);
  });
});

describe('fonts and archive', () => {
  const font = { name: 'SimSun', embedded: true, subset: true, toUnicode: true };
  const cases: readonly (readonly [string, Partial<PdfSource>, string])[] = [
    ['a font is not embedded', { fonts: [{ ...font, embedded: false, subset: false }] }, '没有嵌入：SimSun'],
    ['a font is embedded whole', { fonts: [{ ...font, subset: false }] }, '不是子集：SimSun'],
    ['a font has no ToUnicode table', { fonts: [{ ...font, toUnicode: false }] }, '没有 ToUnicode：SimSun'],
    ['nothing is declared', { standard: null }, '没有声明 PDF/A'],
    ['PDF/A-1 is declared', { standard: { part: 1, conformance: 'B' } }, 'PDF/A-1b'],
    ['the file is locked', { encrypted: true }, '加了密'],
  ];

  it.each(cases)('should fail when %s', (_, change, words) => {
    const result = resultOf({ ...ours, ...change }, 'fonts');
    expect([result.verdict, result.reason.includes(words)]).toEqual(['fail', true]);
  });
});

describe('the words', () => {
  it('should not be compared when no source is given', () => {
    expect(resultOf(ours, 'text')).toMatchObject({
      verdict: 'na',
      reason: expect.stringContaining('--source'),
    });
  });

  it('should show where PDF and source part', () => {
    const other = { ...long, annotation: '联系人：丁某' };
    expect(resultOf(ours, 'text', other)).toMatchObject({
      verdict: 'fail',
      reason: expect.stringContaining('丁某'),
    });
  });

  it('should fail when the source goes on behind the end of the PDF', () => {
    expect(resultOf(ours, 'text', { ...long, copyTo: [...long.copyTo, '市图书馆'] }).verdict).toBe('fail');
  });

  it('should be equal when a repeated head begins like that of another table', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => [`第${i}项`, '已完成']);
    const blocks: LetterModel['sections'][number]['blocks'] = [
      { type: 'table', header: ['事项'], rows: [['甲']] },
      { type: 'table', header: ['事项', '进度'], rows },
    ];
    const model: LetterModel = {
      ...short,
      sections: [{ heading: null, level: 1, suggestion: null, verdict: null, blocks }],
    };
    expect(resultOf(await read(model), 'text', model)).toMatchObject({ verdict: 'pass' });
  });

  it('should be equal when a table repeats its head on the next page', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => [`第${i}项`, '已完成']);
    const model: LetterModel = {
      ...short,
      sections: [
        {
          heading: null,
          level: 1,
          suggestion: null,
          verdict: null,
          blocks: [{ type: 'table', header: ['事项', '进度'], rows }],
        },
      ],
    };
    expect(resultOf(await read(model), 'text', model)).toMatchObject({ verdict: 'pass' });
  });
});

describe('a measure that does not apply', () => {
  it('should say so of a letter of one page', () => {
    expect(verdicts(brief, short)).toMatchObject({
      'first-baseline': 'na',
      'line-count': 'na',
      'last-baseline': 'na',
      'page-numbers': 'na',
    });
  });

  it('should give a reason each time', () => {
    expect(
      checkPdf(brief).results.filter(({ verdict, reason }) => verdict === 'na' && reason === ''),
    ).toEqual([]);
  });

  it('should say so of the foot where there is none', () => {
    expect(resultOf(brief, 'foot-position')).toMatchObject({
      verdict: 'na',
      reason: expect.stringContaining('没有版记'),
    });
  });

  it('should say so of a number that is not given yet', async () => {
    expect(resultOf(await read({ ...short, documentNumber: null }), 'document-number').verdict).toBe('na');
  });

  it('should say so of full lines where all are short', () => {
    expect([resultOf(brief, 'line-right').verdict, resultOf(brief, 'line-length').verdict]).toEqual([
      'na',
      'na',
    ]);
  });

  it('should still fail a mark that is not there', async () => {
    expect(verdicts(await read({ ...short, issuer: null }))).toMatchObject({ 'mark-top': 'fail' });
  });
});

describe('lines that a keep rule moved', () => {
  /** A heading at the foot of page 1, for one of these numbers of lines above it. */
  const letters = Array.from({ length: 5 }, (_, i): LetterModel => {
    const paragraph = { type: 'paragraph', text: '这是一段。' } as const;
    const section = { level: 1, suggestion: null, verdict: null } as const;
    return {
      ...short,
      sections: [
        { ...section, heading: null, blocks: Array<typeof paragraph>(10 + i).fill(paragraph) },
        { ...section, heading: '标题', blocks: Array<typeof paragraph>(9).fill(paragraph) },
      ],
    };
  });
  let results: MeasureResult[];
  beforeAll(async () => {
    results = [];
    for (const letter of letters) results.push(resultOf(await read(letter), 'last-baseline'));
  }, 60_000);

  it('should be named when it was a heading', () => {
    expect(results.flatMap(({ lines }) => lines ?? [])).toContainEqual({ page: 2, text: '一、标题' });
  });

  it('should give the page as its reason, and no fault', () => {
    const moved = results.filter(({ lines }) => lines?.some(({ text }) => text === '一、标题'));
    expect(moved.map(({ verdict, reason }) => [verdict, /第1页少\d行：标题/.test(reason)])).toEqual(
      moved.map(() => ['na', true]),
    );
  });

  it('should not excuse a page that ends early for no reason', async () => {
    const early = { ...ours, pages: ours.pages.map((page, i) => (i === 3 ? withoutLowest(page, 4) : page)) };
    expect(resultOf(early, 'last-baseline')).toMatchObject({
      verdict: 'fail',
      reason: expect.stringContaining('第4页少4行'),
    });
  });
});
