import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kindFields, proposalKinds } from '../../../test/fixtures/letters/kind-fields';
import { spoken } from '../../../test/fixtures/letters/spoken';
import { type LetterKind, letterKinds, letterModelSchema } from '../model/model';
import { composeLetter } from './compose';
import type { FieldsOf } from './fields';
import type { LetterWording } from './pieces';

const cases = letterKinds.flatMap((kind) => proposalKinds.map((proposal) => [kind, proposal] as const));
const expected = (kind: string, proposal: string): string =>
  readFileSync(join(__dirname, '../../../test/fixtures/letters/kinds', `${kind}.${proposal}.txt`), 'utf8');
const sample = kindFields('plenary');
const linesOf = <K extends LetterKind>(
  kind: K,
  change: Partial<FieldsOf<K>> = {},
  wording: LetterWording = {},
): string[] => spoken(composeLetter({ ...sample[kind], ...change }, wording));
const lineWith = (lines: readonly string[], word: string): string =>
  lines.find((line) => line.includes(word)) ?? '';

describe('the wording of every kind', () => {
  it.each(cases)('should be as the example says: %s about a %s', (kind, proposal) => {
    const letter = composeLetter(kindFields(proposal)[kind]);
    expect(`${spoken(letter).join('\n')}\n`).toBe(expected(kind, proposal));
  });

  it.each(cases)('should be a whole letter of its kind: %s about a %s', (kind, proposal) => {
    const letter = composeLetter(kindFields(proposal)[kind]);
    expect(letterModelSchema.parse(letter)).toMatchObject({
      kind,
      proposal: { title: expect.any(String) as string },
    });
  });

  it.each(cases)('should have its required lines: %s about a %s', (kind, proposal) => {
    const { title, addressees, opening, closing, signature, annotation } = composeLetter(
      kindFields(proposal)[kind],
    );
    const lines = [title, addressees[0], opening[0], closing, signature[0], annotation];
    expect(lines.filter((line) => (line ?? '') === '')).toEqual([]);
  });

  it.each(letterKinds)('should not speak of 委员 or 提案 to a 代表: %s', (kind) => {
    const letter = composeLetter(kindFields('npc_suggestion')[kind]);
    expect(spoken(letter).filter((line) => /委员(?!会)|提案|政协/.test(line))).toEqual([]);
  });

  it.each(letterKinds)('should not speak of 代表 or 人大 to a 委员: %s', (kind) => {
    expect(linesOf(kind).filter((line) => /代表|人大/.test(line))).toEqual([]);
  });

  it.each(letterKinds)('should speak of an 议案 as such: %s', (kind) => {
    const fields = kindFields('npc_suggestion')[kind];
    const bill = { ...fields, proposal: { ...fields.proposal, kind: 'npc_bill' } } as typeof fields;
    expect(composeLetter(bill).title).toMatch(/市八届人大五次会议第057号议案/);
  });

  it.each(letterKinds)('should end with a closing that is a sentence: %s', (kind) => {
    expect(composeLetter(sample[kind]).closing).toMatch(/。$/);
  });

  it.each(letterKinds)('should have no stop doubled and no bracket left open: %s', (kind) => {
    const text = linesOf(kind).join('\n');
    expect(text).not.toMatch(/[。，、；：]{2}|（）|《》|“”/);
  });

  it.each(letterKinds)('should leave amounts and percentages as they were typed: %s', (kind) => {
    const title = '投资1,386.5万元、增长15.6%';
    const proposal = { ...sample[kind].proposal, title };
    const fields = { ...sample[kind], proposal } as (typeof sample)[LetterKind];
    expect(composeLetter(fields).proposal.title).toBe(title);
  });
});

describe('the session', () => {
  it('should be the assembly’s own when a 代表 proposed', () => {
    expect(composeLetter(kindFields('npc_suggestion').reply).proposal.session).toBe('八届人大五次会议');
  });

  it('should stay as the rows say it when it has no number', () => {
    const { reply } = kindFields('npc_suggestion');
    const session = { term: 0, meeting: 0, text: '八届人大五次会议', committee: '市' };
    expect(composeLetter({ ...reply, session }).title).toContain('市八届人大五次会议');
  });
});

describe('an opinion', () => {
  it('should address the lead as what it is', () => {
    expect(lineWith(linesOf('opinion', { lead: { name: '市委统战部' } }), '收悉')).toMatch(
      /^贵部主办、我局会办/,
    );
  });

  it('should say when a commitment is due', () => {
    expect(lineWith(linesOf('opinion'), '200万元')).toBe(
      '计划于2026年12月31日前完成：落实首批换乘点建设资金200万元。',
    );
  });

  it('should keep its class as data and print it only when asked', () => {
    const { class: outcome, print } = composeLetter({ ...sample.opinion, outcomeClass: 'B' });
    expect([outcome, print]).toEqual(['B', { classMark: false }]);
  });
});

