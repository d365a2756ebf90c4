import type { LetterCheck, Slip } from '../check';
import { isReply } from '../context';
import { type Piece, wholeOf } from '../letter-words';
import { matchesThrough, slipAt } from '../spots';
import { titlesBlotted } from '../masks';

const QUOTED_TITLE = /[“"]《[^《》“”]{2,80}》[”"]/g;
const ABOUT_TWICE = /关于\s*《关于|关于关于/g;
const ENDS =
  /(?:的(?:复?函|答复|回复|答复件|答复意见|复函|回函|(?:办理|会办|协办)?(?:情况)?(?:的)?(?:意见|报告|函|答复|回复))|答复(?:意见)?的?函|复函|函复|答复意见书?|答复书)(?:[（(][^（()）]{0,30}[）)])?$/;
const STOPS = /[。；;！!？?：:]|[，,.](?!\d)|、(?!\d|第)/g;
const LONG_QUOTE =
  /[“"][^”"]{0,80}(?:提案|建议)[”"]|[“"][^”"]{2,60}[”"](?=的?(?:提案|建议))|[“"][^”"]{14,120}[”"]/g;

interface Unpaired {
  readonly at: number;
  readonly mark: '《' | '》';
}

/** 《 and 》 that do not pair, and where a pair stands inside another. */
function bookMarks(text: string): { readonly unpaired: Unpaired[]; readonly nested: number[] } {
  const open: number[] = [];
  const unpaired: Unpaired[] = [];
  const nested: number[] = [];
  for (let i = 0; i < text.length; i++) {
    if (text[i] === '《') {
      if (open.length > 0) nested.push(i);
      open.push(i);
    } else if (text[i] === '》' && open.pop() === undefined) unpaired.push({ at: i, mark: '》' });
  }
  return { unpaired: [...open.map((at): Unpaired => ({ at, mark: '《' })), ...unpaired], nested };
}

const around = (text: string, at: number): [number, number] =>
  text[at] === '《' ? [at, Math.min(text.length, at + 14)] : [Math.max(0, at - 13), at + 1];

function pairing(piece: Piece): Slip[] {
  const { unpaired, nested } = bookMarks(piece.text);
  const slip = (at: number, message: string, fix: string, severity: 'red' | 'yellow'): Slip => {
    const [start, end] = around(piece.text, at);
    const place = { path: piece.path, start, end, label: piece.label };
    return { excerpt: piece.text.slice(start, end), place, message, fix, severity };
  };
  const head = piece.kind === 'title' || piece.kind === 'opening';
  if (unpaired.length > 0 && head)
    return unpaired
      .slice(0, 1)
      .map(({ at, mark }) =>
        slip(at, `${piece.label}的书名号不成对，多出一个“${mark}”。`, '补全或者删去不成对的书名号。', 'red'),
      );
  if (unpaired.length > 0) return [];
  return nested
    .slice(0, 1)
    .map((at) =>
      slip(
        at,
        `${piece.label}的书名号里又用了双书名号。`,
        '里层改用单书名号“〈〉”。',
        head ? 'red' : 'yellow',
      ),
    );
}

const aboutTwice = (pieces: readonly Piece[]): Slip[] =>
  matchesThrough(pieces, ABOUT_TWICE, (text) => text).map((spot) =>
    slipAt(spot, {
      message: `${spot.place.label}把“关于”写了两遍。`,
      fix: '去掉书名号外面的“关于”。',
      ...(spot.text === '关于《关于' ? { replacement: '《关于' } : {}),
    }),
  );

const quotedTitles = (pieces: readonly Piece[]): Slip[] =>
  matchesThrough(pieces, QUOTED_TITLE, (text) => text).map((spot) =>
    slipAt(spot, {
      message: `${spot.place.label}的书名号外面又加了引号。`,
      fix: '去掉引号，只用书名号。',
      replacement: spot.text.slice(1, -1),
    }),
  );

function punctuation(title: Piece): Slip[] {
  const quotes = matchesThrough([title], LONG_QUOTE, titlesBlotted).map((spot) =>
    slipAt(spot, { message: '标题里提案的名称用了引号。', fix: '提案的名称用书名号“《》”。' }),
  );
  const blotted = (text: string): string =>
    titlesBlotted(text).replace(/[“"][^”"]{0,120}[”"]/g, (quote) => '□'.repeat(quote.length));
  const stops = matchesThrough([title], STOPS, blotted).slice(0, 1);
  return [
    ...quotes,
    ...stops.map((spot) =>
      slipAt(spot, {
        message: `标题里用了“${spot.text}”。`,
        fix: '标题里除书名号、引号、括号外一般不用标点，删去或者改写。',
        severity: /[，,、]/.test(spot.text) ? 'yellow' : 'red',
      }),
    ),
  ];
}

const ending = (title: Piece): Slip[] =>
  ENDS.test(title.text.replace(/[。；，：]$/, ''))
    ? []
    : [
        {
          message: '标题没有以“的函”“的答复”之类的文种结尾。',
          excerpt: title.text.slice(-8),
          place: { ...wholeOf(title).place, start: Math.max(0, title.text.length - 8) },
          fix: '在标题末尾写明文种，如“答复的函”。',
        },
      ];

/** The marks of titles, and how the letter's own title ends. */
export const titleMarks: LetterCheck = {
  id: 'title-marks',
  name: '标题与书名号',
  rule: '标题由发文机关、事由和文种组成（GB/T 9704—2012，7.3.1）；书名号里层用单书名号（GB/T 15834—2011，4.15）',
  severity: 'red',
  find({ model, pieces }) {
    const title = pieces.find(({ kind }) => kind === 'title');
    const heads = pieces.filter(({ kind }) => kind === 'title' || kind === 'opening');
    const texts = pieces.filter(({ kind }) => kind !== 'issuer' && kind !== 'number');
    return [
      ...aboutTwice(heads),
      ...quotedTitles(heads),
      ...texts.flatMap(pairing),
      ...(title ? punctuation(title) : []),
      ...(title && isReply(model.kind) ? ending(title) : []),
    ];
  },
};
