import type { LetterCheck, LintedLetter } from '../check';
import { classMark, classPlace } from '../class-mark';
import { isReply } from '../context';
import { matches, type Piece, type Spot, spotAt } from '../letter-words';
import { answersSuggestion, headedSections, headingSpot, isRefusal, verdictWords } from '../sections';

/** We cannot, or will not; what others cannot do is no refusal (群众无法…). */
const REFUSAL = new RegExp(
  [
    '(?:已|确|现|均|尚|暂|暂时|目前|现阶段|当前|仍)无(?:财力|资金|经费|条件|权限|能力|计划)(?:安排|实施|解决|保障|支持|推进|办理)?',
    '无(?:财力|资金|经费)(?:安排|解决|保障|支持)',
    '(?:暂时?|目前|尚|仍|现阶段|确实?)(?:还)?(?:无法|不能|难以)(?:予以)?(?:解决|实施|落实|采纳|安排|办理|纳入|实现|满足|推行|支持|开展)',
    '(?:暂时?|目前|尚|还)?不具备[^，。；]{0,20}条件',
    '条件(?:尚|还|暂)?(?:不|未)(?:够)?(?:成熟|具备|允许)',
    '(?:暂不|不予|不宜|未予|未能)(?:予以)?(?:采纳|安排|实施|考虑|列入|纳入|办理|推行|支持|落实)',
    '(?:不能|无法)(?:予以)?(?:采纳|安排|列入|纳入|实施)',
    '不(?:属于?|在)(?:我|本)[^，。；]{0,8}(?:职责|职能|权限|事权)',
    '暂缓(?:实施|推进|办理)',
    '留作(?:今后)?(?:工作)?参考',
  ]
    .map((words) => `(?:${words})(?!的)`)
    .join('|'),
  'g',
);
/** Left for later without a day. */
const PLAN =
  /(?:待|等)[^，。；]{2,30}(?:后|时)[，,]?(?:再|方可|才能|再行)[^，。；]{0,8}(?:研究|考虑|实施|启动|推进|安排|解决|落实|办理|下达|立项|申报|开工|确定|明确)|(?:条件|时机)(?:成熟|具备|允许)(?:后|时|的情况下)|(?:列入|纳入)(?:下一?步|今后|明年|下一?年度|远期|中长期)[^，。；]{0,12}(?:计划|规划|考虑|研究)|(?:拟|计划|将)(?:列入|纳入)[^，。；]{0,14}(?:计划|规划)(?:逐步|分步|争取)|今后[^，。；]{0,10}(?:研究|考虑)(?:解决|实施|采纳)|尚(?:在|处于)[^，。；]{0,10}(?:研究|论证|谋划|筹备)(?:阶段|之中|中)?|逐步(?:研究|创造条件)(?:解决|实施)/g;
/** Something that was done. */
const DONE =
  /已|了|完成|建成|出台|印发|举办|召开|开展|成立|截至|累计|目前|近年来|以来|投入|实现|发放|新增|共有?\d|20\d\d年/;
const FUTURE = /(?:^|。)(?:下一?步|下一?阶段|接下来|今后)|将|拟|计划|预计|力争|争取|待/;

/** The first words of a text that tells of nothing but what is to come. */
function onlyPlans(body: readonly Piece[]): Spot[] {
  const paragraphs = body.filter(({ kind }) => kind === 'paragraph');
  const text = paragraphs.map((piece) => piece.text).join('');
  const ahead = paragraphs.find((piece) => FUTURE.test(piece.text));
  if (!ahead || DONE.test(text)) return [];
  return matches([ahead], /[^，。]+/g)
    .filter((clause) => FUTURE.test(clause.text))
    .slice(0, 1);
}

/** The answers one by one; a letter that is not divided by asks is one answer. */
function answers(letter: LintedLetter): (readonly Piece[])[] {
  const sections = headedSections(letter).filter(answersSuggestion);
  return sections.length > 0
    ? sections.map(({ body }) => body)
    : [letter.pieces.filter(({ kind }) => kind === 'paragraph')];
}

/** Refused verdicts, refusals and mere plans in the text, in the order of print. */
function against(letter: LintedLetter): Spot[] {
  const verdicts = headedSections(letter)
    .filter((read) => isRefusal(verdictWords(read) ?? ''))
    .map((read) => (read.verdict ? spotAt(read.verdict, 0, read.verdict.text.length) : headingSpot(read)));
  const body = letter.pieces.filter(({ kind }) => kind === 'paragraph' || kind === 'cell');
  return [
    ...verdicts,
    ...matches(body, REFUSAL),
    ...matches(body, PLAN),
    ...answers(letter).flatMap(onlyPlans),
  ];
}

/** A says: done. A refusal, or a mere plan, says otherwise. */
export const classFits: LetterCheck = {
  id: 'class-fits',
  name: '办理结果类别与内容不符',
  rule: 'A类是已经解决或者采纳的，B类是列入计划的，C类是受条件限制的',
  severity: 'red',
  find(letter, { source }) {
    if (!isReply(letter.model.kind) || classMark(letter.model, source) !== 'A') return [];
    const [first, ...rest] = against(letter);
    if (!first) return [];
    return [
      {
        message: `标为A类，${first.place.label}却说“${first.text}”。`,
        excerpt: `A类 … ${first.text}`,
        place: classPlace,
        alsoAt: [first, ...rest].map(({ place }) => place),
        fix: '核对办理结果：没有办成或者只列入计划的，不标A类。',
      },
    ];
  },
};
