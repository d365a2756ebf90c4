import { FuhanError } from '@fuhan/kernel';
import fc from 'fast-check';
import { zipSync } from 'fflate';
import { handMadeDocx, par, run, tableOf, wordPart } from '../../../test/fixtures/letters/hand-made-docx';
import { handMadePdf } from '../../../test/fixtures/letters/hand-made-pdf';
import { itWithSeed, twinText } from '../../../test/fixtures/letters/letters';
import type { LetterModel } from '../model/model';
import { createPdfReader } from '../pdf/read-pdf';
import { renderDocx } from '../render/docx';
import { createPdfRenderer, type PdfRenderer } from '../render/pdf';
import { importLetter } from './import-letter';
import { readLetterSource } from './read-letter';

/** Room for a machine that does other work at the same time. */
const reader = createPdfReader({ timeoutMs: 50_000 });
afterAll(() => reader.close());
const readPdf = (bytes: Uint8Array, file: string) => reader.read(bytes, file);
const modelOf = async (bytes: Uint8Array): Promise<LetterModel> =>
  (await readLetterSource(bytes, 'a', readPdf)).model;
const codeOf = async (bytes: Uint8Array): Promise<string> => {
  try {
    await readLetterSource(bytes, 'a', readPdf);
  } catch (error) {
    if (error instanceof FuhanError) return error.code;
    throw error;
  }
  return 'read';
};

let renderer: PdfRenderer;
beforeAll(() => {
  renderer = createPdfRenderer({ timeoutMs: 60_000 });
});
afterAll(() => renderer.close());

describe('a letter of ours, read back', () => {
  const back = (text: string) => async (): Promise<void> => {
    const model = importLetter(text);
    expect(await modelOf((await renderer.render(model)).pdf)).toEqual(model);
  };

  it.each(['000', '002'] as const)('should be the same model from the DOCX of twin %s', async (number) => {
    const model = importLetter(twinText(number));
    expect(await modelOf(renderDocx(model))).toEqual(model);
  });

  it.each(['000', '002'] as const)('should be the same model from the PDF of twin %s', async (number) =>
    back(twinText(number))(),
  );

  for (const number of ['000', '002'] as const)
    itWithSeed(number, `should be the same model from the PDF of the real letter ${number}`, async (text) =>
      back(text)(),
    );
});

describe('a letter from somebody else’s Word file', () => {
  const head =
    tableOf([['类别：B', '签发人：陶冶']]) +
    par('某县水利局', '<w:pStyle w:val="Mark"/>') +
    par('某水函〔2026〕7号');
  const body = [
    par('关于县政协九届一次会议第33号提案的答复'),
    par('周渡委员：'),
    par(
      run('您提出的《关于疏浚西塘河的提案》收悉，') +
        `<w:ins>${run('经会同县财政局研究，')}</w:ins>` +
        run('现答复如下：'),
    ),
    par(run('工程进展', '<w:b/>')),
    par('工程已于四月开工。'),
    tableOf([
      ['标段', '进度'],
      ['一标', '过半'],
    ]),
    par('感谢您对水利工作的支持。'),
    par('某县水利局'),
    par('2026年7月8日'),
  ].join('');
  let letter: LetterModel;
  beforeAll(async () => {
    letter = await modelOf(handMadeDocx(head + body));
  });

  it('should take class and signer from a form above the head', () => {
    expect([letter.class, letter.signedBy]).toEqual(['B', '陶冶']);
  });

  it('should take the red head for the issuer', () => {
    expect([letter.issuer, letter.title]).toEqual(['某县水利局', '关于县政协九届一次会议第33号提案的答复']);
  });

  it('should read what a revision put in', () => {
    expect(letter.coHandlers).toEqual(['县财政局']);
  });

  it('should see a bold line as a heading and a table as a table', () => {
    expect(letter.sections.flatMap(({ blocks }) => blocks)).toEqual([
      { type: 'heading', level: 2, text: '工程进展' },
      { type: 'paragraph', text: '工程已于四月开工。' },
      { type: 'table', header: ['标段', '进度'], rows: [['一标', '过半']] },
    ]);
  });
});

describe('a plain text', () => {
  const text = '关于第1号提案的答复\n甲乙委员：\n您提出的《关于甲的提案》收悉。现答复如下：\n已办结。\n';
  const wide = (order: 'le' | 'be'): Uint8Array => {
    const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
    return order === 'le' ? bytes : bytes.swap16();
  };
  const inGb = Buffer.from('cce1b0b8b5c4b4f0b8b40a', 'hex');

  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8 with its mark', Buffer.from(`\ufeff${text}`)],
    ['UTF-16 little endian', wide('le')],
    ['UTF-16 big endian', wide('be')],
  ])('should be read in %s', async (_, bytes) => {
    expect((await modelOf(bytes)).proposal.title).toBe('关于甲的提案');
  });

  it('should be read in GB18030', async () => {
    expect(JSON.stringify(await modelOf(inGb))).toContain('提案的答复');
  });

  it('should lose marks without a shape and keep the words', async () => {
    const marked = text.replace('已办结', '已\u200b办\u202e结\u2066了\u2069\ufeff');
    expect((await modelOf(Buffer.from(marked))).sections[0]?.blocks).toEqual([
      { type: 'paragraph', text: '已办结了。' },
    ]);
  });

  it('should name the line of a field', async () => {
    expect((await readLetterSource(Buffer.from(text))).sources['addressees']).toEqual({
      confidence: 0.9,
      line: 2,
      excerpt: '甲乙委员：',
    });
  });
});

