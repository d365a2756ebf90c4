import { editedLetter, excerpts, slipsAfter, slipsOf } from '../testing/letters';
import { saying, slipsSaying, wrongAfter } from '../testing/saying';
import { bracketsBalance } from './brackets-balance';

describe('marks that do not pair', () => {
  it.each([
    ['所谓“夜校就是晚上上课。', '“夜校就是晚上上课'],
    ['所谓夜校”就是晚上上课。', '次到校学习。所谓夜校”'],
    ['夜校（含分校已经开课。', '（含分校已经开课'],
    ['夜校含分校）已经开课。', '到校学习。夜校含分校）'],
    ['出台《夜校办法，推动开课。', '《夜校办法'],
    ['所谓“社区“夜校”课程”很多。', '“夜校”课程”很多'],
    ['所谓“夜校（分校”）很多。', '（分校”）很多'],
    ['按照【夜校办法执行。', '【夜校办法执行'],
  ])('should be found: %s', (words, wrong) => {
    expect(saying(bracketsBalance, words).map((said) => said.slice(-wrong.length))).toEqual([wrong]);
  });

  it('should weigh more in a heading', () => {
    const [slip] = slipsAfter(bracketsBalance, ['一、社区夜校基本情况', '一、社区夜校（全市基本情况']);
    expect(slip?.severity).toBe('red');
  });

  it('should weigh less in the text', () => {
    expect(slipsSaying(bracketsBalance, '所谓“夜校就是晚上上课。')[0]?.severity).toBeUndefined();
  });

  it('should be left to the check of quotations in the heading of an ask', () => {
    expect(wrongAfter(bracketsBalance, ['二、关于“增加夜校场地', '二、关于“增加“夜校”场地'])).toEqual([]);
  });

  it('should be left to the check of titles in the opening', () => {
    expect(wrongAfter(bracketsBalance, ['晚间生活的建议》', '晚间生活的建议'])).toEqual([]);
  });

  it('should be found in the closing', () => {
    const model = { ...editedLetter(), closing: '专此答复（附课程表。' };
    expect(excerpts(slipsOf(bracketsBalance, model))).toEqual(['（附课程表']);
  });
});

describe('quotes in the wrong place', () => {
  it.each([
    ['成功“举办2026云陵读书节、非遗展演”启动仪式。', '“举办2026云陵读书节、非遗展演”'],
    ['联合“印发夜校管理办法”并公布。', '“印发夜校管理办法”'],
    ['顺利“召开云陵读书大会”一次。', '“召开云陵读书大会”'],
    ['打造“十五分钟阅读圈的”品牌。', '“十五分钟阅读圈的”'],
    ['打造“，阅读圈”品牌。', '“，阅读圈”'],
    ['开设“书法、”等课程。', '“书法、”'],
  ])('should be found: %s', (words, wrong) => {
    expect(saying(bracketsBalance, words)).toEqual([wrong]);
  });

  it.each([
    '成功举办“2026云陵读书节”启动仪式。',
    '积极“走出去”“引进来”。',
    '提出“举办读书节”的建议。',
    '居民提出的“开展夜间课程”已经落实。',
    '形成“十五分钟阅读圈”。',
    '以“看得见、用得上的”为准。'.replace('的”', '”'),
    '列入“十五五”规划（草案）。',
    '一是“线上+线下”；二是‘双轨’。',
    '1）场地；2）师资。',
  ])('should not be found: %s', (words) => {
    expect(saying(bracketsBalance, words)).toEqual([]);
  });

  it('should not be found in a clean letter', () => {
    expect(wrongAfter(bracketsBalance, ['烘焙', '烹饪'])).toEqual([]);
  });
});
