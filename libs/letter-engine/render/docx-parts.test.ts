import { strFromU8, unzipSync } from 'fflate';
import { emptyLetter, type LetterModel } from '../model/model';
import { renderDocx } from './docx';
import { markMeasures } from './docx-head';
import { docxParagraphs } from './docx-paragraphs';
import { renderHtml } from './html';
import { printedBlocks } from './printed-blocks';

const EMU_PER_MM = 36_000;
const letter = (change: Partial<LetterModel> = {}): LetterModel => ({
  ...emptyLetter(),
  issuer: '云陵市交通局',
  documentNumber: '云交函〔2026〕9号',
  class: 'A',
  title: '云陵市交通局关于市政协八届五次会议第085001号提案答复的函',
  addressees: ['甲某某委员'],
  signature: ['云陵市交通局'],
  date: '2026-03-02',
  publication: '主动公开',
  copyTo: ['市政协提案委', '市财政局'],
  ...change,
});
const part = (name: string, model = letter()): string => strFromU8(unzipSync(renderDocx(model))[name]!);
const paragraphs = (model = letter()) => docxParagraphs(printedBlocks(model));
const styled = (style: string, model = letter()) => paragraphs(model).filter((each) => each.style === style);

describe('the red rules of the DOCX', () => {
  const lengths = (pattern: RegExp): number[] =>
    [...part('word/header1.xml').matchAll(pattern)].map(([, length]) => Number(length) / EMU_PER_MM);
  const tops = () => lengths(/<wp:positionV[^>]*><wp:posOffset>(\d+)/g);
  const heights = () => lengths(/<wp:extent cx="\d+" cy="(\d+)"/g);

  it('should be thick over thin below the mark, thin over thick at the foot', () => {
    expect(heights().map((mm) => Math.round(mm * 100) / 100)).toEqual([0.95, 0.35, 0.35, 0.95]);
  });

  it('should end 20 mm above the lower edge of the page', () => {
    expect((tops().at(-1) ?? 0) + (heights().at(-1) ?? 0)).toBeCloseTo(277, 2);
  });

  it('should begin where the measures of the mark say', () => {
    expect(tops()[0]).toBeCloseTo(markMeasures('云陵市交通局').rule1, 2);
  });

  it('should be in the header of the first page alone', () => {
    expect(part('word/header2.xml')).not.toContain('wp:anchor');
  });

  it('should be told apart by their ids, or Word repairs the file', () => {
    const ids = [...part('word/header1.xml').matchAll(/<wp:docPr id="(\d+)"/g)].map(([, id]) => id);
    expect(new Set(ids).size).toBe(4);
  });
});

describe('the mark of the DOCX', () => {
  it('should have 44 points for a short name', () => {
    expect(markMeasures('云陵市交通局').points).toBe(44);
  });

  it.each([10, 16, 30])('should fit 150 mm with %i characters', (length) => {
    expect(markMeasures('局'.repeat(length)).points * length * 0.352778).toBeLessThanOrEqual(150.01);
  });

  it('should be measurable when there is no issuer', () => {
    expect(markMeasures('').rule1).toBeGreaterThan(34);
  });

  it('should be as large as it was measured', () => {
    expect(styled('GwMark')[0]?.runs?.[0]).toEqual({ text: '云陵市交通局', size: 88 });
  });
});

describe('the parts of the DOCX', () => {
  it('should be A4 with the margins of the letter form', () => {
    expect(part('word/document.xml')).toMatch(
      /<w:pgSz w:w="11906" w:h="16838"\/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1588"/,
    );
  });

  it('should have no page number on the first page', () => {
    expect(part('word/footer1.xml')).not.toContain('PAGE');
  });

  it('should have the number right on odd pages and left on even ones', () => {
    const side = (footer: string): string =>
      /<w:jc w:val="(\w+)"/.exec(part(`word/${footer}.xml`))?.[1] ?? '';
    expect([side('footer2'), side('footer3')]).toEqual(['right', 'left']);
  });

  it('should tell odd and even pages apart', () => {
    expect(part('word/settings.xml')).toContain('<w:evenAndOddHeaders');
  });

  it('should point to parts that are there', () => {
    const targets = [...part('word/_rels/document.xml.rels').matchAll(/Target="([^"]+)"/g)].map(
      ([, to]) => `word/${to}`,
    );
    const files = Object.keys(unzipSync(renderDocx(letter())));
    expect(targets.filter((target) => !files.includes(target))).toEqual([]);
  });

  it('should fetch nothing from elsewhere', () => {
    expect(part('word/_rels/document.xml.rels')).not.toContain('TargetMode="External"');
  });

  it('should use only styles that it has', () => {
    const styles = part('word/styles.xml');
    const used = [...part('word/document.xml').matchAll(/<w:pStyle w:val="(\w+)"/g)].map(
      ([, style]) => style,
    );
    expect([...new Set(used)].filter((style) => !styles.includes(`w:styleId="${style}"`))).toEqual([]);
  });

  it('should name the letter and its issuer to the file’s properties', () => {
    const core = part('docProps/core.xml', letter({ title: '甲 & <乙>' }));
    expect(core).toContain('甲 &amp; &lt;乙&gt;');
  });
});

