import { editedLetter, editedText, excerpts, slipsAfter, slipsInText, slipsOf } from '../testing/letters';
import { yunling } from '../testing/place';
import { classAllowed } from './class-allowed';

const marked = (mark: string): string[] => excerpts(slipsAfter(classAllowed, ['（B类）', mark]));

describe('classes the place does not know', () => {
  it.each([
    ['（D类）', 'D类'],
    ['（E类）', 'E类'],
    ['（b类）', 'b类'],
    ['（甲类）', '甲类'],
    ['类别：F', 'F类'],
    ['（Ｄ类）', 'D类'],
    ['云文旅函〔2026〕52号  E类', 'E类'],
  ])('should be found: %s', (mark, wrong) => {
    expect(marked(mark)).toEqual([wrong]);
  });

  it('should be found in a draft', () => {
    expect(excerpts(slipsOf(classAllowed, { ...editedLetter(), class: 'D' }))).toEqual(['D类']);
  });

  it('should be found by the place’s own list', () => {
    const slips = slipsInText(classAllowed, editedText(), { place: { ...yunling, classes: ['A', 'C'] } });
    expect(excerpts(slips)).toEqual(['B类']);
  });

  it('should name the classes to choose from', () => {
    expect(slipsAfter(classAllowed, ['（B类）', '（D类）'])[0]?.fix).toContain('A类、B类、C类');
  });
});

describe('classes that may stand', () => {
  it.each(['（A类）', '（C类）', '(C类)', '（Ｃ类）'])('should be let alone: %s', (mark) => {
    expect(marked(mark)).toEqual([]);
  });

  it('should be let alone where there is none', () => {
    expect(marked('')).toEqual([]);
  });

  it('should be let alone where the place lists none', () => {
    const text = editedText(['（B类）', '（D类）']);
    expect(slipsInText(classAllowed, text, { place: { ...yunling, classes: [] } })).toEqual([]);
  });

  it('should be let alone in another city’s letter', () => {
    const text = editedText(['（B类）', '（D类）']).replaceAll('云陵市', '江宁市');
    expect(slipsInText(classAllowed, text)).toEqual([]);
  });
});
