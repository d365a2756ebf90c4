import {
  FOUR_LINES,
  letterOf,
  oddLetter,
  paragraphs,
  section,
  table,
} from '../../../test/fixtures/letters/odd-letters';
import {
  isPageNumber,
  type PdfPage,
  pdfWords,
  readPdf,
  readPdfs,
} from '../../../test/fixtures/letters/read-pdf';
import type { LetterModel } from '../model/model';
import { squeeze } from '../text/characters';
import { createPdfRenderer, type PdfRenderer } from './pdf';
import { renderText } from './text';

const PITCH_MM = 10.4428;
let renderer: PdfRenderer;
beforeAll(() => {
  renderer = createPdfRenderer();
});
afterAll(() => renderer.close());

const pagesOf = async (model: LetterModel): Promise<PdfPage[]> => readPdf((await renderer.render(model)).pdf);
const linesOf = (page: PdfPage): string[] => {
  const lines = new Map<number, string>();
  for (const piece of page.pieces.filter((p) => !isPageNumber(p) && p.text.trim())) {
    const at = Math.round(piece.baseline * 2) / 2;
    lines.set(at, (lines.get(at) ?? '') + squeeze(piece.text));
  }
  return [...lines.entries()].sort(([a], [b]) => a - b).map(([, text]) => text);
};
const SIGNED = '云陵市交通运输局';
/** The lines of the page on which the letter is signed, down to the signature. */
const aboveSignature = (pages: PdfPage[]): string[] => {
  const lines = linesOf(pages.find((page) => linesOf(page).some((line) => /^2026年3月2日/.test(line)))!);
  return lines.slice(0, lines.lastIndexOf(SIGNED));
};
const letters = (blocks: (n: number) => LetterModel, count: number): Promise<PdfPage[][]> =>
  Promise.all(Array.from({ length: count }, (_, i) => renderer.render(blocks(i + 1)))).then((made) =>
    readPdfs(made.map(({ pdf }) => pdf)),
  );

describe('the signature', () => {
  it.each([
    ['short paragraphs', (n: number) => letterOf(paragraphs(n))],
    [
      'a last paragraph of eight lines',
      (n: number) => letterOf(paragraphs(n), { closing: FOUR_LINES.repeat(2) }),
    ],
    ['no annotation', (n: number) => letterOf(paragraphs(n), { annotation: null })],
    [
      'a long foot',
      (n: number) =>
        letterOf(paragraphs(n), { copyTo: Array.from({ length: 24 }, (_, i) => `云陵市第${i}街道`) }),
    ],
    [
      'two rows of seals',
      (n: number) => letterOf(paragraphs(n), { signature: ['甲局', '乙局', '丙局', SIGNED] }),
    ],
  ])('should never stand on a page without text: %s', async (_, model) => {
    const all = await letters(model, 30);
    expect(all.flatMap((pages, i) => (aboveSignature(pages).length === 0 ? [i + 1] : []))).toEqual([]);
  });

  it('should fetch two lines of the last paragraph, not all of it', async () => {
    const all = await letters((n) => letterOf(paragraphs(n), { closing: FOUR_LINES.repeat(2) }), 8);
    const fetched = all
      .map(aboveSignature)
      .filter((lines) => !lines.some((line) => line.startsWith('近年来')));
    expect([...new Set(fetched.map((lines) => lines.length))]).toContain(2);
  });

  it('should not change a word by fetching lines', async () => {
    const models = Array.from({ length: 8 }, (_, i) =>
      letterOf(paragraphs(i + 1), { closing: FOUR_LINES.repeat(2) }),
    );
    const made = await Promise.all(models.map((model) => renderer.render(model)));
    expect((await readPdfs(made.map(({ pdf }) => pdf))).map(pdfWords)).toEqual(
      models.map((m) => squeeze(renderText(m))),
    );
  });

  it('should be fetched onto the first page by setting the lines closer, where that is enough', async () => {
    const counts = (await letters((n) => letterOf(paragraphs(n)), 12)).map((pages) => {
      const baselines = [
        ...new Set(
          pages[0]!.pieces
            .filter((p) => Math.abs(p.size - 16) < 0.1 && p.baseline > 120)
            .map((p) => Math.round(p.baseline * 100) / 100),
        ),
      ].sort((a, b) => a - b);
      return {
        pages: pages.length,
        pitch: Math.round(((baselines[1]! - baselines[0]!) * 72 * 10) / 25.4) / 10,
      };
    });
    expect(counts.filter(({ pitch }) => pitch === 28.5).map(({ pages }) => pages)).toContain(1);
  });

  it('should leave the lines of a letter of several pages where they are', async () => {
    const all = await letters((n) => letterOf(paragraphs(n + 14)), 24);
    const pitches = all.flatMap((pages) => {
      const ys = [
        ...new Set(
          pages[0]!.pieces
            .filter((p) => Math.abs(p.size - 16) < 0.1 && p.baseline > 130)
            .map((p) => Math.round(p.baseline * 50) / 50),
        ),
      ].sort((a, b) => a - b);
      return ys.slice(1).map((y, i) => Math.abs(y - ys[i]! - PITCH_MM) < 0.05);
    });
    expect(pitches.filter((kept) => !kept)).toEqual([]);
  });

  it('should have the last rows of a table above it when nothing else is there', async () => {
    const all = await letters(
      (n) =>
        letterOf(
          [
            table(
              ['序号', '事项'],
              Array.from({ length: n + 8 }, (_, i) => [String(i), '站亭']),
            ),
          ],
          { closing: null },
        ),
      12,
    );
    expect(all.flatMap((pages, i) => (aboveSignature(pages).length === 0 ? [i + 1] : []))).toEqual([]);
  });
});

