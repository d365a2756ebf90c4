import * as fc from 'fast-check';
import { deflateSync } from 'node:zlib';
import { handMadePdf, inGb, wordsAt } from '../../../test/fixtures/letters/hand-made-pdf';
import { twinText } from '../../../test/fixtures/letters/letters';
import { importLetter } from '../import/import-letter';
import { createPdfRenderer } from '../render/pdf';
import { renderText } from '../render/text';
import { squeeze } from '../text/characters';
import type { PdfSource } from './pdf-source';
import { assertHasText, createPdfReader, MAX_PDF_BYTES, type PdfReader, readPdf } from './read-pdf';

/** Room for a machine that does other work at the same time; the limit itself has a test of its own. */
const PATIENT = { timeoutMs: 50_000 };
const model = importLetter(twinText('002'));
const MM = 25.4 / 72;

let reader: PdfReader;
let ours: PdfSource;
let oursBytes: Uint8Array;
beforeAll(async () => {
  reader = createPdfReader(PATIENT);
  const renderer = createPdfRenderer({ timeoutMs: 60_000 });
  oursBytes = (await renderer.render(model)).pdf;
  await renderer.close();
  ours = await reader.read(oursBytes);
}, 120_000);
afterAll(() => reader.close());

const firstPage = async (made: Parameters<typeof handMadePdf>[0]) =>
  (await reader.read(handMadePdf(made))).pages[0]!;
const codeOf = async (bytes: Uint8Array, by: PdfReader = reader): Promise<string> => {
  try {
    await by.read(bytes, 'a.pdf');
  } catch (error) {
    return (error as { code?: string }).code ?? String(error);
  }
  return 'read';
};

describe('a letter of ours, read back', () => {
  it('should say the words of the letter in order', () => {
    const words = ours.pages.flatMap(({ pieces }) => pieces.filter(({ baseline }) => baseline < 265));
    expect(squeeze(words.map(({ text }) => text).join(''))).toBe(squeeze(renderText(model)));
  });

  it('should have every character in one of the pieces', () => {
    const [page] = ours.pages;
    expect(page!.pieces.map(({ text }) => text).join('')).toBe(page!.glyphs.map(({ text }) => text).join(''));
  });

  it('should tell where the ink of the mark begins', () => {
    const inks = ours.pages[0]!.glyphs.filter(({ colour }) => colour === '#e60012').map(
      ({ ink }) => ink!.top,
    );
    expect(Math.min(...inks)).toBeCloseTo(30, 1);
  });

  it('should show the four red rules', () => {
    expect(ours.pages[0]!.shapes.filter(({ colour }) => colour === '#e60012')).toHaveLength(4);
  });

  it('should have all its fonts embedded as subsets with a ToUnicode table', () => {
    expect(ours.fonts.every(({ embedded, subset, toUnicode }) => embedded && subset && toUnicode)).toBe(true);
  });

  it('should declare PDF/A-2B and its title', () => {
    expect([ours.standard, ours.title]).toEqual([{ part: 2, conformance: 'B' }, model.title]);
  });

  it('should be neither locked nor a picture', () => {
    expect([ours.encrypted, ours.imageOnly]).toEqual([false, false]);
  });

  it('should leave the bytes it was read from as they were', () => {
    expect(Buffer.from(oursBytes.subarray(0, 5)).toString()).toBe('%PDF-');
  });
});

