import fc from 'fast-check';
import { itWithSeed, twinText } from '../../../test/fixtures/letters/letters';
import { importLetter } from '../import/import-letter';
import { emptyLetter } from '../model/model';
import { letterChecks } from './checks';
import { lintContext, type LintPlace } from './context';
import { lintLetter } from './lint-letter';
import { CLEAN_CASE, CLEAN_TEXT } from './testing/letters';
import { yunling, zhongshan } from './testing/place';

/** The checks of a letter's language; those of form, facts and units have an oracle of their own. */
const LANGUAGE = new Set(
  (
    'address-mixed pronoun-mixed number-form title-marks closing-formula heading-sequence left-over-marks blank-left half-width ' +
    'doubled-stops brackets-balance figures-disagree figures-stale boilerplate typos opening-twice numerals repeated-words'
  ).split(' '),
);
const checks = letterChecks.filter(({ id }) => LANGUAGE.has(id));

/** What these checks say of a bare text: weight, check and wrong words, one line each. */
const said = (text: string, place: LintPlace): string[] =>
  lintLetter(importLetter(text), lintContext(place, { source: text }), checks)
    .map(({ severity, id, excerpt }) => `${severity} ${id} ${excerpt}`)
    .sort();

describe('the oracle: the language of the real letters', () => {
  it('should know every check it speaks of', () => {
    expect(checks).toHaveLength(LANGUAGE.size);
  });

  itWithSeed('000', 'should find in the first letter just its slips', (text) => {
    expect(said(text, zhongshan())).toEqual([
      'red left-over-marks **三是**',
      'red left-over-marks **二是**',
      'red left-over-marks **二是**',
      'red left-over-marks **四是**',
      'yellow brackets-balance “举办2025中山招商推介大会、广东国际侨界创新创业大赛”',
      'yellow opening-twice 现具体答复如下 … 现答复如下',
    ]);
  });

  itWithSeed('002', 'should find in the second letter just its slips', (text) => {
    expect(said(text, zhongshan())).toEqual([
      'red left-over-marks **建立优质产品推荐目录**',
      'yellow half-width (第132043号提案)',
      'yellow typos 功课专业',
      'yellow typos 多聚并措',
    ]);
  });
});

describe('the oracle on the letters’ twins', () => {
  const first = [
    'red left-over-marks **三是**',
    'red left-over-marks **二是**',
    'red left-over-marks **二是**',
    'red left-over-marks **四是**',
    'yellow opening-twice 现分项答复如下 … 现答复如下',
  ];

  it('should find in the first twin just its slips', () => {
    expect(said(twinText('000'), yunling)).toEqual(first);
  });

  it('should find the misplaced quote of the first letter planted in its twin', () => {
    const damaged = twinText('000').replace(
      '我市召开“2026 年云陵步道驿站建设现场会”',
      '我市成功“召开 2026 年云陵步道驿站建设现场会”活动',
    );
    expect(said(damaged, yunling)).toEqual(
      [...first, 'yellow brackets-balance “召开2026年云陵步道驿站建设现场会”'].sort(),
    );
  });

  it('should find in the second twin just its slips', () => {
    expect(said(twinText('002'), yunling)).toEqual([
      'red left-over-marks **编制阅读课程菜单**',
      'yellow half-width (第084019号提案)',
    ]);
  });

  it('should find nothing in a twin whose slips were mended', () => {
    const mended = twinText('000').replace(/\*\*/g, '').replace('现分项答复如下：', '');
    expect(said(mended, yunling)).toEqual([]);
  });

  it('should find nothing in a clean letter', () => {
    expect(said(CLEAN_TEXT, yunling)).toEqual([]);
  });
});

describe('the checks of language on any text', () => {
  const pieces = fc.array(
    fc.constantFrom(
      ...'市财政局 ， 。 “ ” （ ） 《 》 ( ) 1 25 年 月 的 关于 代表 由 到 其中 共 万 人 一是 二是 、 下一步， * 现答复如下： 您 贵会 % 百分之 第 号 一、 （一） ×'.split(
        ' ',
      ),
    ),
    { maxLength: 120 },
  );

  it('should neither fail nor point outside the words', () => {
    fc.assert(
      fc.property(pieces, (words) => {
        const text = words.join('');
        const blocks = [{ type: 'paragraph' as const, text }];
        const section = { heading: text, level: 1, suggestion: null, verdict: text, blocks };
        const model = { ...emptyLetter(), title: text, opening: [text], sections: [section], closing: text };
        const context = lintContext(yunling, { case: { ...CLEAN_CASE, otherLetters: [text] }, source: text });
        return lintLetter(model, context, checks).every(
          ({ place, excerpt }) =>
            place.start <= place.end && place.start >= 0 && excerpt.length <= 4 * text.length + 20,
        );
      }),
      { numRuns: 150 },
    );
  });

  it.each(['（“', '现', '1', '由1天', '的', '其中1人', '**', 'a,', '二零'])(
    'should read 20,000 characters of %s to the end',
    (words) => {
      const text = words.repeat(20_000 / words.length);
      const model = { ...emptyLetter(), title: text, opening: [text], closing: text };
      expect(() => lintLetter(model, lintContext(yunling, { source: text }), checks)).not.toThrow();
    },
  );
});
