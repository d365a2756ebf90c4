import { strFromU8, unzipSync } from 'fflate';
import {
  FOUR_LINES,
  letterOf,
  oddLetter,
  paragraph,
  paragraphs,
  section,
  table,
} from '../../../test/fixtures/letters/odd-letters';
import { emptyLetter, type LetterModel } from '../model/model';
import { squeeze } from '../text/characters';
import { renderDocx } from './docx';
import { docxParagraphs } from './docx-paragraphs';
import { printedBlocks } from './printed-blocks';
import { renderText } from './text';

/*
 * What Word and WPS ask of WordprocessingML: the order of elements is that of the schema, widths add up, ids differ, styles exist.
 */
const everything: LetterModel = oddLetter({
  print: { secrecy: '秘密★1年', urgency: '特急', classSpot: 'number-line' },
  sections: [
    section(
      '甲',
      [
        table(
          ['序号', '事项'],
          [
            ['1', '换\n行'],
            ['2', FOUR_LINES.repeat(3)],
          ],
        ),
        table([], [['无', '头']]),
      ],
      '采纳。',
    ),
    section('乙', [{ type: 'paragraph', text: '粗字', bold: [[0, 1]] }, table(['只有表头'], [])]),
  ],
  signature: ['云陵市教育局', '云陵市财政局', '云陵市水务局', '云陵市公安局'],
  attachments: [
    { title: '云陵市关于进一步加强城市公共交通优先发展若干措施任务分解表', blocks: [paragraph('甲')] },
    { title: '名单', blocks: [table(['甲'], [['乙']])] },
  ],
  copyTo: Array.from({ length: 20 }, (_, i) => `云陵市第${i}局`),
  publication: null,
});
const letters: readonly (readonly [string, LetterModel])[] = [
  ['everything', everything],
  ['nothing', emptyLetter()],
  ['no number', oddLetter({ documentNumber: null })],
  [
    'a table at the end',
    letterOf([table(['甲'], [['乙']])], {
      closing: null,
      signature: [],
      date: null,
      annotation: null,
      publication: null,
      copyTo: [],
    }),
  ],
  ['a long name', oddLetter({ issuer: '云陵市粤港澳大湾区协同发展和对外经济合作促进委员会办公室' })],
];
const part = (model: LetterModel, name = 'word/document.xml'): string =>
  strFromU8(unzipSync(renderDocx(model))[name]!);
const children = (xml: string): string[] => {
  const names: string[] = [];
  let depth = 0;
  for (const [, close, name, selfClosed] of xml.matchAll(/<(\/?)(w:\w+)[^>]*?(\/?)>/g)) {
    if (close) depth -= 1;
    else {
      if (depth === 0) names.push(name!);
      if (!selfClosed) depth += 1;
    }
  }
  return names;
};
const inner = (xml: string, tag: string): string[] =>
  [...xml.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'gs'))].map((m) => m[1]!);

const ORDER: Readonly<Record<string, readonly string[]>> = {
  'w:pPr':
    'pStyle keepNext keepLines pageBreakBefore framePr widowControl tabs kinsoku overflowPunct autoSpaceDE autoSpaceDN snapToGrid spacing ind jc outlineLvl'
      .split(' ')
      .map((n) => `w:${n}`),
  'w:rPr': 'rFonts b bCs color spacing kern sz szCs lang'.split(' ').map((n) => `w:${n}`),
  'w:trPr': ['w:cantSplit', 'w:tblHeader'],
  'w:tcPr': ['w:tcW', 'w:vAlign'],
  'w:tblPr': ['w:tblW', 'w:tblInd', 'w:tblBorders', 'w:tblLayout', 'w:tblCellMar'],
};

