import { cleanLetters } from '../../../test/fixtures/letters/clean/clean-letters';
import { importLetter } from '../import/import-letter';
import { findPromises } from './find-promises';

const found = (...paragraphs: string[]): string[] =>
  findPromises(
    paragraphs.map((text) => ({ heading: text.startsWith('#'), text: text.replace('#', '') })),
    '2026-06-05',
  ).map(({ text }) => text);

describe('the promises of a letter', () => {
  it.each([
    '下一步，我局将把底数并入产业地图。',
    '市文化旅游局将在湖心亭增设一处露天放映点。',
    '接下来，我局将持续加大投入。',
    '我局将于2026年底前出台办法。',
    '首批11处驿站预计年内投用。',
    '力争2027年春灌前开工。',
    '拟在白石渡、柳树湾先行试点。',
    '计划8月底前完工并投入使用。',
    '该项目已列入2027年建设计划。',
    '工程已进场，预计年底前完工。',
    '今后，我局将每年公布一次目录。',
  ])('should be found: %s', (text) => {
    expect(found(text)).toHaveLength(1);
  });

  it.each([
    '我局已将该渠列入中型灌区改造规划。',
    '市气象局加密布设雨量站86个，将预报精细到镇街。',
    '2024年完成了36处站台改造。',
    '会议明确整治小区46个，计划投资3.2亿元。',
    '2022—2025年共争取上级专项资金468万元。',
    '经研究，现将办理情况答复如下。',
    '由企业负责供水，凡比对不符的退回补正并列入失信名单。',
    '如您对答复有不同看法，我们将及时改进。',
    '下一步，我局将进一步加强宣传，营造良好氛围。',
    '下一步，我局将重点做好以下工作。',
    '草拟了办法，正在征求意见。',
  ])('should not be found in what promises nothing to hold anybody to: %s', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('should be told without what only leads to them', () => {
    expect(found('下一步，我局将于年底前出台办法。')).toEqual(['我局将于年底前出台办法']);
  });

  it('should be each point of what is announced', () => {
    const points = '下一步，我局将做好以下工作。一是摸清全市底数。二是建成十处示范点。去年已完成三处。';
    expect(found(points)).toEqual(['摸清全市底数', '建成十处示范点']);
  });

  it('should be what stands under a heading that announces it, up to the next', () => {
    expect(found('#（二）下一步工作', '摸清全市底数。', '#（三）说明', '全市共有三处。')).toEqual([
      '摸清全市底数',
    ]);
  });

  it('should be several in one sentence whose parts are due at times of their own', () => {
    const both = '力争2026年底前出台办法；2027年6月底前建成十处。';
    expect(findPromises([{ heading: false, text: both }], '2026-06-05').map(({ dueOn }) => dueOn)).toEqual([
      '2026-12-31',
      '2027-06-30',
    ]);
  });
});

/** What is proposed of the letters without a slip: by name, the beginnings in their order. */
const ofCleanLetters: Record<string, string[]> = {
  '000': ['我局将会同市住房城乡建设局完成', '我局将把海绵理念', '出台《云陵市内涝', '我局将按照《云陵市国民'],
  '002': ['还将支持柑橘研究院', '我局将会同市文化旅游局每半年', '我局将积极动员'],
  '02': ['待相关规定出台后'],
  '04': ['我局将加强与上级部门'],
  '09': ['我局已将该树'],
  '10': ['区有关部门将对照'],
  '12': ['我局将把购书经费'],
  '15': ['各社区如确有需要'],
  '16': ['我局将每年公布一次'],
  n3: ['我委经现场踏勘', '工程已于今年4月进场'],
  'opinion-01': ['今年我局将围绕', '公交服务中心将逐站', '我局将在道路改造'],
  'opinion-03': ['我局将配合贵局'],
};

describe('the promises of the clean letters', () => {
  it.each(cleanLetters().map(({ name, text }) => [name, text] as const))(
    'should be these and no others: %s',
    (name, text) => {
      const { sections, date } = importLetter(text);
      const blocks = sections.flatMap((section) =>
        section.blocks.flatMap((block) =>
          block.type === 'table' ? [] : [{ heading: block.type === 'heading', text: block.text }],
        ),
      );
      const proposed = findPromises(blocks, date ?? '2026-06-05').map((each) => each.text);
      const expected = ofCleanLetters[name] ?? [];
      expect(proposed.map((each, i) => each.slice(0, expected[i]?.length ?? 12))).toEqual(expected);
    },
  );
});
