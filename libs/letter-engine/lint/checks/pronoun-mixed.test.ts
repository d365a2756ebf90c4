import { CLEAN_TEXT, editedLetter, excerpts, slipsAfter, slipsInText, slipsOf } from '../testing/letters';
import { saying, wrongAfter } from '../testing/saying';
import { pronounMixed } from './pronoun-mixed';

/** The clean letter to someone else, with another pronoun all through. */
const to = (addressee: string, pronoun: string, words = ''): string[] => {
  const text = CLEAN_TEXT.replace('民进云陵市委会', addressee)
    .replaceAll('你们', pronoun)
    .replace('到校学习。', `到校学习。${words}`);
  return excerpts(slipsInText(pronounMixed, text));
};

describe('pronouns that do not agree', () => {
  it.each([
    ['感谢您的关心。', '您 … 你们'],
    ['贵会的意见已转有关单位。', '贵会 … 你们'],
    ['贵委提出的办法很好。', '贵委 … 你们'],
    ['您们的意见很好。', '您们 … 你们'],
  ])('should be found in a letter to a body: %s', (words, wrong) => {
    expect(saying(pronounMixed, words)).toEqual([wrong]);
  });

  it('should be found between 贵委 and 贵会', () => {
    expect(to('民进云陵市委会', '贵会', '感谢贵委。')).toEqual(['贵委 … 贵会']);
  });

  it('should name every place, the right one too', () => {
    expect(slipsAfter(pronounMixed, ['到校学习。', '到校学习。感谢您。欢迎您。'])[0]?.alsoAt).toHaveLength(2);
  });

  it('should offer the pronoun used most', () => {
    expect(slipsAfter(pronounMixed, ['到校学习。', '到校学习。感谢您。'])[0]?.replacement).toBe('你们');
  });
});

describe('pronouns that do not fit the addressee', () => {
  it('should be found where one member is called 你们', () => {
    expect(to('闻人清和委员', '你们')).toEqual(['你们']);
  });

  it('should be found where one member is called 你', () => {
    expect(to('闻人清和委员', '你')).toEqual(['你']);
  });

  it('should be found where several members are called 您', () => {
    expect(to('闻人清和、乔未名委员', '您')).toEqual(['您']);
  });

  it('should be found where a member is called as a body', () => {
    expect(to('闻人清和委员', '贵委')).toEqual(['贵委']);
  });

  it('should be found in 您们 whoever is meant', () => {
    expect(to('各位委员', '您们')).toEqual(['您们']);
  });
});

describe('pronouns that agree', () => {
  it.each([
    ['民进云陵市委会', '你们'],
    ['民进云陵市委会', '贵会'],
    ['农工党云陵市委会', '贵委'],
    ['闻人清和委员', '您'],
    ['闻人清和、乔未名委员', '你们'],
    ['各位委员', '你们'],
    ['闻人清和等5名委员', '你们'],
  ])('should not be found: %s, %s', (addressee, pronoun) => {
    expect(to(addressee, pronoun)).toEqual([]);
  });

  it('should not take 和 in a name for two persons', () => {
    expect(to('和平委员', '您')).toEqual([]);
  });

  it.each([
    '感谢提出的宝贵意见。',
    '与贵州、贵阳等地交流经验。',
    '展品名贵，保管须严。',
    '各校你追我赶，形成风气。',
    '居民说“您辛苦了”，让人感动。',
  ])('should not be found: %s', (words) => {
    expect(saying(pronounMixed, words)).toEqual([]);
  });

  it('should not be looked for in other kinds of letters', () => {
    const opinion = { ...editedLetter(['到校学习。', '到校学习。感谢您。']), kind: 'opinion' as const };
    expect(slipsOf(pronounMixed, opinion)).toEqual([]);
  });

  it('should not be found in a letter without any pronoun', () => {
    expect(excerpts(slipsInText(pronounMixed, CLEAN_TEXT.replaceAll('你们', '')))).toEqual([]);
  });

  it('should not be found in a clean letter', () => {
    expect(wrongAfter(pronounMixed, ['烘焙', '烹饪'])).toEqual([]);
  });
});
