import { editedLetter, excerpts, slipsOf } from '../testing/letters';
import { saying, slipsSaying, wrongAfter } from '../testing/saying';
import { blankLeft } from './blank-left';

describe('blanks nobody filled in', () => {
  it.each([
    ['共投入____万元。', '____'],
    ['共投入××万元。', '××'],
    ['由XX局牵头。', 'XX'],
    ['由某某公司承办。', '某某'],
    ['项目（）已开工。', '（）'],
    ['项目（ ）已开工。', '（）'],
    ['依据《》执行。', '《》'],
    ['提出“”的做法。', '“”'],
    ['计划于2027年  月  日开工。', '2027年月日'],
    ['计划于2027年 月开工，2027年 月。', '2027年月'],
    ['计划于年 月 日开工。', '年月日'],
    ['于2025年×月建成。', '2025年×月'],
    ['共有×人报名。', '×'],
    ['数据待补充。', '待补充'],
    ['选址（待定）。', '（待定）'],
    ['时间另定（请业务科室补充）。', '（请业务科室补充）'],
    ['此处填写数据。', '此处填写数据'],
    ['TODO：补数字。', 'TODO：'],
    ['安排资金约万元。', '约万元'],
    ['共有？？人。', '？？'],
    ['收到第号提案。', '第号'],
  ])('should be found: %s', (words, wrong) => {
    expect(saying(blankLeft, words)[0]).toBe(wrong);
  });

  it('should be found behind a label of the contact', () => {
    expect(wrongAfter(blankLeft, ['舒砚，0899-5550123', '舒砚，电话：'])).toEqual(['电话：']);
  });

  it('should be found in lines that could not be read', () => {
    const model = { ...editedLetter(), unparsed: ['签发人：____'] };
    expect(excerpts(slipsOf(blankLeft, model))).toEqual(['____']);
  });

  it('should block the letter', () => {
    expect([blankLeft.severity, slipsSaying(blankLeft, '共××人。')[0]?.severity]).toEqual(['red', undefined]);
  });
});

describe('what only looks like a blank', () => {
  it.each([
    '今年5月日均客流4100人次。',
    '填报出生年月日即可。',
    '教室面积为3×4米。',
    '配备X光机两台。',
    '开设XXL号服装课。',
    '某企业捐赠图书。',
    '培养待业青年。',
    '待条件成熟后再行扩建。',
    '人员名单有待确定。',
    '办学经费充足（详见附件）。',
    '参加补充医疗保险（含大额补充保险）。',
    '今年3月日程已满。',
    '凡购票者凭第12号通知入场。',
    '实现产值亿元以上。',
  ])('should not be found: %s', (words) => {
    expect(saying(blankLeft, words)).toEqual([]);
  });

  it('should not be found in a form that is there to be filled in', () => {
    const model = { ...editedLetter(['到校学习。', '到校学习。____']), kind: 'commentRequest' as const };
    expect(slipsOf(blankLeft, model)).toEqual([]);
  });
});
