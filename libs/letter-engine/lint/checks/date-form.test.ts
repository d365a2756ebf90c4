import { editedText, excerpts, slipsAfter, slipsInText, slipsOf, editedLetter } from '../testing/letters';
import { dateForm } from './date-form';

const dated = (date: string): string[] => excerpts(slipsAfter(dateForm, ['2026年6月9日\n', `${date}\n`]));

describe('dates written wrongly', () => {
  it.each([
    '2026年06月09日',
    '2026年6月09日',
    '二〇二六年六月九日',
    '二零二六年六月九日',
    '2026年六月九日',
    '2026-06-09',
    '2026.6.9',
    '2026/6/9',
    '20260609',
    '202669',
    '26年6月9日',
    '2026年6月',
    '6月9日',
    '2026年6月9号',
    '２０２６年６月９日',
    '2026年2月30日',
    '2026年13月9日',
    '2026年6月31日',
  ])('should find %s', (date) => {
    expect(dated(date)).toEqual([date]);
  });

  it('should offer the right form', () => {
    expect(slipsAfter(dateForm, ['2026年6月9日\n', '2026年06月09日\n'])[0]?.replacement).toBe('2026年6月9日');
  });

  it('should offer nothing for a day that does not exist', () => {
    expect(slipsAfter(dateForm, ['2026年6月9日\n', '2026年2月30日\n'])[0]?.replacement).toBeUndefined();
  });

  it.each([
    ['2026年06月09日', '前面多了0'],
    ['二〇二六年六月九日', '汉字数字'],
    ['2026年2月30日', '不是存在的日子'],
    ['26年6月9日', '年份没有写全'],
    ['2026-06-09', '没有写成'],
  ])('should say of %s what is wrong: %s', (date, words) => {
    expect(slipsAfter(dateForm, ['2026年6月9日\n', `${date}\n`])[0]?.message).toContain(words);
  });
});

describe('dates with nothing to tell', () => {
  it.each(['2026年12月31日', '2026年6月10日', '2026 年 6 月 9 日', '2028年2月29日'])(
    'should let %s stand',
    (date) => {
      expect(dated(date)).toEqual([]);
    },
  );

  it('should let the clean letter’s date stand', () => {
    expect(slipsInText(dateForm, editedText())).toEqual([]);
  });

  it('should leave a date that is not there to the check of lines', () => {
    expect(slipsAfter(dateForm, ['2026年6月9日\n', ''])).toEqual([]);
  });

  it('should not take a day in the running text for the date', () => {
    expect(slipsAfter(dateForm, ['2025年，全市', '2025-03-09，全市'])).toEqual([]);
  });

  it('should be silent on a draft, which has no stored text', () => {
    expect(slipsOf(dateForm, editedLetter())).toEqual([]);
  });
});
