import { editedLetter, excerpts, slipsAfter, slipsOf } from '../testing/letters';
import { saying, slipsSaying, wrongAfter } from '../testing/saying';
import { numberForm } from './number-form';

const RIGHT = '云文旅函〔2026〕52号';
const printed = (number: string): string[] => wrongAfter(numberForm, [RIGHT, number]);
const mended = (number: string): string | undefined =>
  slipsAfter(numberForm, [RIGHT, number])[0]?.replacement;

describe('a document number of a wrong form', () => {
  it.each([
    ['square brackets', '云文旅函[2026]52号'],
    ['heavy brackets', '云文旅函【2026】52号'],
    ['round brackets', '云文旅函（2026）52号'],
    ['half-width brackets', '云文旅函(2026)52号'],
    ['full-width square brackets', '云文旅函［2026］52号'],
    ['第', '云文旅函〔2026〕第52号'],
    ['a leading zero', '云文旅函〔2026〕052号'],
    ['the year with 年', '云文旅函〔2026年〕52号'],
    ['no 号', '云文旅函〔2026〕52'],
    ['a year of two digits', '云文旅函〔26〕52号'],
    ['a year in Chinese', '云文旅函〔二〇二六〕52号'],
    ['brackets of two kinds', '云文旅函〔2026]52号'],
  ])('should be found: %s', (_, number) => {
    expect(printed(number)).toEqual([number]);
  });

  it.each([
    '云文旅函[2026]52号',
    '云文旅函【2026】第52号',
    '云文旅函〔2026〕052号',
    '云文旅函（2026）52号',
    '云文旅函〔2026〕52',
  ])('should be offered as it should be: %s', (number) => {
    expect(mended(number)).toBe(RIGHT);
  });

  it('should be told without an offer where a year of two digits may be any', () => {
    expect(mended('云文旅函〔26〕52号')).toBeUndefined();
  });

  it('should tell everything that is wrong', () => {
    const [slip] = slipsAfter(numberForm, [RIGHT, '云文旅函【2026】第052号']);
    expect(slip?.message).toMatch(/六角括号.*不加“第”.*不编虚位/);
  });

  it('should be found in a draft’s model as well', () => {
    const model = { ...editedLetter(), documentNumber: '云文旅函[2026]52号' };
    expect(excerpts(slipsOf(numberForm, model))).toEqual(['云文旅函[2026]52号']);
  });
});

describe('a document number of the right form', () => {
  it.each([
    RIGHT,
    '云文旅函〔2026〕1号',
    '云文旅函〔2026〕1052号',
    '云教〔2026〕综12号',
    '云府办函〔2026〕100号',
  ])('should not be found: %s', (number) => {
    expect(excerpts(slipsOf(numberForm, { ...editedLetter(), documentNumber: number }))).toEqual([]);
  });

  it('should not be missed in a draft that has none yet', () => {
    expect(slipsOf(numberForm, { ...editedLetter(), documentNumber: null })).toEqual([]);
  });
});

describe('numbers of other documents', () => {
  it.each([
    ['依照云府办[2025]7号文执行。', '依照云府办[2025]7号'],
    ['（教基厅（2017）2号）', '教基厅（2017）2号'],
    ['（云财〔2025〕第9号）', '云财〔2025〕第9号'],
    ['（云财〔2025〕09号）', '云财〔2025〕09号'],
  ])('should be found where wrongly written: %s', (words, wrong) => {
    expect(saying(numberForm, words)).toEqual([wrong]);
  });

  it('should weigh less than the letter’s own', () => {
    expect(slipsSaying(numberForm, '（云财[2025]9号）')[0]?.severity).toBe('yellow');
  });

  it.each(['（云财〔2025〕9号）', '第12号令（2025年修订）', '房屋在中山路（2025号）', '2025年9号台风'])(
    'should not be found: %s',
    (words) => {
      expect(saying(numberForm, words)).toEqual([]);
    },
  );
});
