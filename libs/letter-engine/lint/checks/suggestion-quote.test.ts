import { editedText, excerpts, slipsAfter, slipsInCase, slipsInText } from '../testing/letters';
import { suggestionQuote } from './suggestion-quote';

const HEADING = '关于“增加夜校场地，方便就近入学”的建议';
const after = (heading: string): string[] => excerpts(slipsAfter(suggestionQuote, [HEADING, heading]));
const inCase = (heading: string): string[] => excerpts(slipsInCase(suggestionQuote, {}, [HEADING, heading]));

describe('marks of a heading’s quotation', () => {
  it.each([
    ['关于“增加夜校场地，方便就近入学。”的建议', '“增加夜校场地，方便就近入学。”'],
    ['关于“增加夜校场地，方便就近入学，”的建议', '“增加夜校场地，方便就近入学，”'],
    ['关于“增加“社区夜校”场地”的建议', '“增加“社区夜校”场地”'],
    ['关于“增加夜校“就近入学”场地的。”的建议', '“增加夜校“就近入学”场地的。”'],
    ['关于“增加夜校场地，方便就近入学的建议', '“'],
    ['关于增加夜校场地，方便就近入学”的建议', '”'],
    ['关于”增加夜校场地，方便就近入学“的建议', '”增加夜校场地，方便就近入学“'],
  ])('should be found wrong in %s', (heading, wrong) => {
    expect(after(heading)).toEqual([wrong]);
  });

  it('should be offered without the stop', () => {
    const [slip] = slipsAfter(suggestionQuote, ['就近入学”', '就近入学。”']);
    expect(slip?.replacement).toBe('“增加夜校场地，方便就近入学”');
  });

  it('should be offered from the case where they are broken', () => {
    const [slip] = slipsInCase(suggestionQuote, {}, [HEADING, '关于“增加夜校“场地”，方便就近入学。”的建议']);
    expect(slip?.replacement).toBe('“增加夜校场地，方便就近入学”');
  });

  it('should be pointed at inside the printed heading', () => {
    const [slip] = slipsAfter(suggestionQuote, ['就近入学”', '就近入学。”']);
    expect([slip?.place.path, slip?.place.start]).toEqual(['sections[1].heading', 4]);
  });
});

describe('words that are not the ask’s', () => {
  it.each([
    ['关于“增加夜校场所，方便就近入学”的建议', '“增加夜校场所，方便就近入学”'],
    ['关于“增加夜校场地”的建议', '“增加夜校场地”'],
    ['关于“增加夜校场地、方便就近入学”的建议', '“增加夜校场地、方便就近入学”'],
    ['关于“增设夜校场地，方便居民就近入学”的建议', '“增设夜校场地，方便居民就近入学”'],
    ['关于增加夜校场所，方便就近入学的建议', '增加夜校场所，方便就近入学'],
  ])('should be found in %s', (heading, wrong) => {
    expect(inCase(heading)).toEqual([wrong]);
  });

  it('should be offered as the ask has them', () => {
    const [slip] = slipsInCase(suggestionQuote, {}, ['增加夜校场地，方便', '增加夜校场所，方便']);
    expect(slip?.replacement).toBe('“增加夜校场地，方便就近入学”');
  });
});

describe('quotations that are right', () => {
  it('should find nothing in the clean letter and its case', () => {
    expect(slipsInCase(suggestionQuote, {})).toEqual([]);
  });

  it.each([
    '关于“增加‘社区夜校’场地”的建议',
    '关于“增加夜校场地”“方便就近入学”的建议',
    '关于“为什么不办夜校？”的建议',
    '关于增加夜校场地的建议',
    '夜校“四个一”工程情况',
  ])('should let %s stand', (heading) => {
    expect(after(heading)).toEqual([]);
  });

  it('should let inner marks change to single ones', () => {
    const suggestions = ['擦亮“云陵夜校”品牌，扩大影响'];
    const heading = '关于“擦亮‘云陵夜校’品牌，扩大影响”的建议';
    expect(slipsInCase(suggestionQuote, { suggestions }, [HEADING, heading])).toEqual([]);
  });

  it('should let the ask’s own stop be left out', () => {
    const suggestions = ['增加夜校场地，方便就近入学。', '壮大师资队伍，提高课程质量。'];
    expect(slipsInCase(suggestionQuote, { suggestions })).toEqual([]);
  });

  it('should let a part of a long ask be quoted', () => {
    const suggestions = [
      '增加夜校场地，方便就近入学。目前老城区的夜校集中在两个街道，青年下班以后赶不上开课，建议利用闲置校舍、文化站和社区用房多设几处，每个社区至少一处。',
    ];
    expect(slipsInCase(suggestionQuote, { suggestions })).toEqual([]);
  });

  it('should leave an ask that is quite another to the check of answers', () => {
    expect(slipsInCase(suggestionQuote, { suggestions: ['减免学费'] })).toEqual([]);
  });

  it('should look at headings only', () => {
    expect(slipsInText(suggestionQuote, editedText(['用于添置桌椅', '用于“添置。”桌椅']))).toEqual([]);
  });
});
