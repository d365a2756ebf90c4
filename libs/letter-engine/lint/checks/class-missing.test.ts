import { editedLetter, editedText, slipsAfter, slipsInText, slipsOf } from '../testing/letters';
import { classMissing } from './class-missing';

const MARK = '（B类）\n\n';

describe('a class that is missing', () => {
  it('should be found when the mark is not printed', () => {
    expect(slipsAfter(classMissing, [MARK, ''])).toHaveLength(1);
  });

  it('should be found in a draft without a class', () => {
    expect(slipsOf(classMissing, { ...editedLetter(), class: null })).toHaveLength(1);
  });

  it('should stand nowhere in the letter', () => {
    const [slip] = slipsAfter(classMissing, [MARK, '']);
    expect([slip?.place.path, slip?.excerpt]).toEqual(['', '']);
  });

  it('should not be taken from a word of the text', () => {
    expect(slipsAfter(classMissing, [MARK, ''], ['安排补助资金', '按A类标准安排补助资金'])).toHaveLength(1);
  });

  it('should be found where the mark is an empty one', () => {
    expect(slipsAfter(classMissing, [MARK, '（类）\n\n'])).toHaveLength(1);
  });
});

describe('a class that is there', () => {
  it.each(['（A类）', '(A类)', '（Ｂ类）', 'C类', '类别：B', '类 别:B'])('should be seen in %s', (mark) => {
    expect(slipsAfter(classMissing, ['（B类）', mark])).toEqual([]);
  });

  it('should be seen where it is known but not printed', () => {
    expect(slipsOf(classMissing, { ...editedLetter(), print: { classMark: false } })).toEqual([]);
  });

  it('should be left to another check where it is none of the place’s', () => {
    expect(slipsAfter(classMissing, ['（B类）', '（E类）'])).toEqual([]);
  });

  it('should not be asked of a co-handler’s opinion', () => {
    const text = editedText([MARK, ''], ['第085041号提案答复的函', '第085041号提案的会办意见']);
    expect(slipsInText(classMissing, text)).toEqual([]);
  });

  it('should not be asked of another city’s letter', () => {
    expect(slipsInText(classMissing, editedText([MARK, '']).replaceAll('云陵市', '江宁市'))).toEqual([]);
  });
});
