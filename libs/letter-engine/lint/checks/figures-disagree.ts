import type { LetterCheck, LintedLetter, Slip } from '../check';
import { before, type Figure, figuresOf } from '../figures';
import { grouped } from '../grouped';
import type { Spot } from '../letter-words';
import { namedFigures, type NamedFigure } from '../named-figures';
import { sameName, sameTime } from '../same-figure';
import { allSentences } from '../sentences';
import { slipAt } from '../spots';

/** Near a total, parts mean to be all of it. */
const NEARLY = 0.25;
/** Figures of one unit that are held against each other; no letter has more. */
const MOST = 300;
const SHARE =
  /(?:[占达](?:比|全[^，。]{0,12}|总[^，。]{0,8})?(?:的|比|比例为?|约)?|(?:办结|参保|覆盖|出租|满意|合格|达标|入住|入学|就业|签约|普及|及格|优良|利用|使用|成活|绿化|参与|接种|升学|落实|办理|采纳|见面|沟通)率?(?:已|约|为|达|达到|超|超过|提高到|提升到|保持在|稳定在|近)*)$/;
const RISE =
  /(?:由|从)[^，。；由从]{0,12}?(?<![\d.,])([\d.,]+)(万|亿)?([^\d，。；]{0,4}?)(提高|提升|增加|增长|扩大|上升|扩充|拓展)(?:到|至|为)了?([\d.,]+)(万|亿)?/g;
const FALL =
  /(?:由|从)[^，。；由从]{0,12}?(?<![\d.,])([\d.,]+)(万|亿)?([^\d，。；]{0,4}?)(缩短|减少|下降|降低|压缩|压减|缩减|精简|降)(?:到|至|为)了?([\d.,]+)(万|亿)?/g;

const pairSlip = (wrong: Spot, other: Spot, message: string): Slip => ({
  ...slipAt(wrong, { message, fix: '核对原始数据，改正写错的一处。' }),
  excerpt: `${wrong.text} … ${other.text}`,
  alsoAt: [other.place],
});

const disagrees = (a: NamedFigure, b: NamedFigure): boolean =>
  a.value !== b.value &&
  a.sentence.place.start + a.sentence.place.path !== b.sentence.place.start + b.sentence.place.path &&
  (a.isWhole || b.isWhole) &&
  sameName(a.name, b.name) &&
  sameTime(a, b);

/** One total with two values in two sentences. */
function twoValues(sentences: readonly Spot[], letterDate: string): Slip[] {
  const named = sentences.flatMap((sentence) => namedFigures(sentence, letterDate));
  return [...grouped(named, ({ unit }) => unit).values()].flatMap((same) =>
    same.slice(0, MOST).flatMap((figure, i) => {
      const first = same.slice(0, i).find((other) => disagrees(figure, other));
      if (
        !first ||
        same.slice(0, i).some((other) => sameName(other.name, figure.name) && other.value === figure.value)
      )
        return [];
      const message = `“${first.name}”两处数字不一致：${first.spot.text}、${figure.spot.text}。`;
      return [pairSlip(figure.spot, first.spot, message)];
    }),
  );
}

/** Whether parts tell against their total: they pass it, or all but reach it, and no run of them makes it. */
function disagree(total: number, parts: readonly number[]): boolean {
  let sum = 0;
  for (const part of parts) {
    sum += part;
    if (Math.abs(sum - total) < 1e-6 * Math.max(1, total)) return false;
  }
  if (parts.some((part) => part > total)) return true;
  return parts.length >= 2 && Math.abs(sum - total) <= NEARLY * total;
}

/** Where the parts of a total begin in a sentence; -1 where none are told ("收入其中" tells none). */
const partsAt = (text: string): number => text.search(/(?<=^|[，。；（、])其中|包括|分别是/);

