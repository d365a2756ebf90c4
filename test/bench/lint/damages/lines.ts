import { type Damage, edit, isAnswer, only, replaced } from '../damage';

/** A line left out; the finding says which. */
const lost = (name: string, line: RegExp, says: RegExp): Damage =>
  only(isAnswer, {
    id: 'required-lines',
    name: `${name} left out`,
    make({ text }) {
      const damaged = replaced(text, line, '', '');
      return damaged && { ...damaged, says };
    },
  });

const SIGNATURE = /^(云陵[^\n：（]*?(?:局|委员会))\n+(?=2026年\d+月\d+日$)/m;
const TITLE = /^云陵.*(?:的|对).*(?:的函|的答复|的复函|的\n答 {2}复)\n+/m;

const requiredLines: readonly Damage[] = [
  lost('number', /^\S+〔2026〕\d+号(?: {2}[ABC]类)?\n+/m, /字号|文号/),
  only(({ name }) => name !== '09', lost('title', TITLE, /标题/)),
  lost('addressee', /^[^\n。]{2,40}(?:委员|代表|市委会)：\n+/m, /主送|称谓|抬头/),
  lost('signature', SIGNATURE, /署名|落款/),
  lost('date', /^2026年\d+月\d+日\n/m, /日期/),
  lost('contact', /^(?:（?联系人[^\n]*|承办人及联系电话[^\n]*)\n/m, /联系/),
  lost('publication mark', /^(?:公开方式|同意公开)[^\n]*\n/m, /公开/),
  lost('copy-to line', /^抄送：.*/m, /抄送/),
];

/** Two lines in each other's place; the words of either may be named. */
const swapped = (name: string, first: RegExp, second: RegExp): Damage => ({
  id: 'lines-order',
  name,
  make({ text }) {
    const a = first.exec(text);
    const b = second.exec(text);
    if (!a || !b) return null;
    const [one, two] = a.index < b.index ? [a, b] : [b, a];
    const between = text.slice(one.index + one[0].length, two.index);
    const after =
      text.slice(0, one.index) + two[0] + between + one[0] + text.slice(two.index + two[0].length);
    const word = ([line]: RegExpExecArray): string => line.slice(0, 4);
    return { text: after, words: [word(one), word(two)] };
  },
});

const PUBLICATION = /^公开方式：.*$/m;
const COPY_TO = /^抄送：.*$/m;
const DATE = /^2026年\d+月\d+日$/m;
const SIGNED = /^云陵[^\n：（]*?(?:局|委员会)$(?=\n+2026年\d+月\d+日$)/m;
const CONTACT = /^（联系人.*$/m;

const linesOrder: readonly Damage[] = [
  swapped('copies before the publication mark', PUBLICATION, COPY_TO),
  swapped('the date above the signature', SIGNED, DATE),
  swapped('the contact behind the copies', CONTACT, COPY_TO),
  swapped('the contact behind the publication mark', CONTACT, PUBLICATION),
  swapped('the signature above the closing', /^(?:专此答复|此复|特此函复).*$/m, SIGNED),
];

const LANDLINE = /0899-(\d{7})/;

const areaCode: readonly Damage[] = [
  edit(
    'area-code',
    'seven digits alone',
    LANDLINE,
    ([, digits]) => digits!,
    ([, digits]) => digits!,
  ),
  edit(
    'area-code',
    'eight digits alone',
    LANDLINE,
    ([, digits]) => `8${digits}`,
    ([, digits]) => `8${digits}`,
  ),
  edit('area-code', 'a second telephone without it', LANDLINE, ([first]) => `${first}、5510238`, '5510238'),
  edit(
    'area-code',
    'an extension and no area code',
    LANDLINE,
    ([, digits]) => `${digits}-8016`,
    ([, digits]) => digits!,
  ),
];

const SIGNER = /^(云陵[^\n：（]*?(?:局|委员会))(?=\n+2026年\d+月\d+日$)/m;
const signed = (name: string, by: (unit: string) => string): Damage =>
  edit(
    'signer-unit',
    name,
    SIGNER,
    ([, unit]) => by(unit!),
    ([, unit]) => by(unit!),
  );

const signerUnit: readonly Damage[] = [
  signed('the office signs for its bureau', (unit) => `${unit}办公室`),
  signed('a section signs for its bureau', (unit) => `${unit}规划建设科`),
  signed('another bureau signs', (unit) => (unit === '云陵市商务局' ? '云陵市体育局' : '云陵市商务局')),
  signed('the committee for proposals of the bureau signs', (unit) => `${unit}提案办理工作领导小组`),
];

/** Slips of the letter's fixed lines. */
export const lineDamages: readonly Damage[] = [...requiredLines, ...linesOrder, ...areaCode, ...signerUnit];
