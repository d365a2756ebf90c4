import { CLEAN_TEXT, editedLetter, excerpts, slipsInText, slipsOf } from '../testing/letters';
import { saying } from '../testing/saying';
import { figuresStale } from './figures-stale';

/** The clean letter with its facts so many years older. */
const aged = (years: number): string =>
  CLEAN_TEXT.replace(/今年/g, '2026年').replace(
    /20(\d\d)年(?!6月9日|6月底)/g,
    (_, year: string) => `20${Number(year) - years}年`,
  );
const found = (text: string): string[] => excerpts(slipsInText(figuresStale, text));

describe('old figures', () => {
  it.each([2, 3, 5])('should be found where everything is %d years older', (years) => {
    expect(found(aged(years))).toEqual([`截至${2026 - years}年4月`]);
  });

  it.each([
    ['截至2023年底，共有学员800人。', '截至2023年'],
    ['截至2022年6月，共有学员800人。', '截至2022年6月'],
  ])('should be found in one count of long ago beside newer ones: %s', (words, wrong) => {
    expect(saying(figuresStale, words)).toEqual([wrong]);
  });

  it('should be found where no count says 截至', () => {
    const text = aged(3).replace(/截至20\d\d年4月/, '全年');
    expect(found(text)).toHaveLength(1);
  });

  it('should be found from as many years on as the place says', () => {
    const model = editedLetter([/截至2026年4月/, '截至2025年4月']);
    const slips = figuresStale.find(
      {
        model,
        pieces: [{ kind: 'paragraph', path: 'a', label: '', text: '截至2025年4月，共有800人。', section: 0 }],
      },
      { place: {} as never, settings: {}, case: null, source: null },
      { years: 1 },
    );
    expect(excerpts(slips)).toEqual(['截至2025年4月']);
  });
});

describe('figures new enough', () => {
  it('should not be found in a clean letter', () => {
    expect(found(CLEAN_TEXT)).toEqual([]);
  });

  it('should not be found where they are one year old', () => {
    expect(found(aged(1))).toEqual([]);
  });

  it.each([
    '2019年成立的夜校联盟一直在活动。',
    '自2018年以来，夜校年年扩容。',
    '截至2024年底，共有学员800人。',
    '依据《2020年工作方案》办理。',
    '2021年，首所夜校开课。',
  ])('should not be found: %s', (words) => {
    expect(saying(figuresStale, words)).toEqual([]);
  });

  it('should not be looked for in a letter without a date', () => {
    expect(slipsOf(figuresStale, { ...editedLetter(), date: null })).toEqual([]);
  });

  it('should not be asked of a letter that tells no year', () => {
    expect(found(CLEAN_TEXT.replace(/(?:截至)?20\d\d年(?:4月|11月)?(?!6月9日)，?/g, ''))).toEqual([]);
  });
});