describe('a PDF of another hand', () => {
  it('should give place and size of a Latin word', async () => {
    const { pieces } = await firstPage({ pages: ['BT /F1 20 Tf 72 700 Td (AB) Tj ET'] });
    const [{ left, baseline, size, text }] = pieces as [(typeof pieces)[number]];
    expect(
      [text, left, baseline, size].map((v) => (typeof v === 'number' ? Math.round(v * 10) / 10 : v)),
    ).toEqual(['AB', 25.4, 50.1, 20]);
  });

  it('should read Chinese of a font that is not embedded, and say so', async () => {
    const source = await reader.read(handMadePdf({ pages: [wordsAt('复函', 28, 40, 16)] }));
    expect([source.pages[0]!.pieces[0]!.text, source.fonts[0]!.embedded]).toEqual(['复函', false]);
  });

  it('should count character spacing, word spacing and stretching', async () => {
    const { glyphs } = await firstPage({ pages: [`BT /F2 10 Tf 50 Tz 4 Tc 0 700 Td ${inGb('甲乙')} Tj ET`] });
    expect(glyphs[1]!.left - glyphs[0]!.left).toBeCloseTo((10 + 4) * 0.5 * MM, 3);
  });

  it('should follow kerning inside TJ', async () => {
    const { glyphs } = await firstPage({
      pages: [`BT /F2 10 Tf 0 700 Td [${inGb('甲')} 500 ${inGb('乙')}] TJ ET`],
    });
    expect(glyphs[1]!.left - glyphs[0]!.left).toBeCloseTo(5 * MM, 3);
  });

  it('should follow line after line of T* and Td', async () => {
    const { glyphs } = await firstPage({
      pages: [
        `BT /F2 10 Tf 20 TL 72 700 Td ${inGb('甲')} Tj T* ${inGb('乙')} Tj 0 -30 Td ${inGb('丙')} Tj ET`,
      ],
    });
    expect(glyphs.map(({ baseline }) => Math.round((baseline - glyphs[0]!.baseline) / MM))).toEqual([
      0, 20, 50,
    ]);
  });

  it('should join characters drawn one by one', async () => {
    const one = (text: string, x: number) => `BT /F2 16 Tf 1 0 0 1 ${x} 700 Tm ${inGb(text)} Tj ET\n`;
    const { pieces } = await firstPage({ pages: [one('甲', 100) + one('乙', 116) + one('丙', 132)] });
    expect(pieces.map(({ text }) => text)).toEqual(['甲乙丙']);
  });

  it('should part words with a gap between them', async () => {
    const { pieces } = await firstPage({ pages: [wordsAt('甲', 30, 50, 16) + wordsAt('乙', 60, 50, 16)] });
    expect(pieces.map(({ text }) => text)).toEqual(['甲', '乙']);
  });

  it.each([
    [90, 841.89, 595.276],
    [180, 595.276, 841.89],
    [270, 841.89, 595.276],
  ] as const)('should turn a page that is kept turned by %i degrees', async (rotate, width, height) => {
    const page = await firstPage({ pages: ['BT /F1 20 Tf 72 700 Td (A) Tj ET'], rotate });
    expect([page.width, page.height].map((mm) => Math.round(mm / MM))).toEqual(
      [width, height].map(Math.round),
    );
  });

  it('should tell turned writing by its angle', async () => {
    const { glyphs } = await firstPage({ pages: ['BT /F1 20 Tf 0 1 -1 0 300 300 Tm (A) Tj ET'] });
    expect(Math.abs(glyphs[0]!.angle)).toBeCloseTo(90, 3);
  });

  it('should begin to count at the edge of a page that does not begin at nought', async () => {
    const { glyphs } = await firstPage({
      pages: ['BT /F1 20 Tf 172 700 Td (A) Tj ET'],
      mediaBox: [100, 100, 700, 900],
    });
    expect(glyphs[0]!.left).toBeCloseTo(72 * MM, 3);
  });

  it('should give a stroke with its thickness', async () => {
    const { shapes } = await firstPage({ pages: ['1 0 0 RG 4 w 100 500 m 300 500 l S'] });
    expect(
      shapes.map(({ kind, colour, width, height }) => [
        kind,
        colour,
        Math.round(width / MM),
        Math.round(height / MM),
      ]),
    ).toEqual([['stroke', '#ff0000', 200, 4]]);
  });

  it('should give the parts of one path one by one', async () => {
    const { shapes } = await firstPage({ pages: ['1 0 0 rg 50 500 400 3 re 50 490 400 1 re f'] });
    expect(shapes.map(({ height }) => Math.round(height / MM))).toEqual([3, 1]);
  });

  it('should bring colours and places back after Q', async () => {
    const { shapes } = await firstPage({ pages: ['q 1 0 0 rg 2 0 0 2 0 0 cm Q 10 10 50 20 re f'] });
    expect(shapes.map(({ colour, width }) => [colour, Math.round(width / MM)])).toEqual([['#000000', 50]]);
  });

  it('should mark writing that is not to be seen', async () => {
    const { glyphs } = await firstPage({ pages: ['BT 3 Tr /F1 20 Tf 72 700 Td (A) Tj ET'] });
    expect(glyphs[0]!.hidden).toBe(true);
  });

  it('should follow a form into its own space', async () => {
    const form =
      '7 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 500 500] /Matrix [1 0 0 1 100 0] /Length 17 >>\nstream\n0 0 50 20 re f   \nendstream\nendobj\n';
    const { shapes } = await firstPage({ pages: ['/X Do'], xObjects: '/X 7 0 R', objects: [form] });
    expect(shapes[0]!.left).toBeCloseTo(100 * MM, 3);
  });
});

