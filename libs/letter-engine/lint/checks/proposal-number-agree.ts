import type { LetterCheck, LintedLetter, Slip } from '../check';
import type { LintContext } from '../context';
import { type Spot, spotAt } from '../letter-words';
import {
  type NumberMark,
  numberMarks,
  plainNumber,
  type SessionMark,
  sessionMarks,
  toldByNumber,
} from '../proposal-marks';

const share = (a: readonly string[], b: readonly string[]): boolean => a.some((one) => b.includes(one));

const disagree = (doubtful: Spot, other: Spot, what: string): Slip => ({
  message: `${doubtful.place.label}与${other.place.label}的${what}不一致。`,
  excerpt: `${doubtful.text} … ${other.text}`,
  place: doubtful.place,
  alsoAt: [other.place],
  fix: `核对提案登记表，把两处${what}改成一致。`,
});

/** With the case at hand the right number is known: every printed one is held against it. */
function againstCase(marks: readonly NumberMark[], number: string): Slip[] {
  const wrong = marks.filter(({ numbers }) => !numbers.includes(plainNumber(number)));
  const [first, ...rest] = wrong;
  if (!first) return [];
  const right = marks.find((mark) => !wrong.includes(mark));
  return [
    {
      message: `提案号应为${number}，${first.spot.place.label}写的是“${first.spot.text}”。`,
      excerpt: right ? `${first.spot.text} … ${right.spot.text}` : first.spot.text,
      place: first.spot.place,
      alsoAt: [...rest, ...(right ? [right] : [])].map(({ spot }) => spot.place),
      fix: `改为第${number}号。`,
      ...(first.numbers.length === 1 ? { replacement: first.spot.text.replace(/\d+/, number) } : {}),
    },
  ];
}

/** Where number and session tell the same, the number that tells another session is the wrong one. */
function againstEachOther(
  title: readonly NumberMark[],
  opening: readonly NumberMark[],
  session: SessionMark | undefined,
  context: LintContext,
): Slip[] {
  const [a, b] = [title[0], opening[0]];
  const all = (marks: readonly NumberMark[]): string[] => marks.flatMap(({ numbers }) => [...numbers]);
  if (!a || !b || share(all(title), all(opening))) return [];
  const told = toldByNumber(/\d+/.exec(a.spot.text)![0], context);
  const titleIsWrong =
    session !== undefined &&
    told !== null &&
    (told.term !== session.term || told.meeting !== session.meeting);
  return [titleIsWrong ? disagree(a.spot, b.spot, '提案号') : disagree(b.spot, a.spot, '提案号')];
}

function sessions({ pieces }: LintedLetter): Slip[] {
  const [a, b] = [sessionMarks(pieces, 'title')[0], sessionMarks(pieces, 'opening')[0]];
  if (!a || !b || (a.term === b.term && a.meeting === b.meeting)) return [];
  return [disagree(b.spot, a.spot, '届次')];
}

const bareTitle = (title: string): string =>
  title.replace(/[^\p{Script=Han}\p{L}\d]/gu, '').replace(/^关于|的?(?:提案|建议|议案)$/g, '');

/** The proposal's title as the opening prints it, where it does so in 《》. */
function titles({ model, pieces }: LintedLetter, right: string): Slip[] {
  const printed = model.proposal.title;
  const piece = pieces.find(({ kind, text }) => kind === 'opening' && text.includes(`《${printed}》`));
  if (printed === null || !piece || bareTitle(printed) === bareTitle(right)) return [];
  const start = piece.text.indexOf(`《${printed}》`) + 1;
  const { text, place } = spotAt(piece, start, start + printed.length);
  return [
    {
      message: '开头写的提案题目与登记的不一致。',
      excerpt: text,
      place,
      fix: `改为《${right}》。`,
      replacement: right,
    },
  ];
}

/** Number, session and title of the proposal: the same in the letter's title, its opening and the register. */
export const proposalNumberAgree: LetterCheck = {
  id: 'proposal-number-agree',
  name: '提案号前后不一',
  rule: '标题、正文与提案登记的编号、届次、题目应当一致',
  severity: 'red',
  find(letter, context) {
    const title = numberMarks(letter.pieces, 'title');
    const opening = numberMarks(letter.pieces, 'opening');
    const facts = context.case?.proposal;
    return [
      ...(facts
        ? againstCase([...title, ...opening], facts.number)
        : againstEachOther(title, opening, sessionMarks(letter.pieces, 'title')[0], context)),
      ...sessions(letter),
      ...(facts ? titles(letter, facts.title) : []),
    ];
  },
};