describe('units that sign together', () => {
  const signed = async (count: number) => {
    const signature = [
      '云陵市教育局',
      '云陵市财政局',
      '云陵市水务局',
      '云陵市公安局',
      '云陵市民政局',
      '云陵市司法局',
    ].slice(0, count);
    const page = (await pagesOf(letterOf(paragraphs(2), { signature, annotation: null }))).at(-1)!;
    return signature.map((unit) => page.pieces.filter((p) => squeeze(p.text) === unit).at(-1)!);
  };

  it('should stand side by side up to three', async () => {
    expect(new Set((await signed(3)).map(({ baseline }) => Math.round(baseline))).size).toBe(1);
  });

  it('should be 45 mm apart at least, so that no seal touches another', async () => {
    const middles = (await signed(3)).map(({ left, right }) => (left + right) / 2);
    expect(Math.min(middles[1]! - middles[0]!, middles[2]! - middles[1]!)).toBeGreaterThanOrEqual(45);
  });

  it('should leave the first seal inside the text area', async () => {
    const [first] = await signed(3);
    expect((first!.left + first!.right) / 2 - 22.5).toBeGreaterThanOrEqual(28);
  });

  it('should have rows 45 mm apart at least', async () => {
    const [first, , , fourth] = await signed(6);
    expect(fourth!.baseline - first!.baseline).toBeGreaterThanOrEqual(45);
  });

  it('should be printed in their order', async () => {
    const model = letterOf(paragraphs(2), { signature: ['甲局', '乙局', '丙局', '丁局', '戊局'] });
    expect(pdfWords(await pagesOf(model))).toBe(squeeze(renderText(model)));
  });

  it('should begin below the text even when their seals fill several pages', async () => {
    const signature = Array.from({ length: 20 }, (_, i) => `云陵市第${i + 1}局`);
    const pages = await pagesOf(letterOf(paragraphs(2), { signature }));
    expect(linesOf(pages[0]!).some((line) => line.startsWith('云陵市第1局'))).toBe(true);
  });

  it('should sign on two lines when a name is wider than the text', async () => {
    const name = '云陵市粤港澳大湾区协同发展和对外经济合作促进委员会办公室重大项目建设工作领导小组办';
    const page = (await pagesOf(letterOf(paragraphs(2), { signature: [name] }))).at(-1)!;
    expect(Math.max(...page.pieces.map(({ right }) => right))).toBeLessThanOrEqual(190.1);
  });
});

