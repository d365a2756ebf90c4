import { editedLetter, editedText, excerpts, slipsAfter, slipsInText, slipsOf } from '../testing/letters';
import { verdictRunOn } from './verdict-run-on';

const HEADING = '二、关于“增加夜校场地，方便就近入学”的建议';
const joined = (between: string, verdict = '吸收采纳。'): string[] =>
  excerpts(slipsAfter(verdictRunOn, [`${HEADING}\n\n吸收采纳。`, `${HEADING}${between}${verdict}`]));

describe('verdicts on their heading’s line', () => {
  it.each([' ', '  ', '　', ''])('should be found after the blank “%s”', (between) => {
    expect(joined(between)).toEqual([`${HEADING}${between}吸收采纳。`]);
  });

  it.each(['，', '：', '——', '-'])('should be found after the mark “%s”', (between) => {
    expect(joined(between)).toEqual([`${HEADING}${between}吸收采纳。`]);
  });

  it.each(['采纳该建议。', '全部采纳。', '部分采纳。', '暂不采纳', '留作参考。', '采纳吸收建议。'])(
    'should be found: %s',
    (verdict) => {
      expect(joined(' ', verdict)).toEqual([`${HEADING} ${verdict}`]);
    },
  );

  it('should be found where the heading is broken over two lines', () => {
    const text = editedText([
      `${HEADING}\n\n吸收采纳。`,
      '二、关于“增加夜校场地，\n方便就近入学”的建议 吸收采纳。',
    ]);
    expect(excerpts(slipsInText(verdictRunOn, text))).toEqual(['方便就近入学”的建议 吸收采纳。']);
  });

  it('should be pointed at in the model', () => {
    const [slip] = slipsAfter(verdictRunOn, [`${HEADING}\n\n吸收采纳。`, `${HEADING} 吸收采纳。`]);
    expect(slip?.place.path).toBe('sections[1].verdict');
  });

  it('should be pointed at in the heading where the import left it there', () => {
    const [slip] = slipsAfter(verdictRunOn, [`${HEADING}\n\n吸收采纳。`, `${HEADING}——吸收采纳。`]);
    expect(slip?.place.path).toBe('sections[1].heading');
  });

  it('should be told to stand alone', () => {
    const [slip] = slipsAfter(verdictRunOn, [`${HEADING}\n\n吸收采纳。`, `${HEADING} 吸收采纳。`]);
    expect(slip?.fix).toContain('吸收采纳');
  });
});

describe('verdicts in their place', () => {
  it('should be those on a line of their own', () => {
    expect(slipsInText(verdictRunOn, editedText())).toEqual([]);
  });

  it.each([
    '关于“增加夜校场地”的建议采纳情况',
    '关于“吸收社会力量办学”的建议',
    '对代表和委员的建议采纳率逐年提高，去年达到九成以上，受到好评。',
    '各镇街对居民提出的建议采纳与否，均应在五个工作日内答复。',
  ])('should not be seen in “%s”', (line) => {
    expect(slipsAfter(verdictRunOn, [HEADING, line])).toEqual([]);
  });

  it('should not be looked for where there is no stored text', () => {
    expect(slipsOf(verdictRunOn, editedLetter())).toEqual([]);
  });
});
