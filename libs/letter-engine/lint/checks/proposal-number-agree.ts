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

/** With the case at hand the right numbers are known: every printed one is held against them. */
function againstCase(marks: readonly NumberMark[], number: string, others: readonly string[]): Slip[] {
  const right = [number, ...others].map(plainNumber);
  // A single number is named with others now and then (第12、15号); several are named one by one or together, and nothing else.
  const fits = ({ numbers }: NumberMark): boolean =>
    others.length === 0 ? share(numbers, right) : numbers.every((each) => right.includes(each));
  const wrong = marks.filter((mark) => !fits(mark));
  const [first, ...rest] = wrong;
  if (!first) return [];
  const agreed = marks.find((mark) => !wrong.includes(mark));
  const all = [number, ...others].join('、');
  return [
    {
      message: `提案号应为${all}，${first.spot.place.label}写的是“${first.spot.text}”。`,
      excerpt: agreed ? `${first.spot.text} … ${agreed.spot.text}` : first.spot.text,
      place: first.spot.place,
      alsoAt: [...rest, ...(agreed ? [agreed] : [])].map(({ spot }) => spot.place),
      fix: `改为第${all}号。`,
      ...(first.numbers.length === 1 && others.length === 0
        ? { replacement: first.spot.text.replace(/\d+/, number) }
        : {}),
    },
  ];
}

/** A letter that answers several proposals names each of them in its title and in its opening. */
function unnamed(marks: readonly NumberMark[], part: string, wanted: readonly string[]): Slip[] {
  const named = marks.flatMap(({ numbers }) => [...numbers]);
  const missing = wanted.filter((number) => !named.includes(plainNumber(number)));
  const [first] = marks;
  if (!first || missing.length === 0) return [];
  return [
    {
      message: `${part}没有写第${missing.join('、')}号提案，这份函也答复它。`,
      excerpt: first.spot.text,
      place: first.spot.place,
      fix: `在${part}补上第${missing.join('、')}号。`,
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
    const others = context.case?.others ?? [];
    const wanted = facts && others.length > 0 ? [facts.number, ...others] : [];
    return [
      ...unnamed(title, '标题', wanted),
      ...unnamed(opening, '开头', wanted),
      ...(facts
        ? againstCase([...title, ...opening], facts.number, others)
        : againstEachOther(title, opening, sessionMarks(letter.pieces, 'title')[0], context)),
      ...sessions(letter),
      ...(facts ? titles(letter, facts.title) : []),
    ];
  },
};
