import { excerptOf, marked } from './excerpt';
import { plainText, readSought, tokensOf } from './tokens';

describe('what a text is found by', () => {
  it('should be its pairs of characters, the last one alone, and whole words of other letters', () => {
    expect(tokensOf('提案委，5G基站 CRO')).toEqual(['提案', '案委', '委', '5g', '基站', '站', 'cro']);
  });
  it('should not be torn where a line was broken or a letter is full-width', () => {
    expect(plainText('医疗器\n\n械　ＣＤＭＯ  plan b')).toBe('医疗器械CDMO plan b');
  });
  it('should keep to what fits an index', () => {
    expect(tokensOf('a'.repeat(500))).toEqual(['a'.repeat(64)]);
    expect(tokensOf('。！？ \u0000')).toEqual([]);
  });
});

describe('what is looked for', () => {
  it('should be found by all of its pairs, and looked at in the text where it has several', () => {
    expect(readSought('招商引资 人才')).toEqual({
      terms: ['招商引资', '人才'],
      tsquery: `'招商' & '商引' & '引资' & '人才'`,
      exact: ['招商引资'],
    });
  });
  it('should go on behind a single character and a word of letters', () => {
    expect(readSought('桥 1340')?.tsquery).toBe(`'桥':* & '1340':*`);
  });
  it.each(['', '。，！', '“”—…', '   '])('should be nothing in %j', (question) => {
    expect(readSought(question)).toBeNull();
  });
  it.each([`'); DROP`, `a' | 'b`, '\\', `!&|:*()<->`])(
    'should be words alone, whatever is written: %s',
    (question) => {
      expect(readSought(question)?.tsquery ?? '').toMatch(/^(?:'[a-z]+':\*(?: & )?)*$/);
    },
  );
});

describe('the places that are shown', () => {
  it('should be marked wherever a term stands, the longer one first', () => {
    expect(marked('人才计划和人才', ['人才', '人才计划'])).toEqual([
      { text: '人才计划', hit: true },
      { text: '和', hit: false },
      { text: '人才', hit: true },
    ]);
  });
  it('should be cut around the first one', () => {
    const pieces = excerptOf(`${'字'.repeat(40_000)}老年食堂。`, ['食堂']);
    expect(pieces).toEqual([
      { text: `……${'字'.repeat(28)}老年`, hit: false },
      { text: '食堂', hit: true },
      { text: '。', hit: false },
    ]);
  });
  it('should begin and end with whole characters', () => {
    const [piece] = excerptOf('𠮷'.repeat(100), ['没有']);
    expect(piece?.text).toBe(`${'𠮷'.repeat(60)}……`);
    expect(excerptOf(`字${'𠮷'.repeat(100)}`, ['没有'])[0]?.text).toBe(`字${'𠮷'.repeat(59)}……`);
  });
  it('should be the beginning where the title alone has the word', () => {
    expect(excerptOf('修桥。', ['食堂'])).toEqual([{ text: '修桥。', hit: false }]);
  });
});
