import fc from 'fast-check';
import { emptyLetter, type LetterBlock, type LetterModel } from '../../model/model';

/** A letter with one of everything, for edits. */
export const letter = (change: Partial<LetterModel> = {}): LetterModel => ({
  ...emptyLetter(),
  issuer: '云陵市交通局',
  documentNumber: '云交函〔2026〕9号',
  class: 'B',
  title: '云陵市交通局关于市政协八届五次会议第085001号提案答复的函',
  addressees: ['田𠮷祥委员'],
  opening: ['您提出的《关于优化校园周边道路的建议》（提案第085001号）收悉，现答复如下：'],
  sections: [
    {
      heading: '关于“增设过街通道”的建议',
      level: 1,
      suggestion: '增设过街通道',
      verdict: '采纳该建议。',
      blocks: [
        { type: 'heading', level: 2, text: '（一）已完成的工作' },
        { type: 'paragraph', text: '一是完成现场踏勘。全市共有12所学校需要改造。', bold: [[0, 9]] },
        {
          type: 'table',
          header: ['学校', '完成时间'],
          rows: [
            ['云陵一中', '3月'],
            ['云陵二小', '5月'],
            ['白石中学', '8月'],
          ],
        },
        { type: 'paragraph', text: '二是落实资金，列入今年的部门预算。' },
      ],
    },
  ],
  closing: '专此答复，诚挚感谢您对我市交通工作的关心与支持。',
  signature: ['云陵市交通局'],
  date: '2026-03-02',
  annotation: '联系人：邵珅，联系电话：5550178',
  publication: '主动公开',
  copyTo: ['市政协提案委', '市财政局'],
  ...change,
});

export const withBlocks = (blocks: readonly LetterBlock[], change: Partial<LetterModel> = {}): LetterModel =>
  letter({ ...change, sections: letter().sections.map((section) => ({ ...section, blocks: [...blocks] })) });

/** Short Chinese texts with what a comparison may trip over: marks, numbers, a rare name, emphasis, XML's own characters. */
const words = fc
  .array(
    fc.constantFrom(
      '我市',
      '道路',
      '提案',
      '，',
      '。',
      '2026',
      '𠮷',
      '田',
      '<w:ins>',
      '&',
      '"',
      '的',
      ' ',
      '𠮷祥',
      '学校',
      '\n',
      '\t',
    ),
    {
      maxLength: 14,
    },
  )
  .map((parts) => parts.join(''));
const some = words.filter((text) => text.trim() !== '');

const paragraph: fc.Arbitrary<LetterBlock> = fc.tuple(words, fc.nat(8), fc.nat(8)).map(([text, from, to]) => {
  const edge = (n: number): number => [...text].slice(0, n).join('').length;
  return { type: 'paragraph', text, bold: [[edge(Math.min(from, to)), edge(Math.max(from, to))]] };
});
const table: fc.Arbitrary<LetterBlock> = fc.integer({ min: 1, max: 3 }).chain((columns) =>
  fc.record({
    type: fc.constant('table' as const),
    header: fc.array(words, { minLength: columns, maxLength: columns }),
    rows: fc.array(fc.array(words, { minLength: columns, maxLength: columns }), { maxLength: 4 }),
  }),
);
const heading: fc.Arbitrary<LetterBlock> = fc.record({
  type: fc.constant('heading' as const),
  level: fc.constantFrom(2 as const, 3 as const, 4 as const),
  text: some,
});
const blocks = fc.array(fc.oneof(paragraph, paragraph, heading, table), { maxLength: 7 });

/** Any letter, with or without each of its parts. */
export const anyLetter: fc.Arbitrary<LetterModel> = fc
  .record({
    blocks,
    documentNumber: fc.option(some),
    opening: fc.array(some, { maxLength: 2 }),
    closing: fc.option(some),
    signature: fc.array(fc.constantFrom('云陵市交通局', '云陵市教育局', '云陵市财政局'), { maxLength: 3 }),
    date: fc.constantFrom(null, '2026-03-02', '2026-11-21'),
    annotation: fc.option(some),
    publication: fc.constantFrom(null, '主动公开'),
    copyTo: fc.uniqueArray(fc.constantFrom('市财政局', '市教育局', '市政协提案委'), { maxLength: 3 }),
    attachments: fc.array(fc.record({ title: some, blocks }), { maxLength: 2 }),
    print: fc.constantFrom({}, { secrecy: '秘密★1年' }, { classSpot: 'above-title' as const }),
  })
  .map(({ blocks: inside, ...change }) => withBlocks(inside, change));

/** Words put in between two characters, never inside one. */
const inserted = (text: string, at: number, words: string): string => {
  const characters = [...text];
  return [...characters.slice(0, at), words, ...characters.slice(at)].join('');
};

/** Two letters of which the second is an edited copy of the first: blocks dropped, added, moved, reworded. */
export const editedPair: fc.Arbitrary<[LetterModel, LetterModel]> = fc
  .record({
    before: fc.array(fc.oneof(paragraph, heading, table), { minLength: 1, maxLength: 8 }),
    added: fc.array(fc.oneof(paragraph, table), { maxLength: 2 }),
    dropped: fc.nat(8),
    moved: fc.nat(8),
    insert: some,
    at: fc.nat(20),
    copies: fc.boolean(),
  })
  .map(({ before, added, dropped, moved, insert, at, copies }) => {
    const reworded = before.map((block) =>
      block.type === 'paragraph' ? { ...block, text: inserted(block.text, at, insert) } : block,
    );
    const kept = reworded.filter((_, i) => i !== dropped);
    const [carried] = kept.splice(moved % Math.max(1, kept.length), 1);
    const after = [...added, ...kept, ...(carried ? [carried] : [])];
    return [withBlocks(before), withBlocks(after, copies ? {} : { copyTo: [], publication: null })];
  });
