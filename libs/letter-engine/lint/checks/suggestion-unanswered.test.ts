import { importLetter } from '../../import/import-letter';
import { CLEAN_CASE, editedText, excerpts, slipsInCase, slipsOf } from '../testing/letters';
import { suggestionUnanswered } from './suggestion-unanswered';

const [FIRST, SECOND] = CLEAN_CASE.suggestions as [string, string];
const asking = (...suggestions: string[]): string[] =>
  excerpts(slipsInCase(suggestionUnanswered, { suggestions }));
const SECTION = /三、关于“壮大[^]*?今后，[^\n]*\n/;

describe('asks without an answer', () => {
  it('should be found when there is no section for them', () => {
    expect(asking(FIRST, SECOND, '设立夜校专项基金，减免学费')).toEqual(['设立夜校专项基金，减免学费']);
  });

  it('should be found when their section was left out', () => {
    expect(excerpts(slipsInCase(suggestionUnanswered, {}, [SECTION, '']))).toEqual([SECOND]);
  });

  it('should be found when their heading became another’s', () => {
    const slips = slipsInCase(suggestionUnanswered, {}, [SECOND, FIRST]);
    expect(excerpts(slips)).toEqual([SECOND]);
  });

  it('should be told one by one', () => {
    expect(asking('减免学费', '延长图书馆开放时间', FIRST)).toEqual(['减免学费', '延长图书馆开放时间']);
  });

  it('should be found in a letter that is not divided by asks', () => {
    const text = editedText(['关于“增加夜校场地，方便就近入学”的建议', '办理情况'], [SECTION, '']);
    const model = importLetter(text);
    const suggestions = ['清理闲置校舍，增加教室', '延长图书馆周末开放时间'];
    expect(excerpts(slipsOf(suggestionUnanswered, model, { case: { ...CLEAN_CASE, suggestions } }))).toEqual([
      '延长图书馆周末开放时间',
    ]);
  });

  it('should stand nowhere in the letter', () => {
    expect(slipsInCase(suggestionUnanswered, { suggestions: ['减免学费'] })[0]?.place.path).toBe('');
  });
});

describe('asks that are answered', () => {
  it('should be known by their words', () => {
    expect(asking(FIRST, SECOND)).toEqual([]);
  });

  it('should be known in another order', () => {
    expect(asking(SECOND, FIRST)).toEqual([]);
  });

  it('should be known though the heading quotes them a little wrongly', () => {
    expect(asking('增加夜校的场地，方便居民就近入学')).toEqual([]);
  });

  it('should be known though the ask goes on at length', () => {
    expect(
      asking(`${FIRST}。老城区场地不足，青年往往要乘车半小时才能到校，建议在每个社区选定一处。`),
    ).toEqual([]);
  });

  it('should be known where one section answers two', () => {
    const slips = slipsInCase(suggestionUnanswered, { suggestions: ['增加夜校场地', '方便就近入学'] });
    expect(slips).toEqual([]);
  });

  it('should not be looked for without the case', () => {
    expect(slipsOf(suggestionUnanswered, importLetter(editedText([SECTION, ''])))).toEqual([]);
  });
});
