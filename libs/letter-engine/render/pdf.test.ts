import { FuhanError } from '@fuhan/kernel';
import { importLetter } from '../import/import-letter';
import { emptyLetter, type LetterModel } from '../model/model';
import {
  isPageNumber,
  type PdfPage,
  pdfWords,
  readPdf,
  readPdfs,
} from '../../../test/fixtures/letters/read-pdf';
import { itWithSeed, twinText } from '../../../test/fixtures/letters/letters';
import { squeeze } from '../text/characters';
import { createPdfRenderer, type PdfRenderer } from './pdf';
import { renderText } from './text';

const long = importLetter(twinText('000'));
const short = importLetter(twinText('002'));
const letter = (change: Partial<LetterModel>): LetterModel => ({
  ...emptyLetter(),
  issuer: '云陵市交通局',
  title: '关于第1号提案的答复',
  addressees: ['甲某某委员'],
  signature: ['云陵市交通局'],
  date: '2026-03-02',
  ...change,
});
const section = (texts: readonly string[]): LetterModel['sections'][number] => ({
  heading: null,
  level: 1,
  suggestion: null,
  verdict: null,
  blocks: texts.map((text) => ({ type: 'paragraph', text })),
});

let renderer: PdfRenderer;
let longPdf: { pdf: Uint8Array; pages: number };
let longPages: PdfPage[];
let shortPages: PdfPage[];
beforeAll(async () => {
  renderer = createPdfRenderer();
  longPdf = await renderer.render(long);
  longPages = await readPdf(longPdf.pdf);
  shortPages = await readPdf((await renderer.render(short)).pdf);
});
afterAll(() => renderer.close());

