import { cutAt, isEdited } from './provenance';

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
