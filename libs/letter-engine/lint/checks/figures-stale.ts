import type { LetterCheck, Slip } from '../check';
import { isReply } from '../context';
import { RUNNING } from '../letter-words';
import { slipAt } from '../spots';
import { isAfter, timeWords, type TimeWord } from '../time-words';

/** Of how things stood on a day, not of how they began. */
const STATUS = /^截[至止]/;
/** Where something began, or a paper that still holds: no measure of how fresh the figures are. */
const BEGINNING_BEFORE = /(?:曾于|早在|始于|成立于|建于|源于)$/;
const BEGINNING_AFTER =
  /^[^，。；]{0,4}(?:以来|起|开始|至今)|^[^，。；]{0,24}(?:成立|印发|出台|颁布|修订|发布|施行|制定|获批|建成|启动)/;
const CURRENT = /今年|本年|去年|上年|上半年|一季度|前三季度|本月|近日|日前/;

const monthsOf = ({ year, month }: TimeWord): number => year * 12 + (month ?? 12);

const isBeginning = ({ spot }: TimeWord): boolean =>
  BEGINNING_BEFORE.test(spot.piece.text.slice(Math.max(0, spot.place.start - 4), spot.place.start)) ||
  BEGINNING_AFTER.test(spot.piece.text.slice(spot.place.end, spot.place.end + 40));

const slip = ({ spot }: TimeWord, date: string, also: readonly TimeWord[]): Slip => ({
  ...slipAt(spot, {
    message: `成文在${date.slice(0, 4)}年，情况只写到“${spot.text}”。`,
    fix: '换成最近的数据；确实没有新数据的，说明原因。',
  }),
  alsoAt: also.map((time) => time.spot.place),
});

/** The newest figures are years older than the letter. */
export const figuresStale: LetterCheck = {
  id: 'figures-stale',
  name: '数据陈旧',
  rule: '答复应当使用最近的情况和数据',
  severity: 'yellow',
  atIssue: true,
  limits: { years: 2 },
  find({ model, pieces }, _context, { years = 2 }): Slip[] {
    if (!isReply(model.kind) || model.date === null) return [];
    const running = pieces.filter(({ kind }) => RUNNING.has(kind) && kind !== 'opening');
    const times = timeWords(running, model.date).filter(({ spot }) => !spot.text.startsWith('〔'));
    const today = Number(model.date.slice(0, 4)) * 12 + Number(model.date.slice(5, 7));
    const isOld = (time: TimeWord): boolean => today - monthsOf(time) >= years * 12;
    const old = times.filter((time) => STATUS.test(time.spot.text) && !time.implied && isOld(time));
    if (old.length > 0) return old.map((time) => slip(time, model.date!, []));
    const facts = times.filter((time) => !isBeginning(time) && !isAfter(time, model.date!));
    const fresh =
      facts.some((time) => time.implied || !isOld(time)) || running.some(({ text }) => CURRENT.test(text));
    if (fresh || facts.length === 0) return [];
    const [newest, ...others] = facts.toSorted((a, b) => monthsOf(b) - monthsOf(a));
    const thisYear = Number(model.date.slice(0, 4));
    return thisYear - newest!.year >= years ? [slip(newest!, model.date, others)] : [];
  },
};