/** "共38所，其中城区21所，镇村16所": the parts behind 其中 against the total before it, or that of the sentence before. */
function parts(sentence: Spot, previous: Spot | undefined): Slip[] {
  const at = partsAt(sentence.text);
  if (at < 0) return [];
  const figures = figuresOf(sentence);
  const split = sentence.place.start + at;
  const ahead = at === 0 && previous?.piece === sentence.piece ? figuresOf(previous) : figures;
  const behind = /^[^；。]*/.exec(sentence.text.slice(at))![0];
  const told = figures.filter(
    ({ spot }) => spot.place.start >= split && spot.place.start < split + behind.length,
  );
  const total = ahead
    .filter(({ spot, unit }) => spot.place.end <= split && (at > 0 || unit === told[0]?.unit))
    .at(-1);
  if (!total || total.unit === '%') return [];
  const listed = told.filter(({ unit }) => unit === total.unit);
  const gap = split - total.spot.place.end;
  if (
    listed.length === 0 ||
    gap > (at === 0 ? 24 : 12) ||
    !disagree(
      total.value,
      listed.map(({ value }) => value),
    )
  )
    return [];
  const sum = listed.map(({ spot }) => spot.text).join('、');
  return [
    {
      ...slipAt(total.spot, {
        message: `总数${total.spot.text}与各项${sum}对不上。`,
        fix: '核对总数和各项数字，改正写错的一处。',
      }),
      excerpt: `${total.spot.text} … ${sum}`,
      alsoAt: listed.map(({ spot }) => spot.place),
    },
  ];
}

/** A share above the whole. */
const overfull = (sentence: Spot): Slip[] =>
  figuresOf(sentence)
    .filter(({ unit, value }: Figure) => unit === '%' && value > 100)
    .filter((figure) =>
      SHARE.test(
        before(figure, sentence)
          .split(/[，；]/)
          .at(-1) ?? '',
      ),
    )
    .map(({ spot }) => slipAt(spot, { message: `比例${spot.text}超过了100%。`, fix: '核对这个比例。' }));

const amount = (digits: string, scale: string | undefined): number =>
  Number(digits.replace(/,/g, '')) * (scale === '亿' ? 1e8 : scale === '万' ? 1e4 : 1);

/** "由45天缩短到60天". */
function direction(sentence: Spot): Slip[] {
  const wrong = (pattern: RegExp, isWrong: (from: number, to: number) => boolean): Slip[] =>
    [...sentence.text.matchAll(pattern)]
      .filter((found) => {
        const [, from = '', scale, unit = '', , to = '', toScale] = found;
        const rest = sentence.text.slice(found.index + found[0].length);
        // "从2024年的12家增加到15家": the year is no amount; scales must both be told.
        return (
          !/^年/.test(unit) &&
          !/第/.test(found[0]) &&
          !(scale === undefined && toScale !== undefined) &&
          !(scale !== undefined && toScale === undefined) &&
          !/^[万亿]/.test(rest) &&
          isWrong(amount(from, scale), amount(to, toScale))
        );
      })
      .map((found) => {
        const start = sentence.place.start + found.index;
        const spot = {
          ...sentence,
          text: found[0],
          place: { ...sentence.place, start, end: start + found[0].length },
        };
        return slipAt(spot, { message: `“${found[0]}”说的升降与数字相反。`, fix: '核对前后两个数字。' });
      });
  return [...wrong(RISE, (from, to) => to < from), ...wrong(FALL, (from, to) => to > from)];
}

/** Figures that cannot all be right. */
export const figuresDisagree: LetterCheck = {
  id: 'figures-disagree',
  name: '数字前后不一致',
  rule: '同一事项的数字前后一致，总数等于各项之和',
  severity: 'yellow',
  find({ model, pieces }: LintedLetter) {
    const sentences = allSentences(pieces.filter(({ kind }) => kind === 'paragraph' || kind === 'opening'));
    const totals = twoValues(sentences, model.date ?? '2000-01-01');
    return [
      ...totals,
      ...sentences.flatMap((one, i) => [
        ...parts(one, sentences[i - 1]),
        ...overfull(one),
        ...direction(one),
      ]),
    ];
  },
};
