import fc from 'fast-check';
import { strFromU8, unzipSync } from 'fflate';
import { twinText } from '../../../test/fixtures/letters/letters';
import { importLetter } from '../import/import-letter';
import type { LetterBlock, LetterModel } from '../model/model';
import { renderDocx } from '../render/docx';
import { redlineDocx } from './redline-docx';
import { anyLetter, editedPair, letter, withBlocks } from './testing/edits';
import { all, bodyOf, settle, type Seen } from './testing/word-revisions';

const revision = { author: '邵珅', at: '2026-03-02T15:04:05+08:00' };
const marked = (before: LetterModel, after: LetterModel) => redlineDocx(before, after, revision);
const plain = (model: LetterModel): Seen[] => settle(renderDocx(model), 'accept');
const paragraph = (text: string): LetterBlock => ({ type: 'paragraph', text });
const blocks = letter().sections[0]!.blocks;
const table = (...rows: string[][]): LetterBlock => ({ type: 'table', header: ['学校', '时间'], rows });

/** All accepted it is the new letter, all rejected the old one: words, emphasis, styles, frames, breaks. */
function expectBothWays(before: LetterModel, after: LetterModel): void {
  const docx = marked(before, after);
  expect({ accepted: settle(docx, 'accept'), rejected: settle(docx, 'reject') }).toEqual({
    accepted: plain(after),
    rejected: plain(before),
  });
}

const edits: readonly (readonly [string, LetterModel, LetterModel])[] = [
  ['nothing', letter(), letter()],
  ['a word', letter(), withBlocks([...blocks.slice(0, 3), paragraph('二是落实经费，列入明年的部门预算。')])],
  ['a number that was added', letter({ documentNumber: null }), letter()],
  ['a class mark that was taken out', letter(), letter({ class: null })],
  [
    'a longer title',
    letter(),
    letter({ title: '云陵市交通局关于市政协八届五次会议第085001号提案（优化校园周边道路）答复的函' }),
  ],
  ['another issuer', letter(), letter({ issuer: '云陵市教育局', signature: ['云陵市教育局'] })],
  ['a rare name', letter(), letter({ addressees: ['田𠮷详委员', '昇堃委员'] })],
  ['a new paragraph', letter(), withBlocks([paragraph('新写的一段。'), ...blocks])],
  ['a paragraph that went', letter(), withBlocks(blocks.slice(0, 3))],
  ['a paragraph before a table that went', letter(), withBlocks([blocks[0]!, blocks[2]!, blocks[3]!])],
  ['a moved paragraph', letter(), withBlocks([blocks[3]!, ...blocks.slice(0, 3)])],
  [
    'emphasis that went',
    letter(),
    withBlocks(blocks.map((block) => ({ ...block, ...(block.type === 'paragraph' ? { bold: [] } : {}) }))),
  ],
  [
    'a heading of another level',
    letter(),
    withBlocks([{ type: 'heading', level: 3, text: '（一）已完成的工作' }, ...blocks.slice(1)]),
  ],
  [
    'a table that came',
    withBlocks([paragraph('如下。')]),
    withBlocks([paragraph('如下。'), table(['一中', '3月'])]),
  ],
  [
    'a table that went',
    withBlocks([paragraph('如下。'), table(['一中', '3月'])]),
    withBlocks([paragraph('如下。')]),
  ],
  [
    'a row that came',
    withBlocks([table(['一中', '3月'])]),
    withBlocks([table(['二小', '5月'], ['一中', '3月'])]),
  ],
  [
    'a row that went',
    withBlocks([table(['二小', '5月'], ['一中', '3月'])]),
    withBlocks([table(['一中', '3月'])]),
  ],
  ['a cell', withBlocks([table(['云陵一中', '3月'])]), withBlocks([table(['云陵一中', '4月'])])],
  [
    'a table of another width',
    letter(),
    withBlocks([blocks[0]!, { type: 'table', header: ['甲', '乙', '丙'], rows: [['1', '2', '3']] }]),
  ],
  [
    'two tables where one was',
    withBlocks([table(['一中', '3月'])]),
    withBlocks([table(['一中', '3月']), table(['二小', '5月'])]),
  ],
  ['copies that came', letter({ copyTo: [] }), letter()],
  ['copies that went', letter(), letter({ copyTo: [] })],
  ['all of the foot that came', letter({ copyTo: [], publication: null }), letter()],
  ['all of the foot that went', letter(), letter({ copyTo: [], publication: null })],
  [
    'a tail with a table that came',
    letter({ copyTo: [], publication: null }),
    letter({
      copyTo: [],
      publication: null,
      attachments: [{ title: '清单', blocks: [table(['一中', '3月'])] }],
    }),
  ],
  [
    'a tail with a table that went',
    letter({
      copyTo: [],
      publication: null,
      attachments: [{ title: '清单', blocks: [table(['一中', '3月'])] }],
    }),
    letter({ copyTo: [], publication: null }),
  ],
  ['units that joined', letter(), letter({ signature: ['云陵市交通局', '云陵市教育局', '云陵市财政局'] })],
  ['everything', letter(), importLetter(twinText('002'))],
  [
    'attachments of two tables',
    letter(),
    letter({
      attachments: [
        { title: '甲表', blocks: [table(['1', '2'])] },
        { title: '乙表', blocks: [table(['3', '4'])] },
      ],
    }),
  ],
  ['secrecy beside the number', letter(), letter({ print: { secrecy: '秘密★1年', urgency: '特急' } })],
];

