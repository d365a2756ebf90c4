import { editedText, excerpts, slipsAfter, slipsInText } from '../testing/letters';
import { dateFacts } from './date-facts';

const after = (from: string, to: string): string[] => excerpts(slipsAfter(dateFacts, [from, to]));
/** A sentence put into the letter of 9 June 2026. */
const saying = (sentence: string): string[] =>
  after('用于添置桌椅和照明。', `用于添置桌椅和照明。${sentence}`);

describe('facts later than the date', () => {
  it.each([
    ['截至2026年8月，累计开课1200场。', '截至2026年8月'],
    ['截至2027年3月，全市共有夜校52所。', '截至2027年3月'],
    ['截止2026年7月底，已有3万人报名。', '截止2026年7月底'],
    ['2026年7月3日，夜校教师协会正式成立。', '2026年7月3日'],
    ['2026年6月20日，市里召开了夜校现场会。', '2026年6月20日'],
    ['6月30日，已完成全部教室的消防验收。', '6月30日'],
    ['今年1-8月，累计发放补助120万元。', '今年1-8月'],
    ['2027年，全市举办夜校开放日36场。', '2027年'],
    ['自2027年起已将夜校列为考核事项。', '2027年'],
    ['7月15日，我市成功举办青年夜校节。', '7月15日'],
    ['今年1—8月，全市共受理报名3.1万人次。', '今年1—8月'],
    ['我局于7月2日登门与提案者沟通。', '7月2日'],
    ['为此印发了云文旅〔2027〕3号文件。', '〔2027〕3号'],
  ])('should find “%s”', (sentence, words) => {
    expect(saying(sentence)).toEqual([`2026年6月9日 … ${words}`]);
  });

  it('should find the letter’s facts when its date is too early', () => {
    expect(after('2026年6月9日', '2025年6月9日')).toEqual(['2025年6月9日 … 截至2026年4月']);
  });

  it('should find a fact of the same year when its date is too early', () => {
    expect(after('2026年6月9日', '2026年2月9日')).toEqual(['2026年2月9日 … 截至2026年4月']);
  });

  it('should find a fact in the first part too', () => {
    expect(after('截至2026年4月', '截至2026年9月')).toEqual(['2026年6月9日 … 截至2026年9月']);
  });

  it('should tell the date once, however many facts there are', () => {
    const [slip, ...rest] = slipsAfter(dateFacts, [
      '用于添置桌椅和照明。',
      '截至2026年8月，已用完。截至2026年9月，已验收。',
    ]);
    expect([slip?.excerpt, slip?.alsoAt?.length, rest]).toEqual(['2026年6月9日 … 截至2026年9月', 2, []]);
  });
});

describe('later days that are no facts', () => {
  it.each([
    '新课程将于2027年开设。',
    '2030年前建成覆盖全市的夜校网。',
    '依照《云陵市夜校规划（2024-2030年）》推进。',
    '我市已印发《云陵市夜校三年行动计划（2026-2028年）》。',
    '计划2027年3月完成老城区布点。',
    '预计2026年8月可以开课。',
    '到2028年，夜校达到60所。',
    '《办法》自2027年1月1日起施行。',
    '合同有效期至2028年12月。',
    '已将江北教室列入2027年改造计划。',
    '已列入2027年预算。',
    '力争2026年年底前全部验收。',
    '报名截止日期为2026年7月1日。',
    '下一步，增加场次。2026年9月，举办第二届夜校节。',
    '“十五五”期间（2026—2030年）再建20所。',
    '2027年夜校项目已经立项。',
    '拟于2026年9月召开现场会。',
    '力争通过三年努力，2029年实现镇街全部开课。',
  ])('should let “%s” stand', (sentence) => {
    expect(saying(sentence)).toEqual([]);
  });

  it.each([
    '2026年6月9日，已与您电话沟通。',
    '2025年11月，召开了现场会。',
    '2024年，市里印发办法，当年11月发布了名录。',
    '去年12月，已完成验收。',
    '今年5月，完成了验收。',
    '每年9月举办夜校节，已办三届。',
    '“2027未来之夜”活动已办三场。',
  ])('should let “%s” stand', (sentence) => {
    expect(saying(sentence)).toEqual([]);
  });

  it('should take the autumn’s months in a letter of early spring for last year’s', () => {
    const text = editedText(
      ['2026年6月9日', '2026年2月9日'],
      ['截至2026年4月', '截至2025年12月'],
      ['今年3月已', '11月，已'],
    );
    expect(slipsInText(dateFacts, text)).toEqual([]);
  });

  it('should be silent where the letter has no date', () => {
    expect(after('2026年6月9日\n', '')).toEqual([]);
  });
});