describe('a heading', () => {
  it('should never be the last line of a page', async () => {
    const all = await letters(
      (n) =>
        oddLetter({
          sections: [
            section(null, paragraphs(n)),
            section(
              '标题甲',
              [{ type: 'heading', level: 2, text: '（一）标题乙' }, ...paragraphs(2, FOUR_LINES)],
              '吸收采纳。',
            ),
          ],
        }),
      14,
    );
    const last = all.flatMap((pages) => pages.slice(0, -1).map((page) => linesOf(page).at(-1)!));
    expect(last.filter((line) => /标题|吸收采纳/.test(line))).toEqual([]);
  });

  it('should stay with the table it heads', async () => {
    const all = await letters(
      (n) =>
        oddLetter({
          sections: [
            section(null, paragraphs(n)),
            section('标题甲', [
              table(
                ['序号', '事项'],
                [
                  ['1', '站亭'],
                  ['2', '站牌'],
                ],
              ),
            ]),
          ],
        }),
      14,
    );
    const torn = all.filter((pages) =>
      pages.slice(0, -1).some((page) => linesOf(page).at(-1)!.includes('标题甲')),
    );
    expect(torn).toEqual([]);
  });
});

describe('the foot', () => {
  const ends = (pages: PdfPage[]): string => linesOf(pages.at(-1)!).at(-1)!;

  it('should be the last line of the last page, behind the attachments', async () => {
    const attachments = [{ title: '进度表', blocks: paragraphs(3) }];
    expect(ends(await pagesOf(oddLetter({ attachments })))).toBe('抄送：市政协提案委、市政府办公室。');
  });

  it('should never be alone behind a full page of an attachment', async () => {
    const all = await letters(
      (n) => oddLetter({ attachments: [{ title: '清单', blocks: paragraphs(n + 10) }] }),
      14,
    );
    expect(all.filter((pages) => linesOf(pages.at(-1)!)[0]?.startsWith('公开方式'))).toEqual([]);
  });

  it('should never be alone behind a table that fills its page', async () => {
    const rows = (n: number): string[][] => Array.from({ length: n }, (_, i) => [String(i), '站亭']);
    const all = await letters(
      (n) => oddLetter({ attachments: [{ title: '清单', blocks: [table(['号', '事'], rows(n + 20))] }] }),
      14,
    );
    expect(all.filter((pages) => linesOf(pages.at(-1)!)[0]?.startsWith('公开方式'))).toEqual([]);
  });

  it('should have the wrapped lines of the copies begin below the first name', async () => {
    const copyTo = Array.from({ length: 14 }, (_, i) => `云陵市第${i + 1}街道办`);
    const pieces = (await pagesOf(oddLetter({ copyTo })))
      .at(-1)!
      .pieces.filter((p) => Math.abs(p.size - 14) < 0.1 && !isPageNumber(p));
    const lefts = [...new Set(pieces.map(({ baseline }) => Math.round(baseline)))].map((y) =>
      Math.min(
        ...pieces.filter((p) => Math.round(p.baseline) === y && p.text.trim()).map(({ left }) => left),
      ),
    );
    const [label, ...wrapped] = lefts.slice(1);
    expect(wrapped.map((left) => Math.round((left - label!) / 4.939))).toEqual(wrapped.map(() => 3));
  });

  it('should keep clear of the line above it', async () => {
    const all = await letters((n) => letterOf(paragraphs(n)), 14);
    const gaps = all.map((pages) => {
      const page = pages.at(-1)!;
      const foot = Math.min(
        ...page.pieces.filter((p) => p.text.startsWith('公开')).map(({ baseline }) => baseline),
      );
      const above = Math.max(
        ...page.pieces.filter((p) => p.baseline < foot - 1).map(({ baseline }) => baseline),
      );
      return foot - above;
    });
    expect(Math.min(...gaps)).toBeGreaterThan(7);
  });
});
