import fc from 'fast-check';
import { importLetter } from '../import/import-letter';
import { emptyLetter, type LetterModel } from '../model/model';
import { lintContext } from './context';
import { lintLetter } from './lint-letter';
import { CLEAN_CASE, CLEAN_TEXT } from './testing/letters';
import { yunling } from './testing/place';

const WORDS =
  '市 财政 局 委 办 部 关于 “ ” 《 》 （ ） 〔 〕 的建议 采纳 。 ， ； ： 、 截至 2027年 6月 30日 已 将 下一步 第 085041 号 八届五次会议 0899-5550123 联系人 公开方式 抄送 一、 一是 ** \n ( ) [ ] " . , 您 贵会 %'.split(
    ' ',
  );
const mess = fc.array(fc.constantFrom(...WORDS), { maxLength: 120 }).map((words) => words.join(''));

const letterOf = (text: string): LetterModel => ({
  ...emptyLetter(),
  title: text.slice(0, 60),
  issuer: text.slice(0, 12),
  documentNumber: text.slice(0, 20),
  opening: [text],
  sections: [
    {
      heading: text.slice(0, 40),
      level: 1,
      suggestion: null,
      verdict: null,
      blocks: [{ type: 'paragraph', text }],
    },
  ],
  annotation: text,
  copyTo: [text.slice(0, 30)],
  date: '2026-06-09',
});

/** Below so many milliseconds a cost is chance. */
const MEASURABLE = 10;

/** What reading a letter full of one word costs, in milliseconds of computing. */
function costOf(word: string, length: number): number {
  const source = word.repeat(length / word.length);
  const model = letterOf(source);
  const start = process.cpuUsage();
  lintLetter(model, lintContext(yunling, { source, case: CLEAN_CASE }));
  return process.cpuUsage(start).user / 1000;
}

/**
 * Whether four times the text costs less than ten times the work; work that grows with the square costs sixteen times as much.
 * A busy machine, or code that runs for the first time, makes a cost look higher and never lower: the best of a few counts.
 */
function growsWithTheText(word: string): boolean {
  let [long, short] = [Infinity, Infinity];
  for (let tries = 0; tries < 6; tries++) {
    long = Math.min(long, costOf(word, 20_000));
    short = Math.min(short, costOf(word, 5_000), costOf(word, 5_000));
    if (long < 10 * Math.max(short, MEASURABLE)) return true;
  }
  return false;
}

describe('checks on whatever comes', () => {
  it('should read any mess of words without harm, every finding with its sentences', () => {
    fc.assert(
      fc.property(mess, (text) => {
        const model = letterOf(text);
        for (const { place, message, fix } of lintLetter(
          model,
          lintContext(yunling, { source: text, case: CLEAN_CASE }),
        )) {
          expect(place.start <= place.end && message !== '' && fix !== '').toBe(true);
        }
      }),
      { numRuns: 150, seed: 20260609 },
    );
  });

  it.each([
    '市',
    '“',
    '《',
    '（',
    '1',
    '第1',
    '将',
    '一、关于',
    '2027年',
    '截至',
    '市委',
    '  ',
    '待甲',
    '无法',
    '〔2027〕',
  ])(
    'should not lose its way in %s, told over and over: four times the text costs no sixteen times the work',
    (word) => {
      expect(growsWithTheText(word)).toBe(true);
    },
  );

  it('should say nothing of the clean letter, bare or in its case', () => {
    const model = importLetter(CLEAN_TEXT);
    const said = [null, CLEAN_CASE].flatMap((facts) =>
      lintLetter(model, lintContext(yunling, { source: CLEAN_TEXT, case: facts })),
    );
    expect(said.map(({ id, excerpt }) => `${id} ${excerpt}`)).toEqual([]);
  });
});
