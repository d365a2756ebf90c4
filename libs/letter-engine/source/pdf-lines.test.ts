import { FuhanError } from '@fuhan/kernel';
import { handMadePdf, wordsAt } from '../../../test/fixtures/letters/hand-made-pdf';
import { createPdfReader } from '../pdf/read-pdf';
import { pdfLines } from './pdf-lines';

const reader = createPdfReader({ timeoutMs: 50_000 });
afterAll(() => reader.close());
const read = (bytes: Uint8Array) => pdfLines(bytes, 'a.pdf', (pdf, file) => reader.read(pdf, file));

/** Lines set on an A4 page: 16 pt is 5.64 mm a character; the text begins at 28 mm and may fill 27 characters. */
const EM = (16 * 25.4) / 72;
const LEFT = 28;
const FULL = 27;
const set = (text: string, baseline: number, left = LEFT, size = 16): string =>
  wordsAt(text, left, baseline, size);
const full = (first: string): string => first.padEnd(FULL, '续');
const indented = (text: string, baseline: number): string => set(text, baseline, LEFT + 2 * EM);

const textsOf = async (...pages: string[]): Promise<string[]> =>
  (await read(handMadePdf({ pages }))).map(({ text }) => text.trim());

describe('lines of a PDF', () => {
  it('should come from top to bottom, in whatever order they were drawn', async () => {
    expect(await textsOf(set('下', 80) + set('上', 60))).toEqual(['上', '下']);
  });

  it('should join what stands on one line', async () => {
    expect(await textsOf(set('提', 60) + set('案', 60.3, LEFT + EM))).toEqual(['提案']);
  });

  it('should keep wide gaps apart', async () => {
    expect(await textsOf(set('甲县财政局', 60) + set('乙县财政局', 60, LEFT + 12 * EM))).toEqual([
      '甲县财政局    乙县财政局',
    ]);
  });

  it('should know their page', async () => {
    const lines = await read(handMadePdf({ pages: [set('甲', 60), set('乙', 60)] }));
    expect(lines.map(({ page, line }) => [page, line])).toEqual([
      [1, 1],
      [2, 1],
    ]);
  });
});

describe('what every page repeats', () => {
  const page = (n: number): string =>
    set('某市教育局复函', 20) + set(`第${n}段。`, 100) + set(`— ${n} —`, 270, 150, 14);

  it('should be left out, page numbers and all but the first running head', async () => {
    expect(await textsOf(page(1), page(2), page(3))).toEqual([
      '某市教育局复函',
      '第1段。',
      '第2段。',
      '第3段。',
    ]);
  });

  it('should be kept in the middle of a page', async () => {
    const same = set('一、概况', 100);
    expect(await textsOf(same, same, same)).toHaveLength(3);
  });

  it('should keep a line of copies at the foot', async () => {
    expect(await textsOf(set('抄送：市政协提案委。', 260))).toEqual(['抄送：市政协提案委。']);
  });
});

describe('paragraphs of a PDF', () => {
  it('should be rejoined where a line is full', async () => {
    expect(await textsOf(indented('首'.padEnd(FULL - 2, '字'), 60) + set('末行。', 70))).toEqual([
      `${'首'.padEnd(FULL - 2, '字')}末行。`,
    ]);
  });

  it('should be rejoined across a page end', async () => {
    expect(await textsOf(set(full('甲'), 250), set('乙。', 40))).toEqual([`${full('甲')}乙。`]);
  });

  it('should begin where a line is indented, though the one above is full', async () => {
    expect(await textsOf(set(full('甲'), 60) + indented('乙。', 70))).toHaveLength(2);
  });

  it('should end where a line is short', async () => {
    expect(await textsOf(set(full('甲'), 60) + set('短。', 70) + set('乙。', 80))).toEqual([
      `${full('甲')}短。`,
      '乙。',
    ]);
  });

  it('should part lines of another size', async () => {
    expect(await textsOf(set('标'.repeat(20), 60, LEFT, 22) + set(full('甲'), 75))).toHaveLength(2);
  });

  it('should rejoin a list of copies that hangs below its first name', async () => {
    const names =
      '抄送：' +
      '市政协提案委、'
        .repeat(3)
        .slice(0, FULL - 3)
        .padEnd(FULL - 3, '局');
    expect(await textsOf(set(names, 240) + set('办公室。', 250, LEFT + 3 * EM))).toEqual([
      `${names}办公室。`,
    ]);
  });
});

describe('a PDF that gives no text', () => {
  const codeOf = async (bytes: Uint8Array): Promise<string> => {
    try {
      await read(bytes);
    } catch (error) {
      return error instanceof FuhanError ? error.code : String(error);
    }
    return 'read';
  };

  it('should be refused when it is a scan', async () => {
    const scan = handMadePdf({ pages: ['0 0 200 300 re f'] });
    expect(await codeOf(scan)).toBe('letter.pdf-image-only');
  });

  it('should be refused when it is locked', async () => {
    const lock = '/Encrypt << /Filter /Standard /V 1 /R 2 /O <00> /U <00> /P -4 >> /ID [<00> <00>]';
    expect(await codeOf(handMadePdf({ pages: [set('甲', 60)], trailer: lock }))).toMatch(
      /^letter\.pdf-(?:encrypted|broken)$/,
    );
  });

  it('should be refused when it is cut off', async () => {
    expect(await codeOf(Buffer.from('%PDF-1.7\n'))).toBe('letter.pdf-broken');
  });
});