describe.each(letters)('the DOCX of a letter with %s', (_, model) => {
  const xml = part(model);

  it('should be well-formed', () => {
    const open: string[] = [];
    for (const [, close, name, selfClosed] of xml.matchAll(/<(\/?)([\w:]+)[^>]*?(\/?)>/g)) {
      if (close) expect(open.pop()).toBe(name);
      else if (!selfClosed) open.push(name!);
    }
    expect(open).toEqual([]);
  });

  it.each(Object.keys(ORDER))('should have the elements of %s in the order of the schema', (tag) => {
    const wrong = [xml, part(model, 'word/styles.xml')].flatMap((file) =>
      inner(file, tag).filter((body) => {
        const places = children(body).map((name) => ORDER[tag]!.indexOf(name));
        return places.some((at, i) => at < 0 || (i > 0 && at <= places[i - 1]!));
      }),
    );
    expect(wrong).toEqual([]);
  });

  it('should use only styles that it has', () => {
    const styles = part(model, 'word/styles.xml');
    const used = [...xml.matchAll(/<w:pStyle w:val="(\w+)"/g)].map(([, style]) => style!);
    expect([...new Set(used)].filter((style) => !styles.includes(`w:styleId="${style}"`))).toEqual([]);
  });

  it('should ask for East Asian glyphs in every run', () => {
    expect(xml.match(/<w:r>/g)?.length ?? 0).toBe(xml.match(/<w:rFonts w:hint="eastAsia"/g)?.length ?? 0);
  });

  it('should have the cells of each row add up to the width of the text', () => {
    const rows = inner(xml, 'w:tr').map((row) =>
      [...row.matchAll(/<w:tcW w:w="(\d+)"/g)].reduce((sum, [, w]) => sum + Number(w), 0),
    );
    expect(rows.filter((width) => width !== 8845)).toEqual([]);
  });

  it('should have a column of the grid for each cell', () => {
    const tables = inner(xml, 'w:tbl');
    const uneven = tables.filter((each) => {
      const columns = each.match(/<w:gridCol /g)?.length;
      return inner(each, 'w:tr').some((row) => row.match(/<w:tc>/g)?.length !== columns);
    });
    expect(uneven).toEqual([]);
  });

  it('should part two tables, and a table from the end, by a paragraph', () => {
    expect(xml).not.toMatch(/<\/w:tbl>\s*<w:(tbl|sectPr)/);
  });

  it('should have every word of the letter', () => {
    const words = (text: string): string => [...squeeze(text)].sort().join('');
    const written = [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map((m) => m[1]).join('');
    expect(words(written)).toBe(words(renderText(model)));
  });
});

describe('the styles of the DOCX', () => {
  it('should each name a face for Latin and one for Chinese, or WPS takes its own', () => {
    const styles = inner(
      part(emptyLetter(), 'word/styles.xml').replace(/<w:style [^>]*>/g, '<w:style>'),
      'w:style',
    );
    expect(
      styles.filter((style) => !/<w:rFonts w:ascii="[^"]+" w:hAnsi="[^"]+" w:eastAsia="[^"]+"/.test(style)),
    ).toEqual([]);
  });
});

describe('the paragraphs of the DOCX for letters out of the ordinary', () => {
  const made = (model: LetterModel) => docxParagraphs(printedBlocks(model));
  const styled = (style: string, model: LetterModel) => made(model).filter((p) => p.style === style);
  const textOf = (p: ReturnType<typeof made>[number] | undefined): string =>
    (p?.runs ?? []).map(({ text }) => text).join('');

  it('should have secrecy and number on one line, in 黑体 and 仿宋', () => {
    const [line] = styled('GwBeside', everything);
    expect(line?.runs).toEqual([
      { text: '秘密★1年', hei: true },
      { text: '云交函〔2026〕9号', tab: true, hei: false },
    ]);
  });

  it('should have urgency and class below', () => {
    expect(styled('GwBeside', everything).map(textOf).slice(1)).toEqual(['特急', '（A类）']);
  });

  it('should have the class below the number where it stands above the title', () => {
    const model = oddLetter({ print: { classSpot: 'above-title' } });
    expect(styled('GwLei', model).map(({ frame, runs }) => [frame, runs?.[0]?.text])).toEqual([
      [undefined, '（A类）'],
    ]);
  });

  it('should hold the place below the red head when there is no number', () => {
    expect(styled('GwDocNo', oddLetter({ documentNumber: null }))[0]?.spacing?.before).toBeGreaterThan(0);
  });

  it('should have the units of a row on tab stops as far apart as their seals need', () => {
    const [row] = styled('GwSeals', everything);
    const [a, b] = row!.tabs!.map(({ at }) => at);
    expect([row!.runs?.length, (b! - a!) / 56.69 >= 45]).toEqual([2, true]);
  });

  it('should leave four lines between two rows of seals', () => {
    const all = made(everything);
    const [first, second] = all.flatMap((p, i) => (p.style === 'GwSeals' ? [i] : []));
    expect(second! - first!).toBe(5);
  });

  it('should begin each attachment on a new page, its title on the third line', () => {
    const all = made(everything);
    const starts = all.flatMap((p, i) => (p.pageBreak ? [i] : []));
    expect(starts.map((i) => [textOf(all[i]), all[i + 2]?.style])).toEqual([
      ['附件1', 'GwTitle'],
      ['附件2', 'GwTitle'],
    ]);
  });

  it('should have the wrapped lines of an attachment’s name below its first character', () => {
    const [first, second] = styled('GwNote', everything);
    expect([first!.indent!.left, second!.indent!.left]).toEqual([first!.indent!.left, first!.indent!.left]);
  });

  it('should repeat the head of a table, and none where nothing is written in it', () => {
    const heads = made(everything).flatMap((p) =>
      p.table ? [p.table.rows.filter(({ header }) => header).length] : [],
    );
    expect(heads).toEqual([1, 0, 1, 1]);
  });

  it('should keep a short row whole and let a long one run over the page', () => {
    const [rows] = made(everything).flatMap((p) => (p.table ? [p.table.rows] : []));
    expect(rows!.map(({ whole }) => whole)).toEqual([true, true, false]);
  });

  it('should break a cell where a line feed was typed', () => {
    expect(part(everything)).toMatch(/换<\/w:t><\/w:r><w:r>.{0,120}<w:br\/><w:t xml:space="preserve">行/);
  });

  it('should have the addressees in the foot where they would crowd out the text', () => {
    const addressees = Array.from({ length: 60 }, (_, i) => `云陵市第${i + 1}街道办`);
    expect(styled('GwBanji', oddLetter({ addressees })).map((p) => textOf(p).slice(0, 3))).toEqual([
      '公开方',
      '主送：',
      '抄送：',
    ]);
  });

  it('should leave a letter of plain paragraphs without a table', () => {
    expect(made(letterOf(paragraphs(3))).filter((p) => p.table)).toEqual([]);
  });
});