describe('the redline in Word', () => {
  it.each(edits)('should be either letter again after %s', (_, before, after) => {
    expectBothWays(before, after);
  });

  it.each(edits)('should lead back again: %s', (_, before, after) => {
    expectBothWays(after, before);
  });

  it('should lead from one long letter to another', () => {
    expectBothWays(importLetter(twinText('000')), importLetter(twinText('002')));
  });

  it('should be either letter again after a few words of a long one', () => {
    const text = twinText('000');
    expectBothWays(
      importLetter(text),
      importLetter(text.replaceAll('我市', '本市').replaceAll('。近年来', '。这几年')),
    );
  });

  it('should be either letter again, whatever the two are', () => {
    fc.assert(fc.property(anyLetter, anyLetter, expectBothWays), { numRuns: 60, endOnFailure: true });
  });

  it('should be either letter again after any edits', () => {
    fc.assert(
      fc.property(editedPair, ([before, after]) => expectBothWays(before, after)),
      { numRuns: 60, endOnFailure: true },
    );
  });
});

describe('the revisions in Word', () => {
  const changed = withBlocks([
    ...blocks.slice(0, 3),
    paragraph('二是落实经费，列入明年的部门预算。'),
    paragraph('三是加强督查。'),
  ]);
  const body = bodyOf(marked(letter(), changed));
  const revisions = ['w:ins', 'w:del', 'w:pPrChange'].flatMap((name) => all(body, name));

  it('should each carry author and time', () => {
    expect(
      new Set(revisions.map(({ attributes }) => `${attributes['w:author']} ${attributes['w:date']}`)),
    ).toEqual(new Set(['邵珅 2026-03-02T15:04:05+08:00']));
  });

  it('should be told apart by their numbers', () => {
    expect(new Set(revisions.map(({ attributes }) => attributes['w:id'])).size).toBe(revisions.length);
  });

  it('should mark the words and leave their neighbours alone', () => {
    const gone = all(body, 'w:delText').map(({ children }) => children.map(({ text }) => text).join(''));
    expect(gone).toEqual(['资金', '今年']);
  });

  it('should mark a new paragraph by its mark too', () => {
    const marks = all(body, 'w:p').filter((p) =>
      all(p, 'w:rPr').some((look) => look.children.some(({ name }) => name === 'w:ins')),
    );
    expect(marks).toHaveLength(1);
  });

  it('should be none where nothing changed', () => {
    const same = bodyOf(marked(letter(), letter()));
    expect(['w:ins', 'w:del', 'w:pPrChange'].flatMap((name) => all(same, name))).toEqual([]);
  });

  it('should carry a name of any characters as it was typed', () => {
    const docx = redlineDocx(letter(), changed, { ...revision, author: '𠮷"<田>&\'' });
    expect(all(bodyOf(docx), 'w:ins')[0]?.attributes['w:author']).toBe('𠮷"<田>&\'');
  });

  it('should be the same bytes for the same letters', () => {
    expect(Buffer.from(marked(letter(), changed)).equals(Buffer.from(marked(letter(), changed)))).toBe(true);
  });

  it('should keep the red head of the new letter', () => {
    const header = (docx: Uint8Array): string => strFromU8(unzipSync(docx)['word/header1.xml']!);
    expect(header(marked(letter(), changed))).toBe(header(renderDocx(changed)));
  });
});

describe('a letter far beyond any length', () => {
  it('should be compared to the end', () => {
    const long = (word: string): LetterModel => withBlocks([paragraph(`${word}道路`.repeat(50_000))]);
    expect(() => marked(long('修整'), long('养护'))).not.toThrow();
  });
});
