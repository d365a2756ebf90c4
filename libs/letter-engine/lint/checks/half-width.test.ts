import { CLEAN_TEXT, editedText, excerpts, slipsAfter, slipsInText } from '../testing/letters';
import { saying, slipsSaying, wrongAfter } from '../testing/saying';
import { halfWidth } from './half-width';

describe('half-width marks between Chinese', () => {
  it.each([
    ['课程丰富,深受欢迎。', '丰富,深受'],
    ['开课54场;参加2万人。', '4场;参加'],
    ['做法有三:一是宣传。', '有三:一是'],
    ['怎么办?靠大家。', '么办?靠大'],
    ['太好了!今后再办。', '好了!今后'],
    ['课程丰富.今后再办。', '丰富.今后'],
    ['夜校(含分校)已经开课。', '(含分校)'],
    ['夜校（含分校)已经开课。', '（含分校)'],
    ['夜校(NS)已经开课。', '(NS)'],
    ['所谓"夜校"就是晚上上课。', '"夜校"'],
    ['参加人数达2.6万,比去年多。', '6万,比去'],
    ['时间:2026年。', '时间:20'],
    ['依据<夜校管理办法>执行。', '<夜校管理办法>'],
  ])('should be found: %s', (words, wrong) => {
    expect(saying(halfWidth, words)).toEqual([wrong]);
  });

  it('should be told once for each kind of mark', () => {
    const [slip, ...others] = slipsSaying(halfWidth, '甲类,乙类,丙类都有。');
    expect([others.length, slip?.alsoAt?.length]).toEqual([0, 1]);
  });

  it('should be told once for a copy that has them throughout', () => {
    const slips = slipsInText(halfWidth, CLEAN_TEXT.replace(/，/g, ',').replace(/：/g, ':'));
    expect(slips.map(({ message }) => message)).toEqual(['全文用了半角标点。']);
  });

  it.each([
    ['课程丰富,深受欢迎。', '丰富，深受'],
    ['夜校(含分校)已经开课。', '（含分校）'],
    ['所谓"夜校"就是晚上上课。', '“夜校”'],
  ])('should be offered in full width: %s', (words, right) => {
    expect(slipsSaying(halfWidth, words)[0]?.replacement).toBe(right);
  });

  it('should be found round the class of the stored text', () => {
    expect(excerpts(slipsInText(halfWidth, editedText(['（B类）', '(B类)'])))).toEqual(['(B类)']);
  });

  it('should be found in the copies line', () => {
    expect(
      wrongAfter(halfWidth, ['市教育体育局、市人力资源社会保障局。', '市教育体育局(2份)、市商务局。']),
    ).toEqual(['(2份)']);
  });
});

describe('full-width digits and letters', () => {
  it('should be found', () => {
    expect(saying(halfWidth, '共有５４间教室。')).toEqual(['５４']);
  });

  it('should be offered in half width', () => {
    expect(slipsSaying(halfWidth, '分为ＡＢ两班。')[0]?.replacement).toBe('AB');
  });
});

describe('half-width marks that belong there', () => {
  it.each([
    '参加2.6万人次，占35.8%。',
    '总投资1,234,567元。',
    '每晚19:30开课，比例为1:3。',
    '报名网址为https://example.cn/a?b=1。',
    '邮箱为yexiao@example.cn。',
    '学习Smith, J.的课程（Open Class）讲义。',
    '采用PET-CT、f(x)等内容。',
    '型号为X-100(A)。',
  ])('should not be found: %s', (words) => {
    expect(saying(halfWidth, words)).toEqual([]);
  });

  it('should not be found in the area code', () => {
    expect(wrongAfter(halfWidth, ['0899-5550123', '(0899)5550123'])).toEqual([]);
  });

  it('should be left to another check in the mark of a heading', () => {
    expect(wrongAfter(halfWidth, ['2025年，全市在', '(一)基本情况\n\n2025年，全市在'])).toEqual([]);
  });

  it('should not be found in a clean letter', () => {
    expect(slipsAfter(halfWidth, ['烘焙', '烹饪'])).toEqual([]);
  });
});