describe('the paragraphs of the DOCX', () => {
  it('should have the class in a frame at the right edge', () => {
    expect(styled('GwLei')[0]).toMatchObject({
      runs: [{ text: '（A类）' }],
      frame: { align: 'right', anchor: 'page' },
    });
  });

  it('should have no class where it is not printed', () => {
    expect(styled('GwLei', letter({ print: { classMark: false } }))).toEqual([]);
  });

  it('should break the title where the PDF breaks it', () => {
    const [title] = printedBlocks(letter()).flatMap((block) => (block.kind === 'title' ? [block] : []));
    expect(styled('GwTitle')[0]?.runs?.map(({ text }) => text)).toEqual(title?.lines);
  });

  it('should begin each line of the title but the first with a break', () => {
    const breaks = styled('GwTitle')[0]?.runs?.map(({ lineBreak }) => lineBreak);
    expect(breaks).toEqual(breaks?.map((_, i) => i > 0));
  });

  it('should keep the signature on the page of the date', () => {
    expect(styled('GwSign').map(({ keepNext }) => keepNext)).toEqual([true, false]);
  });

  it('should centre the signature on the date', () => {
    const [signature, date] = styled('GwSign').map(({ indent, runs }) => {
      const width =
        [...(runs?.[0]?.text ?? '')].reduce((sum, c) => sum + (c < '\u2000' ? 0.5 : 1), 0) * 15.79 * 20;
      return (indent?.right ?? 0) + width / 2;
    });
    expect(Math.abs((signature ?? 0) - (date ?? 1000))).toBeLessThan(10);
  });

  it('should never push a long signature over the right edge', () => {
    const long = letter({ signature: ['云陵市粤港澳大湾区协同发展和对外经济合作促进委员会'] });
    expect(
      Math.min(...styled('GwSign', long).map(({ indent }) => indent?.right ?? -1)),
    ).toBeGreaterThanOrEqual(0);
  });

  it('should keep a verdict with what follows it', () => {
    const section = { heading: null, level: 1 as const, suggestion: null, verdict: '已采纳。', blocks: [] };
    expect(styled('GwBody', letter({ sections: [section] }))[0]).toMatchObject({
      runs: [{ text: '已采纳。' }],
      keepNext: true,
    });
  });

  it('should begin an attachment on a page of its own', () => {
    const attachments = [{ title: '进度表', blocks: [{ type: 'paragraph' as const, text: '略。' }] }];
    const mark = paragraphs(letter({ attachments })).find(({ pageBreak }) => pageBreak);
    expect(mark?.runs).toEqual([{ text: '附件' }]);
  });

  it('should fill the short rows of a table, so that Word need not repair it', () => {
    const table = { type: 'table' as const, header: ['甲', '乙', '丙'], rows: [['一']] };
    const section = { heading: null, level: 1 as const, suggestion: null, verdict: null, blocks: [table] };
    const [found] = paragraphs(letter({ sections: [section] })).flatMap((each) => each.table ?? []);
    expect(
      found?.rows.map(({ cells }) => cells.map(({ lines }) => lines.map(({ text }) => text).join(''))),
    ).toEqual([
      ['甲', '乙', '丙'],
      ['一', '', ''],
    ]);
  });

  it('should repeat the head of a table alone on a new page', () => {
    const table = { type: 'table' as const, header: ['甲'], rows: [['一'], ['二']] };
    const section = { heading: null, level: 1 as const, suggestion: null, verdict: null, blocks: [table] };
    expect(part('word/document.xml', letter({ sections: [section] })).match(/<w:tblHeader\/>/g)).toHaveLength(
      1,
    );
  });
});

describe('the words of the HTML', () => {
  const EVIL = '</p><script>alert("甲")</script><img src=x onerror=\'y\'>&amp;`';
  const section = (change: object) => ({
    sections: [{ heading: null, level: 1 as const, suggestion: null, verdict: null, blocks: [], ...change }],
  });

  it.each([
    ['the title', { title: EVIL }],
    ['the issuer', { issuer: EVIL }],
    ['the number', { documentNumber: EVIL }],
    ['an addressee', { addressees: [EVIL] }],
    ['the opening', { opening: [EVIL] }],
    ['a heading', section({ heading: EVIL })],
    ['a verdict', section({ verdict: EVIL })],
    ['a paragraph', section({ blocks: [{ type: 'paragraph', text: EVIL }] })],
    ['bold words', section({ blocks: [{ type: 'paragraph', text: EVIL, bold: [[0, 8]] }] })],
    ['a heading inside', section({ blocks: [{ type: 'heading', level: 2, text: EVIL }] })],
    ['the head of a table', section({ blocks: [{ type: 'table', header: [EVIL], rows: [] }] })],
    ['a cell', section({ blocks: [{ type: 'table', header: ['甲'], rows: [[EVIL]] }] })],
    ['the closing', { closing: EVIL }],
    ['the signature', { signature: [EVIL] }],
    ['the annotation', { annotation: EVIL }],
    ['the publication', { publication: EVIL }],
    ['a copy', { copyTo: [EVIL] }],
    [
      'an attachment',
      { attachments: [{ title: EVIL, blocks: [{ type: 'paragraph' as const, text: EVIL }] }] },
    ],
    ['the secrecy', { print: { secrecy: EVIL } }],
  ] as [string, Partial<LetterModel>][])('should never become a tag: %s', (_, change) => {
    expect(renderHtml(letter(change))).not.toMatch(/<script|<img|onerror='/);
  });

  it('should bear the title as the name of the page', () => {
    expect(renderHtml(letter({ title: '甲<乙' }))).toContain('<title>甲&lt;乙</title>');
  });

  it('should have a name when the letter has no title yet', () => {
    expect(renderHtml(letter({ title: null }))).toContain('<title>复函</title>');
  });

  it('should have no foot when there is nothing in it', () => {
    expect(renderHtml(letter({ publication: null, copyTo: [] }))).not.toContain('<footer');
  });
});
