import type { LetterCheck, LintedLetter, Slip } from '../check';
import { isReply, type LintPlace } from '../context';
import { unitIndex } from '../unit-index';
import { nowhere, type Piece, RUNNING, wholeOf } from '../letter-words';
import { ownWords } from '../masks';
import { matchesThrough, slipAt } from '../spots';

const START = '(?<=^\\s*|[。！\\n]\\s*)';
/** How an answer ends. */
const FITTING = new RegExp(
  `${START}(?:(?:专|特)此(?:答复|函复|复函|函答|奉复)|此复|(?:专|特)复|专此|特此函复)(?=[。，,.！\\n]|$)`,
  'g',
);
/** How other papers end: notices, reports, requests, private letters. */
const UNFIT = new RegExp(
  `${START}(?:(?:专此|特此|谨此)(?:通知|报告|请示|批复|公告|通告|通报|证明|说明|函告|函达|函商|函询|致函|汇报|回复|申请|声明|布告)|妥否|当否|可否|以上(?:请示|意见|报告)[^。]{0,12}(?:当否|妥否|请)|请(?:批示|审批|审阅|指示)|此致|敬礼|顺颂|顺祝|此令|现予公布|请(?:各[^。]{0,12})?(?:遵照|贯彻|认真)[^。]{0,4}执行|请(?:研究)?(?:函复|复函|批复|支持)为盼)[^。\\n]{0,12}`,
  'g',
);

/** The end of the letter: the closing and, where a letter has none of its own, its last paragraph. */
function endOf({ pieces, model }: LintedLetter): Piece[] {
  const closings = pieces.filter(({ kind }) => kind === 'closing');
  const last = pieces.findLast(({ kind }) => kind === 'paragraph');
  const lost = model.unparsed
    .filter((line) => line.length <= 12)
    .map((text): Piece => ({ kind: 'closing', path: '', label: '结尾', text, section: null }));
  return [...(last ? [last] : []), ...closings, ...lost];
}

/** Elsewhere thanks may do for a formula. */
const isOurs = ({ model }: LintedLetter, place: LintPlace): boolean =>
  unitIndex(place).find(model.issuer ?? model.signature[0] ?? '') !== null;

const missing = (closing: Piece | undefined): Slip[] =>
  closing === undefined
    ? []
    : [
        {
          message: '结尾没有“专此答复”之类的结束语。',
          excerpt: closing.text,
          place: closing.path === '' ? nowhere : wholeOf(closing).place,
          fix: '在致谢前写上“专此答复”。',
        },
      ];

/** The answer ends with one formula that fits an answer. */
export const closingFormula: LetterCheck = {
  id: 'closing-formula',
  name: '结束语缺少、重复或者不当',
  rule: '答复函以“专此答复”“特此函复”“此复”之类结束，只用一次，不用请示、通知、书信的结束语',
  severity: 'yellow',
  find(letter, { place }) {
    if (!isReply(letter.model.kind)) return [];
    const end = endOf(letter);
    const unfit = matchesThrough(end, UNFIT, ownWords);
    const running = letter.pieces.filter(({ kind }) => RUNNING.has(kind));
    const [first, ...again] = matchesThrough(running, FITTING, ownWords);
    const closing = end.find(({ kind }) => kind === 'closing');
    return [
      ...unfit.slice(0, 1).map((spot) => ({
        ...slipAt(spot, { message: `“${spot.text}”不是答复函的结束语。`, fix: '改用“专此答复”。' }),
        alsoAt: unfit.slice(1).map(({ place }) => place),
      })),
      ...again.map((spot) => ({
        ...slipAt(spot, {
          message: `结束语写了两遍：“${first!.text}”“${spot.text}”。`,
          fix: '只留一处结束语。',
        }),
        excerpt: first!.text === spot.text ? spot.text : `${spot.text} … ${first!.text}`,
        alsoAt: [first!.place],
      })),
      ...(unfit.length > 0 || first || !isOurs(letter, place) ? [] : missing(closing)),
    ];
  },
};
