import { classMark } from './class-mark';
import { letterPieces } from './letter-words';
import { numberMarks, plainNumber, sessionMarks, toldByNumber } from './proposal-marks';
import { quotation, quoted, quoteFaults } from './quotes';
import { answersSuggestion, headedSections, isRefusal, resemblance, verdictWords } from './sections';
import { INNER_OFFICE, signers } from './signers';
import { dateLine, isWebPage, linesOf } from './source-lines';
import { CLEAN_TEXT, editedLetter, editedText } from './testing/letters';
import { yunling } from './testing/place';
import { grouped } from './grouped';
import { lintContext } from './context';
import { emptyLetter } from '../model/model';

const model = editedLetter();
const letter = { model, pieces: letterPieces(model) };

describe('the sections of a letter', () => {
  const sections = headedSections(letter);

  it('should be those with a heading', () => {
    expect(sections.map(({ heading }) => heading.text.slice(0, 2))).toEqual(['一、', '二、', '三、']);
  });

  it('should answer an ask or not', () => {
    expect(sections.map(answersSuggestion)).toEqual([false, true, true]);
  });

  it('should have their body apart from heading and verdict', () => {
    expect(sections[1]?.body.map(({ kind }) => kind)).toEqual(['paragraph', 'paragraph']);
  });

  it('should give their verdict', () => {
    expect(sections.map(verdictWords)).toEqual([null, '吸收采纳。', '部分采纳。']);
  });

  it.each(['暂不采纳。', '不予采纳。', '不属我市职责范围。', '留作参考。', '作解释说明。'])(
    'should be refused by %s',
    (verdict) => {
      expect(isRefusal(verdict)).toBe(true);
    },
  );

  it.each(['吸收采纳。', '部分采纳。', '已落实。'])('should not be refused by %s', (verdict) => {
    expect(isRefusal(verdict)).toBe(false);
  });

  it('should resemble an ask wholly where the one holds the other', () => {
    expect(resemblance('增加夜校场地', '增加夜校场地，方便就近入学。')).toBe(1);
  });

  it('should resemble no ask without words', () => {
    expect(resemblance('', '增加')).toBe(0);
  });
});

describe('quotations', () => {
  it.each([
    ['“甲”', { broken: false, nested: false, stopInside: false }],
    ['“甲”“乙”', { broken: false, nested: false, stopInside: false }],
    ['“甲“乙”丙”', { broken: false, nested: true, stopInside: false }],
    ['“甲。”', { broken: false, nested: false, stopInside: true }],
    ['“甲“乙”', { broken: true, nested: true, stopInside: false }],
    ['”甲“', { broken: true, nested: false, stopInside: false }],
    ['"甲', { broken: true, nested: false, stopInside: false }],
  ])('should be judged: %s', (text, faults) => {
    expect(quoteFaults(text)).toEqual(faults);
  });

  it('should reach from the first mark to the last', () => {
    expect(quotation('关于“甲”“乙”的建议')).toEqual({ start: 2, text: '“甲”“乙”' });
  });

  it('should be none where there is no mark', () => {
    expect(quotation('关于甲的建议')).toBeNull();
  });

  it.each([
    ['“甲”“乙”', ['甲', '乙']],
    ['“甲“乙”丙”', ['甲“乙”丙']],
    ['"甲"', ['甲']],
    ['“甲', []],
  ])('should give their words: %s', (text, words) => {
    expect(quoted(text)).toEqual(words);
  });
});

describe('numbers and sessions of a proposal', () => {
  it('should be found in title and opening', () => {
    expect(
      (['title', 'opening'] as const).map((kind) => numberMarks(letter.pieces, kind)[0]?.numbers),
    ).toEqual([['85041'], ['85041']]);
  });

  it('should be found where several proposals are answered at once', () => {
    const merged = letterPieces(editedLetter(['第085041号提案答复', '第085041、085042号提案答复']));
    expect(numberMarks(merged, 'title')[0]?.numbers).toEqual(['85041', '85042']);
  });

  it('should give term and meeting', () => {
    const [{ term, meeting } = { term: 0, meeting: 0 }] = sessionMarks(letter.pieces, 'title');
    expect([term, meeting]).toEqual([8, 5]);
  });

  it('should tell a session by the place’s rule', () => {
    expect(toldByNumber('085041', lintContext(yunling))).toEqual({ term: 8, meeting: 5 });
  });

  it('should tell nothing by another make of number', () => {
    expect(toldByNumber('41', lintContext(yunling))).toBeNull();
  });

  it('should be the same with and without leading zeros', () => {
    expect([plainNumber('0041'), plainNumber('0')]).toEqual(['41', '0']);
  });
});

describe('lines of a stored text', () => {
  it('should be those that say something', () => {
    expect(linesOf(' 甲 \r\n\r\n乙\f丙')).toEqual(['甲', '乙', '丙']);
  });

  it('should have the date at their end', () => {
    expect(dateLine(CLEAN_TEXT)).toBe('2026年6月9日');
  });

  it('should have no date at their beginning', () => {
    expect(dateLine(`2026年6月9日\n${'正文。\n'.repeat(20)}`)).toBeNull();
  });

  it('should be known for a web page’s', () => {
    expect([isWebPage('标题\n来源：某网\n'), isWebPage(CLEAN_TEXT)]).toEqual([true, false]);
  });

  it('should have the class the import does not know', () => {
    expect(classMark(emptyLetter(), editedText(['（B类）', '（E类）']))).toBe('E');
  });

  it('should have an inner office that signs', () => {
    const text = editedText(['云陵市文化广电旅游局\n\n2026年', '云陵市文化广电旅游局公共服务科\n\n2026年']);
    expect(signers({ ...emptyLetter(), issuer: '云陵市文化广电旅游局' }, text)).toEqual([
      '云陵市文化广电旅游局公共服务科',
    ]);
  });

  it('should have an issuer that signs below the date', () => {
    const text = editedText(['云陵市文化广电旅游局\n\n2026年6月9日', '2026年6月9日\n\n云陵市文化广电旅游局']);
    expect(signers({ ...model, signature: [] }, text)).toEqual(['云陵市文化广电旅游局']);
  });

  it.each([
    ['云陵市财政局办公室', true],
    ['云陵市国资委规划处', true],
    ['云陵市人民政府办公室', false],
    ['云陵市财政局', false],
    ['中共云陵市委办公室', false],
  ])('should know an inner office by its name: %s', (name, inner) => {
    expect(INNER_OFFICE.test(name)).toBe(inner);
  });
});

describe('things by their key', () => {
  it('should keep the order of first appearance', () => {
    expect([...grouped([3, 1, 5, 2], (n) => n % 2)]).toEqual([
      [1, [3, 1, 5]],
      [0, [2]],
    ]);
  });

  it('should be none for nothing', () => {
    expect(grouped([], String).size).toBe(0);
  });
});