describe('bad input', () => {
  const bomb = zipSync({ 'word/document.xml': new Uint8Array(19 * 2 ** 20) }, { level: 9 });
  const entity = '<!DOCTYPE w [<!ENTITY x SYSTEM "file:///etc/passwd">]><w>&x;</w>';
  const locked = '/Encrypt << /Filter /Standard /V 1 /R 2 /O <00> /U <00> /P -4 >> /ID [<00> <00>]';

  it.each<[string, Uint8Array, string | RegExp]>([
    ['empty', new Uint8Array(0), 'letter.empty'],
    ['blank', Buffer.from(' \n\u3000'), 'letter.empty'],
    ['a text of 5 MB', Buffer.alloc(5 * 2 ** 20, '字'), 'letter.too-long'],
    ['binary', Buffer.from([1, 2, 0, 255]), 'letter.not-text'],
    ['a picture', Buffer.from('89504e470d0a1a0a', 'hex'), /not-text|control-character/],
    ['an old Word file', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'letter.old-word'],
    ['a rich text file', Buffer.from('{\\rtf1 x}'), 'letter.old-word'],
    ['a zip bomb', bomb, 'letter.docx-too-large'],
    ['a Word file with an entity', handMadeDocx('', { 'word/document.xml': entity }), 'letter.docx-broken'],
    ['a Word file without a word', handMadeDocx(par('')), 'letter.empty'],
    ['a spreadsheet', zipSync({ 'xl/workbook.xml': Buffer.from('<a/>') }), 'letter.docx-broken'],
    ['a locked PDF', handMadePdf({ pages: [''], trailer: locked }), /pdf-encrypted|pdf-broken/],
    ['a scan', handMadePdf({ pages: ['0 0 200 300 re f'] }), 'letter.pdf-image-only'],
    ['half a PDF', Buffer.from('%PDF-1.7\nxref'), 'letter.pdf-broken'],
    ['a text with a bell', Buffer.from('复函\u0007'), 'letter.control-character'],
  ])('should be refused by its code when it is %s', async (_, bytes, code) => {
    expect(await codeOf(bytes)).toMatch(code);
  });

  it.each([
    ['2,000 headings', '一、标题\n内容。\n'.repeat(2000)],
    ['a paragraph of 200,000 characters', '长文，'.repeat(66_667)],
    ['20,000 labels in one line', '联系人：'.repeat(20_000)],
    ['20,000 signed days', '某市教育局2024年1月1日\n'.repeat(20_000)],
    ['200,000 blanks before a word', `${'　'.repeat(200_000)}甲`],
    ['writing from right to left', 'שלום עולם 提案 مرحبا\n'.repeat(1000)],
  ])('should be read to the end when it has %s', async (_, words) => {
    const { model } = await readLetterSource(
      Buffer.from(`关于第1号提案的答复\n甲乙委员：\n您的提案收悉，现答复如下：\n${words}`),
    );
    expect(model.addressees).toEqual(['甲乙委员']);
  });

  it('should be refused when it has more lines than any letter', async () => {
    expect(await codeOf(Buffer.from('字\n'.repeat(60_001)))).toBe('letter.too-long');
  });
});

describe('whatever comes', () => {
  const line = fc.oneof(
    fc.constantFrom(
      '签发人：',
      '（A类）',
      '关于第1号提案的答复',
      '甲委员：',
      '一、概况',
      '附件：1.甲',
      '附件1',
      '抄送：市',
      '2026年1月2日',
      '某市教育局',
      '（联系人：',
      '公开方式：',
      '采纳。',
      '现答复如下：',
      '感谢您。',
      '|',
      '',
    ),
    fc.string({ unit: 'grapheme', maxLength: 30 }),
    fc.stringMatching(/^[一-龥]{1,30}$/),
  );

  it('should be read or refused by a code', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 40 }), async (lines) => {
        expect(await codeOf(Buffer.from(lines.join('\n')))).toMatch(/^(?:read|letter\..*)$/);
      }),
      { numRuns: 300 },
    );
  });

  it('should be read or refused when its bytes are anything', async () => {
    const heads = fc.constantFrom('', 'PK\u0003\u0004', '{\\rtf', '\ufeff');
    await fc.assert(
      fc.asyncProperty(heads, fc.uint8Array({ maxLength: 300 }), async (head, bytes) => {
        expect(await codeOf(Buffer.concat([Buffer.from(head), bytes]))).toMatch(/^(?:read|letter\..*)$/);
      }),
      { numRuns: 300 },
    );
  });

  it('should be found again, every line of plain words', () => {
    const words = fc.stringMatching(/^[甲乙丙丁戊己庚辛壬癸]{2,12}[。，]?$/);
    const any = fc.array(fc.oneof(words, line), { minLength: 1, maxLength: 30 });
    fc.assert(
      fc.property(any, (lines) => {
        const plain = lines.filter((text) => /^[甲乙丙丁戊己庚辛壬癸]+[。，]?$/.test(text));
        fc.pre(plain.length > 0);
        let kept = '';
        try {
          kept = JSON.stringify(importLetter(lines.join('\n')));
        } catch (error) {
          if (error instanceof FuhanError) return;
          throw error;
        }
        expect(plain.filter((text) => !kept.includes(text.replace(/[。，]$/, '')))).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('should be read or refused when a Word file has any paragraphs', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.stringMatching(/^[一-龥：。、]{0,20}$/), { maxLength: 20 }),
        async (paragraphs) => {
          const bytes = handMadeDocx('', {
            'word/document.xml': wordPart('document', paragraphs.map((text) => par(run(text))).join('')),
          });
          expect(await codeOf(bytes)).toMatch(/^(?:read|letter\.empty)$/);
        },
      ),
      { numRuns: 100 },
    );
  });
});
