import { cutAt, isEdited, wordsOfUnit } from './provenance';

describe('what a passage rests on', () => {
  it.each([
    ['nothing', '自己写的。', [], false],
    ['one opinion, word for word', '已办。', ['已办。'], false],
    ['one opinion, with other words', '办了。', ['已办。'], true],
    ['two opinions, joined', '已办。再办。', ['已办。', '再办。'], false],
    ['two opinions, with a word between', '已办，再办。', ['已办', '再办。'], true],
  ])('should say whether it was edited: %s', (_, body, texts, edited) => {
    expect(
      isEdited(
        body,
        texts.map((text) => ({ text })),
      ),
    ).toBe(edited);
  });
});

describe('cutting a text', () => {
  it.each([
    ['between two characters', '甲乙丙', 1, ['甲', '乙丙']],
    ['behind a character outside the basic plane', '𠮷野家', 1, ['𠮷', '野家']],
    ['behind the end', '甲乙', 9, ['甲乙', '']],
  ])('should be done %s', (_, text, at, parts) => {
    expect(cutAt(text, at)).toEqual(parts);
  });
});

describe('a unit’s own words of a passage', () => {
  const own = { unitId: 'own', text: '已办。' };
  const other = { unitId: 'other', text: '再办。' };
  it.each([
    ['alone, as they are now', '办好了。', [own], /^办好了。$/],
    ['joined with another unit’s', '已办。再办。', [own, other], /^已办。$/],
    ['joined, the other’s words edited', '已办。再办好。', [own, other], /^已办。$/],
    ['joined, edited themselves', '办好了，再办。', [own, other], /^已办。（这是采用时的原文/],
  ])('should be told apart: %s', (_, body, sources, words) => {
    expect(wordsOfUnit(body, sources, 'own')).toMatch(words);
  });
});
