import { chineseNumeral } from '../../text/numerals';
import type { LetterCheck } from '../check';
import { isCongress, printedNumbers, sessionMarks, toldByNumber } from '../proposal-marks';
import { isOfPlace } from '../unit-index';

/** Where the number tells term and meeting, they are those of the session named beside it. */
export const proposalSession: LetterCheck = {
  id: 'proposal-session',
  name: '提案号与届次不符',
  rule: '提案编号的前几位是届和次',
  severity: 'red',
  find(letter, context) {
    const { model, pieces } = letter;
    if (isCongress(model, context) || !isOfPlace(model, context.place)) return [];
    const session = sessionMarks(pieces, 'title')[0] ?? sessionMarks(pieces, 'opening')[0];
    // One letter may answer several proposals of a session: each number tells it.
    const number = printedNumbers(letter).find(({ digits }) => {
      const told = toldByNumber(digits, context);
      return session && told && (told.term !== session.term || told.meeting !== session.meeting);
    });
    const told = number && toldByNumber(number.digits, context);
    if (!number || !session || !told) return [];
    const right = `${chineseNumeral(told.term)}届${chineseNumeral(told.meeting)}次`;
    const known = context.case ? [context.case.proposal.number, ...(context.case.others ?? [])] : [];
    const numberIsRight = known.includes(number.digits);
    const [first, second] = numberIsRight ? [session.spot, number.spot] : [number.spot, session.spot];
    return [
      {
        message: `提案号${number.digits}是${right}会议的，与“${session.spot.text}”不符。`,
        excerpt: `${first.text} … ${second.text}`,
        place: first.place,
        alsoAt: [second.place],
        fix: `核对提案登记表，改正提案号，或者把届次改为“${right}会议”。`,
      },
    ];
  },
};