const pagesOf = async (model: LetterModel): Promise<PdfPage[]> => readPdf((await renderer.render(model)).pdf);
const faultOf = async (model: LetterModel): Promise<FuhanError> => {
  try {
    await renderer.render(model);
  } catch (error) {
    if (error instanceof FuhanError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};
const pieceOf = (page: PdfPage, text: string) =>
  page.pieces.find((piece) => squeeze(piece.text).startsWith(text))!;
const baselines = (page: PdfPage, size: number): number[] =>
  [
    ...new Set(
      page.pieces
        .filter((p) => Math.abs(p.size - size) < 0.1 && p.text.trim())
        .map((p) => Math.round(p.baseline * 100) / 100),
    ),
  ].sort((a, b) => a - b);

describe('the words of the PDF', () => {
  it('should be the words of the text, in order, for a letter of nine pages', () => {
    expect(pdfWords(longPages)).toBe(squeeze(renderText(long)));
  });

  it('should be the words of the text for a letter with a class', () => {
    expect(pdfWords(shortPages)).toBe(squeeze(renderText(short)));
  });

  for (const number of ['000', '002'] as const) {
    itWithSeed(number, `should be the words of the real letter ${number}`, async (text) => {
      const model = importLetter(text);
      expect(pdfWords(await pagesOf(model))).toBe(squeeze(renderText(model)));
    });
  }

  it('should print what was typed as typed', async () => {
    const typed = '{{title}} <w:t> #read("/etc/passwd") & $x$ *甲* _乙_ @ref \\ `code` // no';
    expect(pdfWords(await pagesOf(letter({ closing: typed })))).toContain(squeeze(typed));
  });

  it('should print rare characters of names', async () => {
    const names = '昇堃玥珅彧㐂䶮𠮷';
    expect(pdfWords(await pagesOf(letter({ title: `关于${names}的答复`, closing: names })))).toContain(names);
  });
});

describe('the measures of the page', () => {
  it('should be A4', () => {
    expect([longPages[0]!.width, longPages[0]!.height].map((mm) => Math.round(mm))).toEqual([210, 297]);
  });

  it('should begin the text 28 mm from the left', () => {
    const left = Math.min(...longPages[1]!.pieces.filter((p) => p.size > 15).map((p) => p.left));
    expect(left).toBeCloseTo(28, 1);
  });

  it('should end the document number 184 mm from the left', () => {
    const right = Math.max(
      ...longPages[0]!.pieces.filter((p) => p.baseline < 65 && p.size < 17).map((p) => p.right),
    );
    expect(right).toBeCloseTo(184, 0);
  });

  it('should put the first line of a following page at 41.97 mm', () => {
    expect(Math.abs(baselines(longPages[1]!, 16)[0]! - 41.97)).toBeLessThan(0.1);
  });

  it('should put 22 lines on a full page', () => {
    expect(baselines(longPages[1]!, 16)).toHaveLength(22);
  });

  it('should put the last line of a full page at 261.2 mm', () => {
    expect(Math.abs(baselines(longPages[1]!, 16).at(-1)! - 261.23)).toBeLessThan(0.1);
  });

  it('should keep one distance between the lines of a page', () => {
    const lines = baselines(longPages[1]!, 16);
    const gaps = lines.slice(1).map((y, i) => ((y - lines[i]!) * 72) / 25.4);
    expect(Math.max(...gaps) - Math.min(...gaps)).toBeLessThan(0.1);
  });

  it('should print the title in 22 points', () => {
    expect(Math.round(pieceOf(longPages[0]!, '云陵市文化广电旅游局关于').size)).toBe(22);
  });

  it('should end the foot on the last line of the last page', () => {
    expect(Math.abs(baselines(longPages.at(-1)!, 14).at(-2)! - 261.41)).toBeLessThan(0.3);
  });

  it('should stand the date four characters from the right', () => {
    const page = shortPages.at(-1)!;
    const date = page.pieces.filter((p) => /[年月日]/.test(p.text) && p.size > 15 && p.left > 110);
    expect(Math.max(...date.map((p) => p.right))).toBeCloseTo(184 - 4 * 15.78 * (25.4 / 72), 0);
  });
});

describe('page numbers', () => {
  const numbers = (page: PdfPage) => page.pieces.filter(isPageNumber);

  it('should be absent on the first page', () => {
    expect(numbers(longPages[0]!)).toEqual([]);
  });

  it('should be on every other page', () => {
    expect(
      longPages.slice(1).map((page) =>
        squeeze(
          numbers(page)
            .map((p) => p.text)
            .join(''),
        ),
      ),
    ).toEqual(longPages.slice(1).map((_, i) => `—${i + 2}—`));
  });

  it('should be left on even pages and right on odd ones', () => {
    const sides = longPages.slice(1, 3).map((page) => (numbers(page)[0]!.left < 105 ? 'left' : 'right'));
    expect(sides).toEqual(['left', 'right']);
  });
});

describe('the end of the letter', () => {
  const tailAlone = (pages: readonly PdfPage[]): boolean => {
    const last = pages.at(-1)!;
    const body = last.pieces.filter((p) => Math.abs(p.size - 16) < 1 && p.text.trim());
    const signature = body.find((p) => squeeze(p.text).startsWith('云陵'));
    return signature === undefined || !body.some((p) => p.baseline < signature.baseline - 1);
  };

  it('should have text of the body above the signature on the last page, whatever the length', async () => {
    const foot = {
      closing: '专此答复。',
      annotation: '联系人：甲',
      publication: '主动公开',
      copyTo: ['市政协提案委'],
    };
    const pdfs: Uint8Array[] = [];
    for (let lines = 1; lines <= 26; lines++) {
      const model = letter({ ...foot, sections: [section(Array<string>(lines).fill('这是一段。'))] });
      pdfs.push((await renderer.render(model)).pdf);
    }
    const alone = (await readPdfs(pdfs)).flatMap((pages, i) => (tailAlone(pages) ? [i + 1] : []));
    expect(alone).toEqual([]);
  });

  it('should leave no heading at the foot of a page', async () => {
    const at = (
      await pagesOf(
        letter({
          sections: [
            section(Array<string>(10).fill('这是一段。')),
            { ...section(['内容。']), heading: '标题' },
          ],
        }),
      )
    ).map((page) => squeeze(page.pieces.map((p) => p.text).join('')));
    const page = at.find((words) => words.includes('一、标题'))!;
    expect(page).toContain('内容。');
  });

  it('should start an attachment on a page of its own', async () => {
    const pages = await pagesOf(
      letter({
        attachments: [{ title: '名单', blocks: [{ type: 'table', header: ['甲'], rows: [['乙']] }] }],
        publication: '主动公开',
      }),
    );
    expect(pages.map((page) => page.pieces.some((p) => squeeze(p.text) === '附件'))).toEqual([false, true]);
  });
});

describe('the file', () => {
  it('should say how many pages it has', () => {
    expect(longPdf.pages).toBe(longPages.length);
  });

  it('should declare PDF/A-2b', () => {
    const text = Buffer.from(longPdf.pdf).toString('latin1');
    expect(/pdfaid:part>2</.test(text) && /pdfaid:conformance>B</.test(text)).toBe(true);
  });

  it('should be the same bytes for the same letter', async () => {
    const again = createPdfRenderer();
    try {
      expect(Buffer.compare(Buffer.from((await again.render(long)).pdf), Buffer.from(longPdf.pdf))).toBe(0);
    } finally {
      await again.close();
    }
  });

  it('should be refused, naming the characters, when no font has them', async () => {
    const fault = await faultOf(letter({ closing: '请看😀和ก' }));
    expect([fault.code, fault.params['characters']]).toEqual(['letter.missing-glyphs', '😀 ก']);
  });

  it('should be refused when a control character is inside', async () => {
    expect((await faultOf(letter({ closing: '甲\u0000' }))).code).toBe('letter.control-character');
  });

  it('should be laid out for a letter with nothing in it', async () => {
    expect((await renderer.render(emptyLetter())).pages).toBe(1);
  });

  it('should be laid out for several letters at once', async () => {
    const pages = await Promise.all([long, short, letter({})].map((model) => renderer.render(model)));
    expect(pages.map((p) => p.pages)).toEqual([longPages.length, shortPages.length, 1]);
  });

  it('should be given up when it takes too long, and the next letter made', async () => {
    const hasty = createPdfRenderer({ timeoutMs: 1 });
    await expect(hasty.render(long)).rejects.toMatchObject({ code: 'letter.layout-timeout' });
    await hasty.close();
    expect((await renderer.render(short)).pages).toBe(shortPages.length);
  });

  it('should be refused after the renderer was closed', async () => {
    const closed = createPdfRenderer();
    await closed.close();
    await expect(closed.render(short)).rejects.toMatchObject({ code: 'letter.layout-failed' });
  });
});
