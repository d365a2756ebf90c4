import { emptyLetter } from '../../model/model';
import {
  CLEAN_CASE,
  editedLetter,
  editedText,
  slipsAfter,
  slipsInCase,
  slipsInText,
  slipsOf,
} from '../testing/letters';
import { yunling } from '../testing/place';
import { requiredLines } from './required-lines';

const told = (slips: ReturnType<typeof slipsOf>): string[] =>
  slips.map(({ severity, message }) => `${severity} ${message}`);
const without = (from: string | RegExp, to = ''): string[] => told(slipsAfter(requiredLines, [from, to]));

describe('lines that are missing', () => {
  it.each([
    ['云文旅函〔2026〕52号\n', 'red 缺发文字号。'],
    ['云陵市文化广电旅游局关于市政协八届五次会议第085041号提案答复的函\n', 'red 缺标题。'],
    ['2026年6月9日\n', 'red 缺成文日期。'],
    ['（联系人及电话：舒砚，0899-5550123）\n', 'yellow 缺联系人。'],
    ['公开方式：主动公开。\n', 'yellow 缺公开方式。'],
    [/抄送：[^\n]*\n/, 'yellow 缺抄送。'],
    [/专此答复[^\n]*\n/, 'yellow 缺结尾。'],
    ['，0899-5550123', 'yellow 缺联系电话。'],
  ])('should be found without %s', (line, message) => {
    expect(without(line)).toEqual([message]);
  });

  it('should be found without an addressee', () => {
    expect(told(slipsOf(requiredLines, { ...editedLetter(), addressees: [] }))).toEqual(['red 缺主送。']);
  });

  it('should be found without an opening', () => {
    expect(told(slipsOf(requiredLines, { ...editedLetter(), opening: [] }))).toEqual(['yellow 缺开头。']);
  });

  it('should be found without a signature', () => {
    expect(told(slipsOf(requiredLines, { ...editedLetter(), signature: [] }))).toEqual(['red 缺署名。']);
  });

  it('should be told each by itself', () => {
    expect(slipsOf(requiredLines, emptyLetter())).toHaveLength(10);
  });

  it('should stand nowhere in the letter', () => {
    expect(slipsAfter(requiredLines, ['公开方式：主动公开。\n', ''])[0]?.place.path).toBe('');
  });
});

describe('lines that need not be there', () => {
  it('should be none in the clean letter', () => {
    expect(slipsInText(requiredLines, editedText())).toEqual([]);
  });

  it('should be number and date in a draft', () => {
    const draft = { ...editedLetter(), documentNumber: null, date: null };
    expect(slipsOf(requiredLines, draft, { case: { ...CLEAN_CASE, issued: false } })).toEqual([]);
  });

  it('should not be number and date once the letter is issued', () => {
    const slips = slipsInCase(requiredLines, { issued: true }, ['2026年6月9日\n', '']);
    expect(told(slips)).toEqual(['red 缺成文日期。']);
  });

  it('should be the date where it is only written wrongly', () => {
    expect(without('2026年6月9日\n', '2026年2月30日\n')).toEqual([]);
  });

  it('should be the closing where the last paragraph thanks', () => {
    expect(without(/\n专此答复，/, '')).toEqual([]);
  });

  it('should be copies where nobody gets one', () => {
    const text = editedText([/抄送：[^\n]*\n/, ''], [/经综合[^，]*意见/, '经研究']);
    expect(slipsInText(requiredLines, text, { place: { ...yunling, fixedCopyTo: [] } })).toEqual([]);
  });

  it('should be whatever only this place prints, in another city’s letter', () => {
    const text = editedText(['公开方式：主动公开。\n', '']).replaceAll('云陵市', '江宁市');
    expect(slipsInText(requiredLines, text)).toEqual([]);
  });

  it('should be the marks of a reply in a co-handler’s opinion', () => {
    const opinion = {
      ...editedLetter(),
      kind: 'opinion' as const,
      documentNumber: null,
      copyTo: [],
      publication: null,
    };
    expect(slipsOf(requiredLines, opinion)).toEqual([]);
  });
});