describe('a PDF that is no letter', () => {
  const picture =
    '7 0 obj\n<< /Type /XObject /Subtype /Image /Width 4 /Height 4 /ColorSpace /DeviceGray /BitsPerComponent 8 /Length 16 >>\nstream\n0123456789abcdef\nendstream\nendobj\n';
  const scan = handMadePdf({
    pages: ['q 500 0 0 700 0 0 cm /I Do Q'],
    xObjects: '/I 7 0 R',
    objects: [picture],
  });

  it('should be known as a scan when it is a picture only', async () => {
    expect((await reader.read(scan)).imageOnly).toBe(true);
  });

  it('should be refused as a scan only by who needs text', async () => {
    const source = await reader.read(scan);
    expect(() => assertHasText(source, 'a.pdf')).toThrow(/“a\.pdf”里没有文字/);
  });

  it('should not be called a scan when it is a blank page', async () => {
    expect((await reader.read(handMadePdf({ pages: [''] }))).imageOnly).toBe(false);
  });

  it('should be refused when it needs a password', async () => {
    const lock =
      '/ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>] /Encrypt << /Filter /Standard /V 1 /R 2 /O <28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a> /U <28bf4e5e4e758a4164004e56fffa01082e2e00b6d0683e802f0ca9fe6453697a> /P -4 >>';
    expect(await codeOf(handMadePdf({ pages: [''], trailer: lock }))).toBe('letter.pdf-encrypted');
  });

  it.each([
    ['plain text', Buffer.from('复函')],
    ['nothing', new Uint8Array(0)],
    ['a head without a body', Buffer.from('%PDF-1.7\n')],
    ['noise behind a head', Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(5000, 0x9d)])],
  ])('should be refused as broken when it is %s', async (_, bytes) => {
    expect(await codeOf(bytes)).toBe('letter.pdf-broken');
  });

  it('should be refused beyond 200 pages, with their number', async () => {
    const many = handMadePdf({ pages: Array<string>(201).fill('') });
    await expect(reader.read(many, 'a.pdf')).rejects.toMatchObject({
      code: 'letter.pdf-too-many-pages',
      params: { pages: 201 },
    });
  });

  it('should be refused beyond 40 MB without being opened', async () => {
    expect(await codeOf(new Uint8Array(MAX_PDF_BYTES + 1))).toBe('letter.too-long');
  });

  it('should be refused when a small file unpacks to a very large one', async () => {
    const bomb = handMadePdf({ pages: [' '.repeat(120 * 2 ** 20)], packed: true });
    expect([bomb.length < 2 ** 20, await codeOf(bomb)]).toEqual([true, 'letter.pdf-too-large']);
  });

  it('should be refused when it unpacks twice to a very large one', async () => {
    const twice = deflateSync(deflateSync(Buffer.alloc(120 * 2 ** 20)));
    const object = `7 0 obj\n<< /Filter [/FlateDecode /FlateDecode] /Length ${twice.length} >>\nstream\n${twice.toString('latin1')}\nendstream\nendobj\n`;
    expect(await codeOf(handMadePdf({ pages: [''], objects: [object] }))).toBe('letter.pdf-too-large');
  });

  it('should be refused when it draws more characters than any letter', async () => {
    const much = `BT /F1 9 Tf (${'A'.repeat(1000)}) Tj ET\n`.repeat(310);
    expect(await codeOf(handMadePdf({ pages: [much], packed: true }))).toBe('letter.pdf-too-large');
  });

  it('should not hang on a form that draws itself', async () => {
    const form =
      '7 0 obj\n<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 7 0 R >> >> /Length 6 >>\nstream\n/X Do \nendstream\nendobj\n';
    expect(['read', 'letter.pdf-broken', 'letter.pdf-too-large']).toContain(
      await codeOf(handMadePdf({ pages: ['/X Do'], xObjects: '/X 7 0 R', objects: [form] })),
    );
  });

  it('should never be answered with anything but a letter or a coded refusal, whatever byte is damaged', async () => {
    const whole = handMadePdf({ pages: [wordsAt('复函', 28, 40, 16)], packed: true });
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), async (at, byte) => {
        const damaged = Uint8Array.from(whole);
        damaged[at] = byte;
        expect(await codeOf(damaged)).toMatch(/^(read|letter\.[a-z-]+)$/);
      }),
      { numRuns: 60 },
    );
  });
});

describe('the thread', () => {
  it('should be ended when a file takes too long', async () => {
    const hasty = createPdfReader({ timeoutMs: 1 });
    expect(await codeOf(oursBytes, hasty)).toBe('letter.pdf-timeout');
    await hasty.close();
  });

  it('should be replaced when a file wants more memory than it may have', async () => {
    const small = createPdfReader({ ...PATIENT, heapMb: 8 });
    expect(await codeOf(oursBytes, small)).toMatch(/^letter\.pdf-(too-large|broken)$/);
    await small.close();
  });

  it('should read the next file after one was broken', async () => {
    const [broken, whole] = await Promise.all([codeOf(Buffer.from('%PDF-1.7\n')), reader.read(oursBytes)]);
    expect([broken, whole.pages.length]).toEqual(['letter.pdf-broken', ours.pages.length]);
  });

  it('should answer several at once, each with its own file', async () => {
    const made = ['甲', '乙', '丙'].map((text) => handMadePdf({ pages: [wordsAt(text, 28, 40, 16)] }));
    const sources = await Promise.all(made.map((bytes) => readPdf(bytes)));
    expect(sources.map(({ pages }) => pages[0]!.pieces[0]!.text)).toEqual(['甲', '乙', '丙']);
  });
});
