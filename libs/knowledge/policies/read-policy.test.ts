import { pointsIn } from './drafting-note';
import { readPolicy } from './read-policy';
import { isUnitList, unitsIn } from './unit-names';

const known = [
  { name: '中山市人力资源和社会保障局', shortName: '市人力资源社会保障局', aliases: ['市人社局'] },
  { name: '中山市财政局', shortName: '市财政局', aliases: [] },
  { name: '中山市教育和体育局', shortName: '市教育体育局', aliases: ['教育局'] },
  { name: '中山市体育局', shortName: '市体育局', aliases: ['市教育局'] },
];

const table = `附件
工作任务分解表
\t工作任务
\t主要措施
\t责任部门
\t一、办好食堂
\t1．建设老年食堂
\t利用闲置用房建设。
\t市人社局、市财政局

\t
\t对助餐员进行培训。
\t市人力资源社会保障局
\t二、宣传
\t2．开展宣传。
\t发放手册。`.split('\n');

const plan = `某市关于发布《某市助餐行动计划（2022-2025年）》的通知
发布时间：2022-6-6
　　一、总体情况
　　（一）现状。已有食堂30家。
　　二、工作目标
　　到2025年，建成食堂120家，覆盖率达到90%。
　　三、重点任务
　　（一）扩大供给。新建食堂。（市财政局、人力资源社会保障局按职能分工负责）
　　（二）保障安全。每月检查。（市市场监管局负责）
　　四、附件`.split('\n');

const note = `《助餐若干措施》起草说明
三、主要内容
（一）总则
本部分共提出三条内容：一是明确目的；二是明确对象。
拟解决痛点问题：一是远。二是贵。
（二）补贴
本部分共提出二条内容：一是补建设；二是补运营。`.split('\n');

describe('a table of tasks', () => {
  const { kind, title, sections, findings } = readPolicy(table, known);

  it('should be told by its head, and have its own heading for its name', () => {
    expect([kind, title]).toEqual(['taskTable', '工作任务分解表']);
  });

  it('should give each task its measures, and each measure its units under the names of the place', () => {
    expect(sections[0]).toEqual({
      group: '一、办好食堂',
      number: 1,
      title: '建设老年食堂',
      measures: [
        { text: '利用闲置用房建设。', units: ['市人力资源社会保障局', '市财政局'], source: '第 8 行' },
        { text: '对助餐员进行培训。', units: ['市人力资源社会保障局'], source: '第 12 行' },
      ],
      measureCount: 2,
    });
  });

  it('should say where a measure names nobody', () => {
    expect(sections[1]?.measures).toEqual([{ text: '发放手册。', units: [], source: '第 16 行' }]);
    expect(findings.map(({ id }) => id)).toEqual(['measure.no-units']);
  });
});

describe('a plan of action', () => {
  const { kind, title, issuer, date, sections, targets, findings } = readPolicy(plan, known);

  it('should be named by what is published, by whom and when', () => {
    expect([kind, title, issuer, date]).toEqual([
      'actionPlan',
      '某市助餐行动计划（2022-2025年）',
      '某市',
      '2022-06-06',
    ]);
  });

  it('should give the measures that name who is responsible, chapter by chapter', () => {
    expect(sections.map(({ number, title: name, measureCount }) => [number, name, measureCount])).toEqual([
      [3, '重点任务', 2],
    ]);
    expect(sections[0]?.measures[0]?.units).toEqual(['市财政局', '市人力资源社会保障局']);
  });

  it('should give the figures to be reached with their year, not those that were', () => {
    expect(targets.map(({ year, name, value }) => [year, name, value])).toEqual([
      [2025, '建成食堂', '120家'],
      [2025, '覆盖率', '90%'],
    ]);
  });

  it('should name a unit the place does not know', () => {
    expect(findings.map(({ id, message }) => [id, message.includes('市市场监管局')])).toEqual([
      ['unit.unknown', true],
    ]);
  });
});

describe('a note on a draft', () => {
  const { kind, sections, findings } = readPolicy(note, known);

  it('should count as the text counts, and list what it enumerates; problems are no measures', () => {
    expect([kind, sections.map(({ measureCount, measures }) => [measureCount, measures.length])]).toEqual([
      'draftingNote',
      [
        [3, 2],
        [2, 2],
      ],
    ]);
  });

  it('should say where the two differ', () => {
    expect(findings).toEqual([
      {
        id: 'measure.count',
        message: '“总则”写明共 3 条，只列出 2 条。请对照正文补全。',
        source: '第 4 行',
      },
    ]);
  });

  it('should read its points without their numbers', () => {
    expect(pointsIn('一是补建设；二是补运营，由区负责。')).toEqual(['补建设', '补运营，由区负责']);
  });
});

describe('names of units', () => {
  it.each([
    ['市科技局、市财政局', true],
    ['各镇街', true],
    ['支持企业参加展览会。', false],
    ['统筹建设，由市科技局', false],
  ])('should be told from a measure: %s', (text, expected) => {
    expect(isUnitList(text)).toBe(expected);
  });

  it('should not be guessed where two units would fit', () => {
    const { units, findings } = unitsIn('教育局', [known[2]!, known[3]!], '第 1 行');
    expect([units, findings]).toEqual([['市教育体育局'], []]);
    expect(unitsIn('区教育局', [known[2]!, known[3]!], '第 1 行').findings[0]?.id).toBe('unit.ambiguous');
  });
});

describe('what is no policy', () => {
  it.each([[[]], [['一封信。']], [['']]])('should be refused: %j', (lines) => {
    expect(() => readPolicy(lines, known)).toThrow(expect.objectContaining({ code: 'policy.unrecognised' }));
  });
  it('should be refused when it has no end', () => {
    expect(() => readPolicy(Array<string>(20_001).fill('字'), known)).toThrow(
      expect.objectContaining({ code: 'policy.too-long' }),
    );
  });
});
