import { parseChineseNumeral } from '../../text/numerals';
import type { LetterCheck, LintedLetter, Slip } from '../check';
import { type Piece, RUNNING, type Spot } from '../letter-words';
import { titlesBlotted, ownWords } from '../masks';
import { matchesThrough, once, slipAt } from '../spots';

interface Rule {
  readonly pattern: RegExp;
  readonly message: (text: string) => string;
  readonly fix: string;
  readonly mend?: (text: string) => string;
}

const digitsOf = (text: string): string => [...text].map((c) => String(parseChineseNumeral(c) ?? c)).join('');
const DASH = /--|——|一|_|－－/;

const RULES: readonly Rule[] = [
  {
    pattern: /[一二12][〇零○一二三四五六七八九\d]{3}年(?<!\d{4}年)/g,
    message: (text) => `年份“${text}”用了汉字数字。`,
    fix: '公历的年、月、日用阿拉伯数字。',
    mend: (text) => digitsOf(text),
  },
  {
    pattern:
      /(?<=\d年)[一二三四五六七八九十]{1,2}月(?:[一二三四五六七八九十\d]{1,3}日)?|(?<![\d腊正冬一二三四五六七八九十])(?:[一二三四五六七八九十]{1,2}月\d{1,2}日|\d{1,2}月[一二三四五六七八九十]{1,3}日)/g,
    message: (text) => `日期“${text}”汉字、阿拉伯数字混用。`,
    fix: '公历的年、月、日都用阿拉伯数字。',
  },
  {
    pattern: /(?<=\d年)0[1-9]月(?:\d{1,2}日)?|(?<=\d月)0[1-9]日/g,
    message: (text) => `日期“${text}”前面多了0。`,
    fix: '月、日不编虚位。',
    mend: (text) => text.replace(/^0/, '').replace(/月0/, '月'),
  },
  {
    pattern: /(?<=^|[。；;：:，])第\d{1,2}[，,、](?!第?\d)|(?<=^|[。；;：:，])\d是(?=\p{Script=Han})/gu,
    message: (text) => `序数“${text}”写法不对。`,
    fix: '写作“第一，”“一是”。',
  },
  {
    pattern:
      /(?<![\d.])\d+(?:\.\d+)?[百千](?:\d+[百十]?)?(?=[余多几]|[万亿]|[个家人元名户亩件项吨辆台场次株棵头册套张条处所间座份])/g,
    message: (text) => `“${text}”把阿拉伯数字与“百”“千”连用。`,
    fix: '全用阿拉伯数字，或者全用汉字；只有“万”“亿”可以跟在阿拉伯数字后面。',
  },
  {
    pattern: /\d(?:--|——|一|_|－－)\d/g,
    message: (text) => `数值范围“${text}”的连接号不对。`,
    fix: '数值范围用一字线“—”或者浪纹线“～”。',
    mend: (text) => text.replace(DASH, '—'),
  },
  {
    pattern: /百分之\d+(?:\.\d+)?/g,
    message: (text) => `“${text}”汉字、阿拉伯数字混用。`,
    fix: '百分数写作“30%”。',
    mend: (text) => `${text.slice(3)}%`,
  },
  {
    pattern:
      /(?:超过?|近|约|大约|将近|逾)\d[\d.,]*[万亿]?[余多](?=[万亿\p{Script=Han}])|(?:约|大约|近|将近)\d[\d.,]*[万亿]?\p{Script=Han}{0,3}左右|(?:超过?|逾)\d[\d.,]*[万亿]?(?:%|\p{Script=Han}{0,3})以上/gu,
    message: (text) => `“${text}”的约数说了两遍。`,
    fix: '“约、近、超”与“余、多、左右、以上”只用一个。',
  },
  {
    pattern: /(?:减少|下降|降低|缩短|缩小|压缩)了?\d+(?:\.\d+)?倍/g,
    message: (text) => `“${text}”不通：减少不说倍数。`,
    fix: '改用百分数或者几分之几。',
  },
  {
    pattern:
      /\d十(?![字分大佳强五四三])|\d[二三四五六七八九](?=[个家人元名户亩件项吨辆台场次所处条年月日万亿])|(?<![第十百千万亿一二三四五六七八九])[二三四五六七八九]\d(?=[个家人元名户亩件项吨辆台场次所处条万亿])/g,
    message: (text) => `数字“${text}”汉字、阿拉伯数字混用。`,
    fix: '一个数只用一种写法。',
  },
];

function mixedPercent({ pieces }: LintedLetter): Slip[] {
  const running = pieces.filter(({ kind }) => RUNNING.has(kind));
  if (matchesThrough(running, /\d%/g, titlesBlotted).length === 0) return [];
  return once(matchesThrough(running, /百分之(?!百)[一二三四五六七八九十零点]+/g, ownWords), ({ text }) => ({
    message: `百分数有的写作“${text}”，有的写作“%”。`,
    fix: '全文统一用阿拉伯数字和“%”。',
  }));
}

/** A match inside a longer one of another rule tells the same slip. */
const outermost = (spots: readonly (readonly [Rule, Spot])[]): (readonly [Rule, Spot])[] =>
  spots.filter(
    ([, { place, piece }], i) =>
      !spots.some(
        ([, other], j) =>
          j !== i &&
          other.piece === piece &&
          other.place.start <= place.start &&
          other.place.end >= place.end &&
          (other.text.length > place.end - place.start || j < i),
      ),
  );

const ruled = (pieces: readonly Piece[]): Slip[] =>
  outermost(
    RULES.flatMap((rule) =>
      matchesThrough(pieces, rule.pattern, titlesBlotted).map((spot) => [rule, spot] as const),
    ),
  ).map(([{ message, fix, mend }, spot]) =>
    slipAt(spot, {
      message: message(spot.text),
      fix,
      ...(mend ? { replacement: mend(spot.text) } : {}),
    }),
  );

/** One way to write a number: Arabic for dates and quantities, no mixtures. */
export const numerals: LetterCheck = {
  id: 'numerals',
  name: '数字用法',
  rule: '日期、数量用阿拉伯数字，同一个数不混用两种写法（GB/T 15835—2011）',
  severity: 'yellow',
  find(letter) {
    const running = letter.pieces.filter(({ kind }) => RUNNING.has(kind));
    return [...ruled(running), ...mixedPercent(letter)];
  },
};
