import { strFromU8, unzipSync } from 'fflate';
import { importLetter } from '../import/import-letter';
import { emptyLetter, type LetterModel } from '../model/model';
import { squeeze } from '../text/characters';
import { twinText } from '../../../test/fixtures/letters/letters';
import { renderDocx } from './docx';
import { renderHtml } from './html';
import { blockText, printedBlocks } from './printed-blocks';
import { renderText } from './text';
import { textRuns } from './text-runs';
import { titleLines } from './title-lines';

const twin = importLetter(twinText('002'));
const letter = (change: Partial<LetterModel>): LetterModel => ({ ...emptyLetter(), ...change });
const typed = '{{title}} <w:t> #read("/etc/passwd") & "甲" \'乙\'';

describe('a title in lines', () => {
  const long = '某某市工业和信息化局关于市政协十三届四次会议第134030号提案答复的函';

  it('should stay on one line when it fits', () => {
    expect(titleLines('关于第1号提案的答复')).toEqual(['关于第1号提案的答复']);
  });

  it('should be the title again when the lines are joined', () => {
    expect(titleLines(long).join('')).toBe(long);
  });

  it('should be broken between words', () => {
    expect(titleLines(long)).toEqual([
      '某某市工业和信息化局关于市政协',
      '十三届四次会议第134030号提案答复的函',
    ]);
  });

  it.each([30, 45, 70, 98, 160])('should never be wider than a line with %i characters', (length) => {
    const title = '关于加快推进产业发展的若干措施和意见'.repeat(10).slice(0, length);
    expect(Math.max(...titleLines(title).map((line) => line.length))).toBeLessThanOrEqual(20);
  });
});

describe('bold ranges', () => {
  it('should cut a text into runs', () => {
    expect(textRuns('一是修', [[0, 2]])).toEqual([
      { text: '一是', bold: true },
      { text: '修', bold: false },
    ]);
  });

  it('should be one plain run when there are none', () => {
    expect(textRuns('一是修')).toEqual([{ text: '一是修', bold: false }]);
  });

  it('should end with the text when they reach beyond it', () => {
    expect(textRuns('一是', [[1, 99]])).toEqual([
      { text: '一', bold: false },
      { text: '是', bold: true },
    ]);
  });
});

describe('what stands on paper', () => {
  it('should keep the order of the letter', () => {
    const kinds = printedBlocks(twin).map(({ kind }) => kind);
    expect([...new Set(kinds)]).toEqual([
      'classMark',
      'mark',
      'number',
      'title',
      'addressee',
      'paragraph',
      'heading',
      'verdict',
      'closing',
      'signature',
      'date',
      'annotation',
      'publication',
      'copyTo',
    ]);
  });

  it('should number the sections that have a heading', () => {
    const section = { heading: '甲', level: 1, suggestion: null, verdict: null, blocks: [] };
    const model = letter({
      sections: [{ ...section, heading: null }, section, { ...section, heading: '三、乙' }],
    });
    expect(printedBlocks(model).map(blockText)).toEqual(['一、甲', '三、乙']);
  });

  it('should not print a class that is not to be printed', () => {
    expect(printedBlocks(letter({ class: 'A', print: { classMark: false } }))).toEqual([]);
  });

  it('should number attachments only when there are several', () => {
    const one = letter({ attachments: [{ title: '名单', blocks: [] }] });
    const two = letter({
      attachments: [
        { title: '名单', blocks: [] },
        { title: '图', blocks: [] },
      ],
    });
    expect([one, two].map((m) => printedBlocks(m).map(blockText))).toEqual([
      ['附件：名单'],
      ['附件：1.名单', '2.图'],
    ]);
  });

  it('should print two closing sentences as two paragraphs', () => {
    expect(printedBlocks(letter({ closing: '甲。\n乙。' })).map(blockText)).toEqual(['甲。', '乙。']);
  });

  it('should print nothing of an empty letter', () => {
    expect(renderText(emptyLetter())).toBe('\n');
  });
});

describe('the letter as HTML', () => {
  it('should have the words of the text', () => {
    const body = renderHtml(twin).split('<body>')[1]!;
    expect(squeeze(body.replace(/<[^>]+>/g, ''))).toBe(squeeze(renderText(twin)));
  });

  it('should show what was typed as typed', () => {
    expect(renderHtml(letter({ closing: typed }))).toContain(
      '{{title}} &lt;w:t&gt; #read(&quot;/etc/passwd&quot;) &amp; &quot;甲&quot;',
    );
  });

  it('should load nothing and run nothing', () => {
    expect(renderHtml(twin)).not.toMatch(/<script|<link|<img|url\(|@import|\son\w+=/);
  });

  it('should use headings for headings', () => {
    expect(renderHtml(twin)).toContain(
      '<h2 class="letter__heading-1">一、关于“设立馆校共用的阅读中心或者分馆”的建议</h2>',
    );
  });

  it('should mark bold words', () => {
    const section = {
      heading: null,
      level: 1,
      suggestion: null,
      verdict: null,
      blocks: [{ type: 'paragraph' as const, text: '一是修', bold: [[0, 2]] as [number, number][] }],
    };
    expect(renderHtml(letter({ sections: [section] }))).toContain('<strong>一是</strong>修');
  });
});

describe('the letter as DOCX', () => {
  const parts = unzipSync(renderDocx(twin));
  const xmlOf = (model: LetterModel): string => strFromU8(unzipSync(renderDocx(model))['word/document.xml']!);
  const wordsOf = (xml: string): string =>
    [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((m) => m[1]).join('');

  it('should have the words of the text', () => {
    expect(squeeze(wordsOf(xmlOf(twin)))).toBe(squeeze(renderText(twin)));
  });

  it('should have every part that its table of contents names', () => {
    const named = [...strFromU8(parts['[Content_Types].xml']!).matchAll(/PartName="\/([^"]+)"/g)].map(
      (m) => m[1]!,
    );
    expect(named.filter((name) => !(name in parts))).toEqual([]);
  });

  it('should keep typed XML as words', () => {
    expect(xmlOf(letter({ closing: typed }))).toContain('&lt;w:t&gt; #read(');
  });

  it('should ask for East Asian glyphs in every run', () => {
    const xml = xmlOf(twin);
    expect(xml.match(/<w:r>/g)?.length).toBe(xml.match(/w:hint="eastAsia"/g)?.length);
  });

  it('should put the foot at the bottom of the last page', () => {
    expect(xmlOf(twin)).toMatch(/w:yAlign="bottom"\/>.*抄送：/);
  });

  it('should draw four red rules of 170 mm on the first page', () => {
    const rules = [...strFromU8(parts['word/header1.xml']!).matchAll(/<wp:extent cx="(\d+)"/g)].map((m) =>
      Number(m[1]),
    );
    expect(rules).toEqual(Array(4).fill(170 * 36_000));
  });

  it('should be the same bytes for the same letter', () => {
    expect(renderDocx(twin)).toEqual(renderDocx(twin));
  });

  it('should print a table with a column for the widest row', () => {
    const table = { type: 'table' as const, header: ['甲'], rows: [['一', '二', '三']] };
    const xml = xmlOf(
      letter({ sections: [{ heading: null, level: 1, suggestion: null, verdict: null, blocks: [table] }] }),
    );
    expect(xml.match(/<w:gridCol /g)).toHaveLength(3);
  });
});
