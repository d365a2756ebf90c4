import type { LetterCheck } from '../check';
import type { PieceKind } from '../letter-words';
import { ownWords } from '../masks';
import { matchesThrough, once } from '../spots';

const FORMULA =
  /(?:现|特|谨|兹)?(?:将|就)?[^，。；：、（）]{0,40}?(?:答复|回复|函复|复函|答覆|反馈|报告|汇报|说明)(?:您|你们|贵.)?如下|(?:给予|作出|提出)?(?:以下|如下)(?:的)?(?:答复|回复)/g;
const PARTS: ReadonlySet<PieceKind> = new Set(['opening', 'paragraph']);

/** "现答复如下：" leads over to the answer once. */
export const openingTwice: LetterCheck = {
  id: 'opening-twice',
  name: '“现答复如下”写了两遍',
  rule: '引出答复的过渡语全文只用一次',
  severity: 'yellow',
  find({ pieces }) {
    const spots = matchesThrough(
      pieces.filter(({ kind }) => PARTS.has(kind)),
      FORMULA,
      ownWords,
    ).filter(({ piece, place }) => /^[：:。，,]|^$/.test(piece.text.slice(place.end, place.end + 1)));
    const [first, ...others] = spots;
    return once(others, ({ text }) => ({
      message: `前面写了“${first!.text}”，这里又写“${text}”。`,
      excerpt: `${text} … ${first!.text}`,
      fix: '只留一处，另一处删去。',
    })).map((slip) => ({ ...slip, alsoAt: [first!.place, ...(slip.alsoAt ?? [])] }));
  },
};