describe('a hand-over', () => {
  const tasks = (handlers: FieldsOf<'handOver'>['handlers']): string =>
    linesOf('handOver', { handlers })[
      linesOf('handOver', { handlers }).findIndex((line) => line.includes('办理分工')) + 1
    ]!;

  it.each([
    ['one unit alone', [{ name: '甲局', role: 'sole' }], '由甲局单独办理并答复。'],
    [
      'each its own part',
      [
        { name: '甲局', role: 'separate' },
        { name: '乙局', role: 'separate' },
      ],
      '由甲局和乙局按照各自职责分别办理、分别答复。',
    ],
    [
      'a lead without others',
      [{ name: '甲局', role: 'lead' }],
      '由甲局主办。主办单位负责牵头协调、汇总意见并统一答复。',
    ],
  ] as const)('should divide the work for %s', (_, handlers, words) => {
    expect(tasks(handlers)).toBe(words);
  });

  it('should speak to a single unit as one', () => {
    expect(lineWith(linesOf('handOver', { handlers: [{ name: '甲局', role: 'sole' }] }), '现交由')).toContain(
      '现交由你局办理',
    );
  });

  it('should name only the last days that were set', () => {
    const limits = { reply: '2026-06-08' };
    expect(linesOf('handOver', { limits })).toContain('答复请于2026年6月8日前送达提案者。');
  });

  it('should name many proposers by the first', () => {
    const proposers = ['甲', '乙', '丙', '丁'].map((name) => ({ name, kind: 'member' as const }));
    expect(lineWith(linesOf('handOver', { proposers }), '现交由')).toMatch(/^甲等4名委员提出的/);
  });
});

describe('a request for opinions', () => {
  it('should ask the proposers about a draft', () => {
    const lines = linesOf('opinionRequest', { audience: 'proposers', questions: [] });
    expect(lines.slice(2, 5)).toEqual([
      '云陵市交通运输局关于征求市政协八届五次会议第085031号提案答复稿意见的函',
      '闻人清和委员、乔未名委员：',
      '你们提出的《关于改善老城区公交接驳条件的建议》（提案第085031号）收悉。我局经研究已形成答复稿，现征求你们的意见。',
    ]);
  });

  it('should not number a single question', () => {
    expect(linesOf('opinionRequest', { questions: ['是否可行？'] })).toContain('是否可行？');
  });

  it('should do without a day', () => {
    expect(lineWith(linesOf('opinionRequest', { until: null }), '书面意见')).toMatch(/^请将书面意见函复我局/);
  });
});

describe('a request to be relieved', () => {
  it.each([
    [[{ name: '甲局', role: 'sole' }], '建议改由甲局单独办理。'],
    [[{ name: '甲局', role: 'co' }], '建议增加甲局会办。'],
    [
      [
        { name: '甲局', role: 'separate' },
        { name: '乙局', role: 'separate' },
      ],
      '建议改由甲局和乙局分别办理。',
    ],
  ] as const)('should say who should take it: %j', (suggested, words) => {
    expect(linesOf('returnRequest', { suggested })).toContain(words);
  });

  it('should say when only a part is meant', () => {
    const lines = linesOf('returnRequest', { scope: 'part' });
    expect([lineWith(lines, '收悉'), lineWith(lines, '改由')]).toEqual([
      expect.stringContaining('该提案部分内容不属我局职责范围') as string,
      expect.stringMatching(/^建议将上述内容改由/) as string,
    ]);
  });
});

describe('a request for more time', () => {
  it('should promise to tell the proposer who was not told yet', () => {
    expect(lineWith(linesOf('extension', { proposerTold: null }), '抓紧')).toMatch(
      /我局将及时向提案者说明。$/,
    );
  });

  it('should begin with the reasons when nothing was done yet', () => {
    expect(lineWith(linesOf('extension', { progress: [] }), '# ')).toBe('# 延期理由');
  });
});

describe('a chase', () => {
  it.each([
    ['sign', 'lead', '由贵局主办，按规定应于2026年6月8日前签收。'],
    ['opinion', 'co', '由贵局会办，按规定应于2026年6月8日前提出会办意见。'],
    ['reply', 'sole', '由贵局承办，按规定应于2026年6月8日前答复提案者。'],
  ] as const)('should say what is due: %s by a %s', (task, role, words) => {
    expect(linesOf('chase', { task, handler: { name: '市交通运输局', role } })[4]).toContain(words);
  });

  it('should not speak of days past before there are any', () => {
    expect(linesOf('chase', { overdueDays: 0, times: 1 })).toContain(
      '截至2026年6月12日，我委尚未收到贵局的答复函。',
    );
  });
});

describe('a correction', () => {
  it('should not number a single one', () => {
    expect(linesOf('correction', { corrections: [{ place: '标题', wrong: '甲', right: '乙' }] })).toContain(
      '标题中的“甲”更正为“乙”。',
    );
  });

  it('should say when the whole letter is void', () => {
    expect(linesOf('correction', { supersedes: true })).toContain('原函作废，以本函为准。');
  });

  it('should give the reason it was told', () => {
    expect(lineWith(linesOf('correction', { reason: '因录入疏忽，数字有误' }), '现更正如下')).toContain(
      '因录入疏忽，数字有误。现更正如下：',
    );
  });
});

describe('a request for comments', () => {
  const form = composeLetter(sample.commentRequest).attachments[0]!;

  it('should ask for both ratings with the three answers', () => {
    const [table] = form.blocks;
    const rows = table?.type === 'table' ? table.rows : [];
    expect(rows.filter(([, cell]) => cell === '□满意　□基本满意　□不满意').map(([label]) => label)).toEqual([
      '对办理工作的评价',
      '对办理结果的评价',
    ]);
  });

  it('should leave room for reasons, comments and a signature', () => {
    const [table] = form.blocks;
    const labels = table?.type === 'table' ? table.rows.map(([label]) => label) : [];
    expect(labels.slice(-3)).toEqual(['不满意的理由', '其他意见和建议', '提案者签名']);
  });

  it('should offer the proposer’s own page when there is one', () => {
    const link = 'https://fuhan.example/r/8Jk2?a=1&b=2';
    expect(linesOf('commentRequest', { link })).toContain(`你们也可以打开下面的专属网页填写：${link}`);
  });

  it('should be returned to the issuer where nobody else collects', () => {
    expect(lineWith(linesOf('commentRequest', { returnTo: null }), '征询意见表')).toContain('反馈我局。');
  });
});
