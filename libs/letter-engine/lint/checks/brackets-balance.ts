import type { LetterCheck, LintedLetter, Slip } from '../check';
import type { Piece, Spot } from '../letter-words';
import { spotAt } from '../letter-words';
import { type PairFault, pairFaults } from '../pairs';
import { answersSuggestion, headedSections } from '../sections';
import { slipAt } from '../spots';

const MESSAGE: Readonly<Record<PairFault['fault'], readonly [string, string]>> = {
  unclosed: ['没有配对的后一半', '补上后一半，或者删去它。'],
  unopened: ['没有配对的前一半', '补上前一半，或者删去它。'],
  nested: ['套在同样的引号里', '里层改用单引号“‘’”。'],
  crossed: ['与别的引号、括号交叉', '里外两层的引号、括号要各自成对。'],
};
const HELD =
  '举办|举行|召开|承办|主办|协办|印发|出台|发布|签订|签署|编制|制定|修订|启动|开展|组织|建成|开通|成立|揭牌';
const BEFORE =
  '成功|顺利|圆满|隆重|如期|联合|共同|先后|正式|牵头|已经|已|将|拟|并|还|连续|每年|组织|陆续|集中|参与|负责|同步|统一|积极|持续|相继';
/** 成功“举办…大会”: the verb has slipped into the quotation. */
const VERB_INSIDE = new RegExp(`“(?<=(?:${BEFORE})“)(?:${HELD})[^“”]{4,80}”`, 'g');
/** “…的”平台, “，…”: no quotation ends or begins so. */
const EDGE_INSIDE =
  /“[，。、；：的][^“”]{0,60}”|“[^“”]{1,60}(?:[^目标似真]的|[、与和及])”(?=\p{Script=Han})/gu;
const EXCERPT = 12;

/** From the mark to the end of its clause, so that it can be found by eye. */
function around(piece: Piece, { at, fault }: PairFault): Spot {
  if (fault === 'unopened') return spotAt(piece, Math.max(0, at - EXCERPT), at + 1);
  const rest = /^.[^，。；]{0,11}/.exec(piece.text.slice(at))?.[0] ?? '';
  return spotAt(piece, at, at + rest.length);
}

function pairing(piece: Piece, ignored: string): Slip[] {
  return pairFaults(piece.text, ignored).map((fault) => {
    const [wrong, fix] = MESSAGE[fault.fault];
    return slipAt(around(piece, fault), {
      message: `${piece.label}的“${piece.text[fault.at]}”${wrong}。`,
      fix,
      ...(piece.kind === 'heading' ? { severity: 'red' as const } : {}),
    });
  });
}

/** Book marks of title and opening, and the quotation of an ask, have checks of their own. */
function ignoredIn(piece: Piece, asks: ReadonlySet<string>): string {
  if (piece.kind === 'title' || piece.kind === 'opening') return '《》〈〉';
  return asks.has(piece.path) ? '“”‘’' : '';
}

function misplaced(pieces: readonly Piece[]): Slip[] {
  return pieces.flatMap((piece) => {
    const verbs = [...piece.text.matchAll(VERB_INSIDE)].map((found) => {
      return slipAt(spotAt(piece, found.index, found.index + found[0].length), {
        message: `${piece.label}的引号位置不对，把动词也引了进去。`,
        fix: '引号只括住名称，动词移到引号外面。',
      });
    });
    const edges = [...piece.text.matchAll(EDGE_INSIDE)].map((found) =>
      slipAt(spotAt(piece, found.index, found.index + found[0].length), {
        message: `${piece.label}的引号位置不对。`,
        fix: '核对引号括住的词语，把多括进去的移到引号外面。',
      }),
    );
    return [...verbs, ...edges];
  });
}

const asksOf = (letter: LintedLetter): ReadonlySet<string> =>
  new Set(
    headedSections(letter)
      .filter(answersSuggestion)
      .map(({ heading }) => heading.path),
  );

/** Quotes and brackets pair, do not cross, and hold what they should. */
export const bracketsBalance: LetterCheck = {
  id: 'brackets-balance',
  name: '引号、括号不成对或者位置不对',
  rule: '引号、括号成对使用，引号里再用引号时里层用单引号（GB/T 15834—2011，4.8、4.9）',
  severity: 'yellow',
  find(letter) {
    const asks = asksOf(letter);
    const pieces = letter.pieces.filter(({ kind }) => kind !== 'number' && kind !== 'issuer');
    const texts = pieces.filter(({ kind }) => kind === 'paragraph' || kind === 'opening' || kind === 'cell');
    return [...pieces.flatMap((piece) => pairing(piece, ignoredIn(piece, asks))), ...misplaced(texts)];
  },
};
