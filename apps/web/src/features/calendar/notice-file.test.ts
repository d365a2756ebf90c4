import { readNotice } from './notice-file';

const notice = {
  year: 2027,
  source: '国办发明电〔2026〕9号',
  holidays: [{ name: '元旦', from: '2027-01-01', to: '2027-01-03' }],
  workdays: ['2027-02-14'],
};
const problemOf = (text: string): string => {
  const found = readNotice(text);
  return 'problem' in found ? found.problem : '';
};

describe('a file with a year’s notice', () => {
  it.each([
    ['one table', notice],
    ['a list of one', [notice]],
  ])('should fill in the form when it is %s', (_, content) => {
    expect(readNotice(JSON.stringify(content))).toEqual({ notice: { ...notice, extraDaysOff: 0 } });
  });

  it('should be read with the mark that some editors put in front', () => {
    expect(readNotice(`\uFEFF${JSON.stringify(notice)}`)).toHaveProperty('notice');
  });

  it('should keep the days off that a notice of their own has added', () => {
    expect(readNotice(JSON.stringify({ ...notice, extraDaysOff: 2 }))).toMatchObject({
      notice: { extraDaysOff: 2 },
    });
  });

  it('should be refused when it holds several years, with the way to import those', () => {
    expect(problemOf(JSON.stringify([notice, { ...notice, year: 2028 }]))).toContain('文件里有 2 年的安排');
  });

  it.each([
    ['no JSON', '放假', '不是 JSON'],
    ['an empty list', '[]', '不是放假安排'],
    ['a word', '"放假"', '不是放假安排'],
    ['null', 'null', '不是放假安排'],
    ['without holidays', JSON.stringify({ ...notice, holidays: undefined }), '不是放假安排'],
    [
      'a holiday without its end',
      JSON.stringify({ ...notice, holidays: [{ name: '元旦', from: '2027-01-01' }] }),
      '不是放假安排',
    ],
    ['make-up days that are no texts', JSON.stringify({ ...notice, workdays: [20270214] }), '不是放假安排'],
  ])('should be refused when it is %s', (_, text, words) => {
    expect(problemOf(text)).toContain(words);
  });
});
