import type { LetterCheck, Slip } from '../check';
import { matches, type Piece, RUNNING, type Spot } from '../letter-words';
import { bareSentence, allSentences } from '../sentences';
import { grouped } from '../grouped';
import { slipAt } from '../spots';

/** Small words that never stand twice in a row; 为了了解, 其中中级, 的的确确 do. */
const SMALL =
  /的的(?![确士哥])|了了(?![解结望然])|是是(?!非)|也也|都都|把把(?![关脉手控握])|您您|我我|们们|和和(?![平谐睦美气解])|及及(?!时)|并并(?![入购网联行存轨线举非])|与与(?!会)|将将(?![军领帅来于])|为为(?![民期主首官何了重])|在在(?![建职线校读岗编营册场外内乡地家押研售])|对对(?![口外内比标接应方象策话子付于])|到到(?![期位达场])|由由|就就(?![业近地])|从从|向向|被被|于于|还还(?![款原本])|已已|等等(?=[一二三四五六七八九十\d])/g;
const WORD = /([\p{Script=Han}\dA-Za-z]{2,12}?)\1/gu;
/** 一个一个, 逐户逐户, 讨论讨论: said twice on purpose. */
const ON_PURPOSE =
  /^(?:[一几每逐].{1,2}|很.|非常|十分|研究|讨论|商量|考虑|了解|学习|休息|大家|谢谢|越来|许多|天天|年年|[\d]+|[A-Za-z]+|阵阵|步步|层层|人人|处处)$/;
/** 博士博士后, 服务服务业: the second begins a longer word. */
const LONGER_WORD = /^[后业局厅委馆站院]/;
/** A sentence this long does not come twice by chance. */
const LONG = 16;

const isSlip = ({ groups, piece, place }: Spot): boolean => {
  const word = groups[1] ?? '';
  return (
    /\p{Script=Han}/u.test(word) &&
    new Set(word).size > 1 &&
    !ON_PURPOSE.test(word) &&
    !LONGER_WORD.test(piece.text.slice(place.end))
  );
};

const say = (spot: Spot, word: string): Slip =>
  slipAt(spot, { message: `“${word}”连写了两遍。`, fix: `只留一个“${word}”。`, replacement: word });

function wholeSentences(pieces: readonly Piece[]): Slip[] {
  const groups = grouped(
    allSentences(pieces.filter(({ kind }) => kind === 'paragraph')).filter(
      (spot) => bareSentence(spot).length >= LONG && !/^[（(]/.test(spot.text),
    ),
    bareSentence,
  );
  return [...groups.values()].flatMap(([first, ...again]) =>
    again.slice(0, 1).map((spot) => ({
      ...slipAt(spot, { message: `这一句与${first!.place.label}的一句完全相同。`, fix: '删去重复的一句。' }),
      alsoAt: [first!, ...again.slice(1)].map(({ place }) => place),
    })),
  );
}

/** Words, and whole sentences, written twice. */
export const repeatedWords: LetterCheck = {
  id: 'repeated-words',
  name: '词语、句子重复',
  rule: '文字应当准确简洁，不重不漏',
  severity: 'yellow',
  find({ pieces }) {
    const words = pieces.filter(
      ({ kind }) => RUNNING.has(kind) || kind === 'title' || kind === 'publication',
    );
    return [
      ...matches(words, SMALL).map((spot) => say(spot, spot.text.slice(0, 1))),
      ...matches(words, WORD)
        .filter(isSlip)
        .map((spot) => say(spot, spot.groups[1]!)),
      ...wholeSentences(pieces),
    ];
  },
};
