import fc from 'fast-check';
import { FuhanError } from '@fuhan/kernel';
import { blockText, printedBlocks } from '../render/printed-blocks';
import type { LetterBlock, LetterModel } from '../model/model';
import { redline, type RedlineBlock } from './redline';
import { redlineHtml } from './redline-html';
import { editedPair, letter, withBlocks } from './testing/edits';

const revision = { author: '邵珅', at: '2026-03-02T15:04:05+08:00' };
const compare = (before: LetterModel, after: LetterModel) => redline(before, after, revision);
const paragraph = (text: string): LetterBlock => ({ type: 'paragraph', text });
const blocks = letter().sections[0]!.blocks;
const html = (after: LetterModel, author = '邵珅') => redlineHtml(letter(), after, { ...revision, author });
const refusal = (change: Partial<typeof revision>): string => {
  try {
    redline(letter(), letter(), { ...revision, ...change });
  } catch (error) {
    if (error instanceof FuhanError) return error.code;
  }
  return 'none';
};

/** The words of one of the two versions, taken out of the comparison. */
function version(compared: readonly RedlineBlock[], without: 'added' | 'removed'): string[] {
  const words = (runs: RedlineBlock['runs']): string =>
    runs
      .filter(({ change }) => change !== without)
      .map(({ text }) => text)
      .join('');
  return compared
    .filter(({ change }) => change !== without)
    .map(({ rows, runs }) =>
      rows
        ? rows
            .filter(({ change }) => change !== without)
            .map(({ cells }) => cells.map(words).join('\t'))
            .join('\n')
        : words(runs),
    );
}
const texts = (model: LetterModel): string[] => printedBlocks(model).map(blockText);

describe('two versions compared', () => {
  it('should hold either version whole, whatever was edited', () => {
    fc.assert(
      fc.property(editedPair, ([before, after]) => {
        const compared = compare(before, after).blocks;
        expect([version(compared, 'added'), version(compared, 'removed')]).toEqual([
          texts(before),
          texts(after),
        ]);
      }),
      { numRuns: 40, endOnFailure: true },
    );
  });

  it('should find the words that changed and no more', () => {
    const { blocks: compared } = compare(
      withBlocks([paragraph('列入今年的预算。')]),
      withBlocks([paragraph('列入明年的预算。')]),
    );
    expect(
      compared.find(({ change }) => change === 'changed')?.runs.map(({ text, change }) => [text, change]),
    ).toEqual([
      ['列入', 'same'],
      ['今年', 'removed'],
      ['明年', 'added'],
      ['的预算。', 'same'],
    ]);
  });

  it('should count no change in the same letter', () => {
    expect(compare(letter(), letter()).counts).toEqual({ added: 0, removed: 0 });
  });

  it('should count characters, a rare one as one', () => {
    expect(compare(withBlocks([]), withBlocks([paragraph('𠮷')])).counts).toEqual({ added: 1, removed: 0 });
  });

  it('should know a moved paragraph at both its places', () => {
    const moved = compare(letter(), withBlocks([blocks[3]!, ...blocks.slice(0, 3)])).blocks.filter(
      (b) => b.moved === 1,
    );
    expect(moved.map(({ change }) => change).sort()).toEqual(['added', 'removed']);
  });

  it('should call the one paragraph moved that stands elsewhere, not the many it passed', () => {
    const after = withBlocks([
      blocks[3]!,
      ...blocks.slice(0, 2),
      { type: 'table', header: ['学校', '完成时间'], rows: [['云陵一中', '4月']] },
    ]);
    expect(
      compare(letter(), after).blocks.flatMap(({ moved, runs }) => (moved ? [runs[0]?.text] : [])),
    ).toEqual(['二是落实资金，列入今年的部门预算。', '二是落实资金，列入今年的部门预算。']);
  });

  it('should pair the same headings of a very long letter', () => {
    const many = Array.from({ length: 150 }, (_, i) => paragraph(`第${i}项工作已经完成。`));
    const compared = compare(
      withBlocks(many),
      withBlocks([paragraph('新写的一段。'), ...many.slice(0, 149)]),
    );
    expect(compared.counts).toEqual({ added: 6, removed: 12 });
  });

  it('should tell a new row from the rows that stayed', () => {
    const table = blocks[2] as Extract<LetterBlock, { type: 'table' }>;
    const longer = { ...table, rows: [...table.rows, ['新校', '9月']] };
    const compared = compare(letter(), withBlocks([blocks[0]!, blocks[1]!, longer, blocks[3]!]));
    expect(compared.blocks.find(({ kind }) => kind === 'table')?.rows?.map(({ change }) => change)).toEqual([
      'same',
      'same',
      'same',
      'same',
      'added',
    ]);
  });

  it('should see emphasis that went', () => {
    const plain = withBlocks(
      blocks.map((block) => (block.type === 'paragraph' ? { ...block, bold: [] } : block)),
    );
    expect(compare(letter(), plain).blocks.filter(({ change }) => change === 'changed')).toHaveLength(1);
  });
});

describe('who and when', () => {
  it.each(['', '   ', '甲\n乙', '甲\u0007', '长'.repeat(61)])(
    'should be refused with the name %j',
    (author) => {
      expect(refusal({ author })).toBe('letter.redline-author');
    },
  );

  it.each([
    '',
    '昨天',
    '2026-03-02',
    '2026-03-02T15:04:05',
    '2026-02-30T10:00:00Z',
    '2026-03-02T25:00:00Z',
    '2026-03-02T15:04:05"/>Z',
  ])('should be refused with the time %j', (at) => {
    expect(refusal({ at })).toBe('letter.redline-time');
  });

  it.each(['2026-03-02T15:04Z', '2026-03-02T15:04:05.123+08:00', '2026-03-02T15:04:05-05:30'])(
    'should be accepted at %s',
    (at) => {
      expect(refusal({ at })).toBe('none');
    },
  );
});

describe('the redline on screen', () => {
  const changed = html(withBlocks([...blocks.slice(0, 3), paragraph('二是落实资金，列入明年的部门预算。')]));

  it('should mark what went and what came with author and time', () => {
    expect(changed).toContain(
      '<del datetime="2026-03-02T15:04:05+08:00" title="邵珅 2026年3月2日 15:04（+08:00） 删去">今年</del><ins datetime="2026-03-02T15:04:05+08:00" title="邵珅 2026年3月2日 15:04（+08:00） 新增">明年</ins>',
    );
  });

  it('should say how much changed', () => {
    expect(changed).toContain('新增 2 字，删去 2 字。');
  });

  it('should say so when nothing did', () => {
    expect(html(letter())).toContain('两稿文字相同。');
  });

  it('should carry no script and load nothing', () => {
    expect(changed).not.toMatch(/<script|src=|href=|@import|url\(/);
  });

  it('should show typed tags as words, in the text as in the name', () => {
    expect(html(withBlocks([paragraph('<b>&')]), '"<i>')).not.toMatch(/<b>|<i>/);
  });

  it('should name a move where it went and where it came', () => {
    const moved = html(withBlocks([blocks[3]!, ...blocks.slice(0, 3)]));
    expect([moved.includes('移动1：移往别处'), moved.includes('移动1：由别处移来')]).toEqual([true, true]);
  });
});
