import type { LetterCheck, Slip } from '../check';
import { classPlace } from '../class-mark';
import { linesOf } from '../source-lines';
import { type Piece, type Spot, spotAt } from '../letter-words';
import { once } from '../spots';

const H = '[\\p{Script=Han}“”‘’《》〈〉（）【】〔〕、，。；：！？…]';
const HAN = '\\p{Script=Han}';

interface Kind {
  readonly name: string;
  readonly pattern: RegExp;
  /** The same in full width, or null where only a person can tell. */
  readonly mend: (text: string) => string | null;
}

const swap =
  (from: string, to: string) =>
  (text: string): string =>
    text.replace(from, to);
const beside = (mark: string): RegExp =>
  new RegExp(`(?<=${H}|[）”》%\\dA-Za-z])${mark}(?=${H})|(?<=${H})${mark}(?=[\\dA-Za-z]|$)`, 'gu');

/** Address and time inside a text: their marks are of another language. */
const FOREIGN =
  /(?:https?:\/\/|www\.)[\w./?=&%#:@~+,;!-]+|[\w.+-]+@[\w-]+\.[\w.-]+|\d{1,2}:\d{2}(?::\d{2})?/gi;
const blotForeign = (text: string): string => text.replace(FOREIGN, (word) => 'a'.repeat(word.length));

const KINDS: readonly Kind[] = [
  { name: '逗号', pattern: beside(','), mend: swap(',', '，') },
  { name: '分号', pattern: beside(';'), mend: swap(';', '；') },
  { name: '冒号', pattern: beside(':'), mend: swap(':', '：') },
  { name: '问号', pattern: beside('\\?'), mend: swap('?', '？') },
  { name: '感叹号', pattern: beside('!'), mend: swap('!', '！') },
  {
    name: '句点',
    pattern: new RegExp(
      `(?<=[${HAN}”》）%])(?<!^[一二三四五六七八九十]{1,3})\\.(?=${H}|$|[A-Za-z\\d])(?!\\.)`,
      'gu',
    ),
    mend: swap('.', '。'),
  },
  {
    name: '括号',
    pattern: new RegExp(
      `(?<!^)\\((?=[^()（）]{0,60}${HAN})[^()（）]{0,60}[)）]|(?<!^)（[^()（）]{0,60}\\)|(?<=${H})\\((?!\\d+\\))[^()（）]{1,60}\\)|^\\((?=[^()（）]{0,60}${HAN})(?![一二三四五六七八九十]{1,3}\\))[^()（）]{0,60}\\)`,
      'gu',
    ),
    mend: (text) => text.replace('(', '（').replace(')', '）'),
  },
  {
    name: '引号',
    pattern: new RegExp(
      `"[^"]{0,60}${HAN}[^"]{0,60}"|(?<=${H})"(?=${H})|(?<=${H})'[^']{1,40}'(?=${H}|$)`,
      'gu',
    ),
    mend: (text) => (/^".*"$/.test(text) ? `“${text.slice(1, -1)}”` : null),
  },
  {
    name: '书名号',
    pattern: new RegExp(`<<?[^<>]{0,60}${HAN}[^<>]{0,40}[的件见法案知划]>>?`, 'gu'),
    mend: (text) => `《${text.replace(/[<>]/g, '')}》`,
  },
];
/** Texts with none of these are not looked at further. */
const SUSPECT = /[,;:?!.()"'<>０-９Ａ-Ｚａ-ｚ]/;
const FULL = /[０-９Ａ-Ｚａ-ｚ]+/g;

/** A mark of one character with its neighbours, so that it can be found by eye. */
function shown(piece: Piece, start: number, end: number): Spot {
  if (end - start > 1) return spotAt(piece, start, end);
  return spotAt(piece, Math.max(0, start - 2), Math.min(piece.text.length, end + 2));
}

function find(pieces: readonly Piece[], { name, pattern, mend }: Kind): Slip[] {
  const spots = pieces.flatMap((piece) =>
    [...blotForeign(piece.text).matchAll(pattern)].map(({ index, 0: text }) => ({
      spot: shown(piece, index, index + text.length),
      mended: mend(piece.text.slice(index, index + text.length)),
      mark: piece.text.slice(index, index + text.length),
    })),
  );
  const [first] = spots;
  return once(
    spots.map(({ spot }) => spot),
    ({ text }) => ({
      message: `中文里用了半角${name}${spots.length > 1 ? `，共${spots.length}处` : ''}。`,
      fix: `半角${name}改为全角。`,
      ...(first && first.mended !== null ? { replacement: text.replace(first.mark, first.mended) } : {}),
    }),
  );
}

/** The class mark is printed by the program; the stored text tells how it stood there. */
function halfClass(source: string | null): Slip[] {
  const line = linesOf(source ?? '')
    .slice(0, 15)
    .find((one) => /^\([A-D]\s*类\)$/.test(one));
  return line === undefined
    ? []
    : [{ message: '办理结果用了半角括号。', excerpt: line, place: classPlace, fix: '半角括号改为全角。' }];
}

/** A copy stored with half-width marks throughout. */
const isAllHalf = (pieces: readonly Piece[]): boolean => {
  const text = pieces.map((piece) => piece.text).join('');
  return (text.match(/,(?!\d)/g) ?? []).length > Math.max(2, (text.match(/，/g) ?? []).length);
};

function asOne([first, ...others]: readonly Slip[]): Slip[] {
  if (!first) return [];
  const { replacement: _one, ...slip } = first;
  return [
    {
      ...slip,
      message: '全文用了半角标点。',
      alsoAt: [first, ...others].flatMap(({ place, alsoAt = [] }, i) =>
        i === 0 ? alsoAt : [place, ...alsoAt],
      ),
      fix: '全文改用全角标点。',
    },
  ];
}

const fullDigits = (pieces: readonly Piece[]): Slip[] =>
  once(
    pieces.flatMap((piece) =>
      [...piece.text.matchAll(FULL)].map(({ index, 0: text }) => spotAt(piece, index, index + text.length)),
    ),
    ({ text }) => ({
      message: '数字、字母用了全角。',
      fix: '数字、字母改为半角。',
      replacement: text.normalize('NFKC'),
    }),
  );

/** Chinese text takes full-width marks; digits and letters are half-width. */
export const halfWidth: LetterCheck = {
  id: 'half-width',
  name: '半角标点',
  rule: '中文里用全角标点，数字和字母用半角（GB/T 15834—2011，5.1）',
  severity: 'yellow',
  find({ pieces }, { source }) {
    const words = pieces.filter(({ kind, text }) => kind !== 'number' && SUSPECT.test(text));
    const found = KINDS.flatMap((kind) => find(words, kind));
    const brackets = found.some(({ message }) => message.includes('括号')) ? [] : halfClass(source);
    return [...(isAllHalf(pieces) ? asOne(found) : [...found, ...brackets]), ...fullDigits(words)];
  },
};
