import { editedText, excerpts, slipsAfter, slipsInText } from '../testing/letters';
import { classFits } from './class-fits';

const AS_A = ['（B类）', '（A类）'] as const;
/** The clean letter as one of class A, with a sentence more. */
const saying = (sentence: string): string[] =>
  excerpts(slipsAfter(classFits, AS_A, ['用于添置桌椅和照明。', `用于添置桌椅和照明。${sentence}`]));

describe('letters of class A that refuse', () => {
  it.each([
    ['市财政已无财力安排专项经费。', '已无财力安排'],
    ['目前无法安排专职编制。', '目前无法安排'],
    ['我市暂不具备建设独立校舍的条件。', '暂不具备建设独立校舍的条件'],
    ['经研究，不予采纳。', '不予采纳'],
    ['受编制限制，该建议暂时难以落实。', '暂时难以落实'],
    ['由于条件尚不成熟，未在今年实施。', '条件尚不成熟'],
    ['此事不属我局职责范围。', '不属我局职责'],
    ['此事不属于我市事权，请予理解。', '不属于我市事权'],
    ['此事不在我局权限之内。', '不在我局权限'],
    ['该项建议留作今后工作参考。', '留作今后工作参考'],
    ['该工程暂缓实施。', '暂缓实施'],
    ['经费未能列入年度预算，因此未能安排。', '未能列入'],
  ])('should be found: “%s”', (sentence, words) => {
    expect(saying(sentence)).toEqual([`A类 … ${words}`]);
  });

  it.each(['暂不采纳。', '不属我市职责范围。', '留作参考。'])(
    'should be found by the verdict %s',
    (verdict) => {
      expect(excerpts(slipsAfter(classFits, AS_A, ['部分采纳。', verdict]))).toEqual([`A类 … ${verdict}`]);
    },
  );

  it('should be told once, with every place', () => {
    const [slip, ...rest] = slipsAfter(
      classFits,
      AS_A,
      ['用于添置桌椅和照明。', '暂不具备开课条件。'],
      ['今后，我局', '该建议不予采纳。今后，我局'],
    );
    expect([slip?.alsoAt?.length, rest]).toEqual([2, []]);
  });
});

describe('letters of class A that only plan', () => {
  it.each([
    ['待条件成熟后再研究实施。', '待条件成熟后再研究实施'],
    ['列入下一步工作计划。', '列入下一步工作计划'],
    ['今后逐步研究解决。', '今后逐步研究解决'],
    ['相关办法尚在论证阶段。', '尚在论证阶段'],
    ['时机成熟时再行扩建。', '时机成熟时'],
  ])('should be found: “%s”', (sentence, words) => {
    expect(saying(sentence)).toEqual([`A类 … ${words}`]);
  });

  it('should be found where a section tells of nothing but plans', () => {
    const slips = slipsAfter(classFits, AS_A, [
      /市文化广电旅游局会同[^]*?下一步，[^\n]*/,
      '下一步，我局将清理闲置校舍。市财政局将安排补助资金。',
    ]);
    expect(excerpts(slips)).toEqual(['A类 … 下一步']);
  });
});

describe('letters of class A that are not divided by asks', () => {
  const whole = (body: string): string[] =>
    excerpts(slipsAfter(classFits, AS_A, [/一、[^]*今后，[^\n]*/, body]));

  it('should be found where they only plan', () => {
    expect(whole('夜校是一件好事。我局将探索办学的路径，争取形成办法。')).toEqual([
      'A类 … 我局将探索办学的路径',
    ]);
  });

  it('should be found where they wait for others', () => {
    expect(whole('已列入省规划，待省厅评审后，方可下达投资计划。')).toEqual(['A类 … 待省厅评审后，方可下达']);
  });

  it('should be let alone where something was done', () => {
    expect(whole('夜校已经开课。我局将增加场地。')).toEqual([]);
  });
});

describe('letters whose class fits', () => {
  it.each([
    '针对部分学员晚间无法到校的困难，已开设线上课程。',
    '山区学校如白石中学还没有独立的阅览场地，已改用流动书车。',
    '我市高校均未设置相关专业，已从外地聘请教师。',
    '不能按时到课的学员可以补课。',
    '对不具备消防条件的场地，一律停用。',
    '下一步，将继续增加场地。',
    '解决了居民无处学习的问题。',
  ])('should be let alone: “%s”', (sentence) => {
    expect(saying(sentence)).toEqual([]);
  });

  it.each(['B', 'C'])('should be let alone when it is %s', (mark) => {
    const text = editedText(['（B类）', `（${mark}类） `], ['部分采纳。', '暂不采纳。']);
    expect(slipsInText(classFits, text)).toEqual([]);
  });

  it('should be let alone when the letter has no class', () => {
    expect(slipsAfter(classFits, ['（B类）\n', ''], ['部分采纳。', '暂不采纳。'])).toEqual([]);
  });

  it('should be let alone when all was done', () => {
    expect(slipsInText(classFits, editedText(['（B类）', '（A类）']))).toEqual([]);
  });
});
