import type { LetterCheck } from '../check';
import { matches } from '../letter-words';

const YEAR = /[〔[【（(［﹝]\s*(\d{4})\s*年?[〕\]】）)］﹞]/;

/** The year inside the number is the year of the date. */
export const dateNumberYear: LetterCheck = {
  id: 'date-number-year',
  name: '成文日期与发文字号年份不一',
  rule: '发文字号的年份是成文的年份（GB/T 9704—2012，7.2.5）',
  severity: 'red',
  atIssue: true,
  find({ model, pieces }) {
    const number = pieces.find(({ kind }) => kind === 'number');
    const date = matches(pieces, /^.+$/g).find(({ piece }) => piece.kind === 'date');
    const year = YEAR.exec(number?.text ?? '')?.[1];
    if (!number || !date || year === undefined || model.date?.slice(0, 4) === year) return [];
    return [
      {
        message: `成文日期是${model.date!.slice(0, 4)}年，发文字号却是${year}年的。`,
        excerpt: `${date.text} … ${number.text}`,
        place: date.place,
        alsoAt: [{ path: number.path, start: 0, end: number.text.length, label: number.label }],
        fix: '核对成文日期和发文字号，改正其中的年份。',
      },
    ];
  },
};
