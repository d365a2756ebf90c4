import { chineseDate } from '@fuhan/kernel';
import type { LetterCheck } from '../check';
import { type Piece, RUNNING } from '../letter-words';
import { compareTimes, isAfter, timeWords, type TimeWord } from '../time-words';

/** What comes, not what was: a plan may name any day. */
const PLANNED =
  /下一步|接下来|今后|届时|拟(?!定)|(?<!按)计划(?!》)|预计|预期|力争|争取|有望|确保|目标|(?<![已现])将(?!.{0,30}[列纳].?入.{0,6}(?:名录|目录|清单|范围))|即将|未来|明年|后年|远期|规划(?:到|至|期)|安排在|定于|约定|合同期|有效期|期限|任期/;
const DEADLINE_BEFORE = /(?:[^截]至|到|[—\-－~～]|之前)$/;
const DEADLINE_AFTER =
  /^(?:年?[底末])?(?:以?前|之前|止|届满|到期|期满|起(?:施行|实施|执行|生效)|[—\-－~～至到]|(?:交付|完工|竣工|投用|投产|建成|开工)(?!了))/;
const OF_A_PLAN = /^(?:年?度)?.{0,14}?(?:计划|规划|预算|项目库|项目|工程|方案|任务|清单|指标|目标|安排|名录)/;
const INTO = /(?:列入|纳入|编入|上报为|申报|作为|写入)[^，。；]{0,6}$/;
/** It is over: done, counted, or said with 了. */
const OVER = /已|截[至止](?!日期|时间)|累计|以来|[^为罢]了|成功|同比|较上年|比上年|顺利|圆满|连续/;
/** Verbs that tell of things done unless the sentence is a plan. */
const DONE =
  /举办|召开|印发|出台|发布|公布|组建|成立|启动|揭牌|签[订署约]|达成|开展|完成|实现|投入|获|通过|审核|招收|招聘|统筹|安排|指导|新增|共.{0,6}\d|达到?\d|建成|下达|拨付|接待|培训|走访|出席|参加|验收|开[工业馆课]|发放|受理|办结|登记|征求|调研|检查|复查|研究|会商|沟通|面谈|座谈|联系|答复/;

interface Span {
  /** The sentence up to the clause, and the clause with what it leads. */
  readonly before: string;
  readonly clause: string;
  readonly after: string;
}

const REACH = 300;

/** The clause a time stands in; where it is the clause's only word ("3月12日，"), with the next one. */
function spanOf({ spot }: TimeWord): Span {
  // Nothing farther off than this belongs to the sentence's sense.
  const offset = Math.max(0, spot.place.start - REACH);
  const text = spot.piece.text.slice(offset, spot.place.end + REACH);
  const [start, end] = [spot.place.start - offset, spot.place.end - offset];
  const sentence = Math.max(...['。', '；', '！', '？'].map((stop) => text.lastIndexOf(stop, start - 1))) + 1;
  const comma = Math.max(sentence, text.lastIndexOf('，', start - 1) + 1);
  const rest = /^[^，。；！？]*/.exec(text.slice(end))![0];
  const more =
    rest.length <= 2 ? (/^[，]?[^，。；！？]*/.exec(text.slice(end + rest.length))?.[0] ?? '') : '';
  return {
    before: text.slice(sentence, comma),
    clause: text.slice(comma, end) + rest + more,
    after: text.slice(end),
  };
}

/** Where a paragraph begins to tell of plans, or -1; looked up once for all the times it names. */
const plansFrom = new WeakMap<Piece, number>();
function plansIn(piece: Piece): number {
  const known = plansFrom.get(piece) ?? piece.text.search(/(?:^|[。；])(?:下一步|接下来|今后|下一阶段)/);
  plansFrom.set(piece, known);
  return known;
}

/** After "下一步" a paragraph tells of plans to its end. */
const inPlans = ({ spot }: TimeWord): boolean => {
  const plans = plansIn(spot.piece);
  return plans >= 0 && plans < spot.place.start;
};

function isFact(time: TimeWord): boolean {
  const { before, clause, after } = spanOf(time);
  const { text, place, piece } = time.spot;
  if (text.startsWith('〔')) return !inPlans(time);
  const until = text.startsWith('截');
  const head = piece.text.slice(Math.max(0, place.start - 12), place.start);
  if (DEADLINE_AFTER.test(after)) return false;
  if (!until && (DEADLINE_BEFORE.test(head) || INTO.test(head))) return false;
  if (time.month === null && OF_A_PLAN.test(/^[^，。；已了]*/.exec(after)![0])) return false;
  if (PLANNED.test(clause) || (PLANNED.test(before) && !OVER.test(clause))) return false;
  return OVER.test(clause) || (!inPlans(time) && DONE.test(clause));
}

/** The letter tells of things done on days after its own date. */
export const dateFacts: LetterCheck = {
  id: 'date-facts',
  name: '正文事实晚于成文日期',
  rule: '成文日期是签发的日期，答复的事实不会晚于它（GB/T 9704—2012，7.3.5.4）',
  severity: 'red',
  atIssue: true,
  find({ model, pieces }) {
    const date = pieces.find(({ kind }) => kind === 'date');
    const day = model.date;
    if (!date || day === null) return [];
    const running = pieces.filter(({ kind }) => RUNNING.has(kind));
    const later = timeWords(running, day).filter((time) => isAfter(time, day) && isFact(time));
    const [latest, ...rest] = later.toSorted((a, b) => compareTimes(b, a));
    if (!latest) return [];
    return [
      {
        message: `成文日期是${chineseDate(day)}，${latest.spot.place.label}却写到“${latest.spot.text}”的事实。`,
        excerpt: `${date.text} … ${latest.spot.text}`,
        place: { path: date.path, start: 0, end: date.text.length, label: date.label },
        alsoAt: [latest, ...rest].map(({ spot }) => spot.place),
        fix: '核对成文日期和这些事实的时间，改正写错的一处。',
      },
    ];
  },
};
