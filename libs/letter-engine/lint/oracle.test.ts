import { itWithSeed, twinText } from '../../../test/fixtures/letters/letters';
import { importLetter } from '../import/import-letter';
import { letterChecks } from './checks';
import { lintContext, type LintPlace } from './context';
import { lintLetter } from './lint-letter';
import { yunling, zhongshan } from './testing/place';

/** The checks of form, facts, units, asks and class; those of language have blocks of their own. */
const FORM = new Set(
  (
    'date-number-year date-facts date-form proposal-session proposal-number-agree unit-unknown unit-two-names unit-not-asked ' +
    'copy-to-order suggestion-unanswered suggestion-quote verdict-missing verdict-run-on next-step-missing class-missing ' +
    'class-allowed class-fits required-lines lines-order area-code signer-unit contact-recorded publication-fits'
  ).split(' '),
);
const checks = letterChecks.filter(({ id }) => FORM.has(id));

/** What these checks say of a bare text: weight, check and wrong words, one line each. */
const said = (text: string, place: LintPlace): string[] =>
  lintLetter(importLetter(text), lintContext(place, { source: text }), checks)
    .map(({ severity, id, excerpt }) => `${severity} ${id} ${excerpt}`.trim())
    .sort();

const edited = (text: string, from: string, to: string): string => {
  if (!text.includes(from)) throw new Error(`nothing to edit: ${from}`);
  return text.replace(from, to);
};

describe('the oracle: form, units and asks of the real letters', () => {
  it('should know every check it speaks of', () => {
    expect(checks).toHaveLength(FORM.size);
  });

  itWithSeed('000', 'should find in the first letter just its slips', (text) => {
    expect(said(text, zhongshan())).toEqual([
      'red date-facts 2024年9月16日 … 截至2025年6月',
      'red date-number-year 2024年9月16日 … 中工信函〔2025〕122号',
      'yellow class-missing',
      'yellow next-step-missing 三、关于“鼓励协同创新，推动产业链创新链深度融合”的建议',
      'yellow next-step-missing 五、关于“实施人才计划，加快高端医疗装备人才引育”的建议',
      'yellow unit-not-asked 市医保局',
      'yellow unit-not-asked 市委组织部',
      'yellow unit-not-asked 市财政局',
      'yellow unit-two-names 市人社局 … 市人力资源社会保障局',
    ]);
  });

  itWithSeed('002', 'should find in the second letter just its slips', (text) => {
    expect(said(text, zhongshan())).toEqual([
      'red suggestion-quote “推进医疗机构与医药企业合作。”',
      'red suggestion-quote “推进医科院校工科专业“医工结合”实验教学的。”',
      'red unit-unknown 市工业信局',
      'yellow area-code 88315757',
      'yellow copy-to-order 会办单位 … 市卫生健康局、市教育和体育局',
      'yellow next-step-missing 二、关于“推进医疗机构与医药企业合作。”的建议',
      'yellow unit-not-asked 市医保局',
      'yellow unit-not-asked 市发改局',
      'yellow unit-not-asked 市市场监管局',
      'yellow unit-not-asked 市科技局',
      'yellow unit-not-asked 市财政局',
      'yellow verdict-run-on 一、关于“建立医工信交叉研究实体机构或平台”的建议 采纳吸收建议。',
    ]);
  });
});

describe('the oracle on the letters’ twins', () => {
  const first = [
    'red unit-unknown 市人力资源保障局',
    'yellow class-missing',
    'yellow next-step-missing 三、关于“壮大赛事活动，擦亮户外运动品牌”的建议',
    'yellow next-step-missing 五、关于“培养服务队伍，提升户外旅游专业水平”的建议',
    'yellow unit-not-asked 市卫生健康局',
    'yellow unit-not-asked 市应急管理局',
    'yellow unit-not-asked 市教育局',
    'yellow unit-two-names 市文旅局 … 市文化广电旅游局',
  ];

  it('should find in the first twin just its slips', () => {
    expect(said(twinText('000'), yunling)).toEqual(first);
  });

  it('should find the date of the first letter planted in its twin', () => {
    const damaged = edited(twinText('000'), '2026 年 6 月 9 日', '2025 年 9 月 16 日');
    expect(said(damaged, yunling)).toEqual(
      [
        ...first,
        'red date-facts 2025年9月16日 … 截至2026年4月',
        'red date-number-year 2025年9月16日 … 云文旅函〔2026〕86号',
      ].sort(),
    );
  });

  it('should find in the second twin just its slips', () => {
    expect(said(twinText('002'), yunling)).toEqual([
      'red suggestion-quote “开设面向中学生文献检索“馆校协同”实践课的。”',
      'red suggestion-quote “推进图书馆与中小学校开展课程合作。”',
      'red unit-unknown 市文广局',
      'yellow area-code 5550178',
      'yellow copy-to-order 会办单位 … 市教育体育局、市科学技术局',
      'yellow next-step-missing 二、关于“推进图书馆与中小学校开展课程合作。”的建议',
      'yellow unit-not-asked 市人社局',
      'yellow unit-not-asked 市财政局',
      'yellow unit-two-names 市教体局 … 市教育体育局',
      'yellow verdict-run-on 一、关于“设立馆校共用的阅读中心或者分馆”的建议 采纳该建议。',
    ]);
  });
});

describe('the oracle on a clean letter', () => {
  it('should find nothing in a twin whose slips were mended', () => {
    const mended = [
      ['（提案第 085027 号）', '（提案第085027号）'],
      ['市人力资源保障局将其列入', '市农业农村局将其列入'],
      ['市卫生健康局、市应急管理局、市气象局', '市气象局'],
      ['市教育局、市文旅局共同实施', '市商务局、市文化广电旅游局共同实施'],
      ['未发生责任事故。', '未发生责任事故。今后将逐年扩充救援力量。'],
      ['让外出青年看到了回乡创业的机会。', '让外出青年看到了回乡创业的机会。下一步，再办4场宣讲。'],
      ['云陵市文化广电旅游局\n\n云文旅函', '（A类）\n\n云陵市文化广电旅游局\n\n云文旅函'],
    ].reduce((text, [from, to]) => edited(text, from!, to!), twinText('000'));
    expect(said(mended, yunling)).toEqual([]);
  });
});
