import { parseDateLine } from './dates';
import { labelledLine } from './labels';
import type { SourceLine } from './lines';
import { ATTACHMENT, ATTACHMENT_PAGE, COPIES, PUBLICATION, UNIT_NAME } from './patterns';

const SIGNATURE_LIMIT = 45;

/** Names that stand on one line, wide apart: "甲局    乙局". */
export function signers(line: SourceLine, issuer: string | null): string[] | null {
  const bare = (text: string): string =>
    text.replace(/[（(](?:盖章|公章|章|印章|签章|代章)[）)]$/, '').replace(/\s+/g, '');
  const text = bare(line.text);
  if (text.length > SIGNATURE_LIMIT * 2 || line.cells) return null;
  const apart = line.raw
    .trim()
    .split(/\s{2,}|\t|、/)
    .map(bare)
    .filter(Boolean);
  if (apart.length > 1 && apart.every((name) => name.length >= 4 && UNIT_NAME.test(name))) return apart;
  if (text === issuer) return [text];
  return UNIT_NAME.test(text) &&
    text.length <= SIGNATURE_LIMIT &&
    !/^[一二三四五六七八九十]+、/.test(text) &&
    !/[，。]/.test(text)
    ? [text]
    : null;
}

/** A line that can only stand at a letter's foot, by its own words. */
const isLabelled = (line: SourceLine): boolean => {
  const pieces = labelledLine(line.raw);
  return pieces !== null && pieces[0]!.kind !== 'class';
};

const belongs = (line: SourceLine, issuer: string | null): boolean =>
  isLabelled(line) ||
  parseDateLine(line.raw) !== null ||
  signers(line, issuer) !== null ||
  COPIES.test(line.text) ||
  ATTACHMENT.test(line.text) ||
  PUBLICATION.test(line.text) ||
  /^[（(][^（()）]{0,80}(?:联系|电话)/.test(line.text) ||
  (labelledLine(line.raw) ?? []).some(({ kind }) => kind === 'class');

/** Where the letter was signed: the first day that stands beside a unit's name, else the last day, else the last name. */
function anchor(lines: readonly SourceLine[], issuer: string | null): number {
  const days = lines.flatMap((line, i) => (parseDateLine(line.raw) !== null ? [i] : []));
  const isSigned = (i: number): boolean =>
    [i - 1, i - 2, i + 1].some((at) => lines[at] && signers(lines[at], issuer) !== null);
  const day = days.find(isSigned) ?? days.at(-1);
  if (day !== undefined && (isSigned(day) || day >= lines.length - FOOT_LINES)) return day;
  for (let i = lines.length - 1; i >= 0 && i >= lines.length - FOOT_LINES; i--)
    if (lines[i]!.text === issuer || (signers(lines[i]!, issuer) !== null && !isLabelled(lines[i]!)))
      return i;
  return lines.length;
}
/** How far from the end a day or a name without the other is believed. */
const FOOT_LINES = 25;
const SHORT = 12;

/** Where the letter's end begins: the first line of signature, date, contact or mark after the last running text. */
export function findFoot(lines: readonly SourceLine[], issuer: string | null): number {
  const at = anchor(lines, issuer);
  let start = at;
  const takes = (i: number): boolean => {
    const line = lines[i]!;
    if (belongs(line, issuer)) return true;
    // One line that is not understood may stand among the others (a cut word), an attachment's name runs over lines.
    if (
      /^\d{1,2}[.．、]\S{2,60}$/.test(line.text) &&
      lines.slice(Math.max(0, i - 6), i).some(({ text }) => ATTACHMENT.test(text))
    )
      return true;
    return (
      i > 0 &&
      line.text.length <= SHORT &&
      !/[。；]$/.test(line.text) &&
      belongs(lines[i - 1]!, issuer) &&
      labelledLine(lines[i - 1]!.raw) !== null
    );
  };
  for (let i = Math.min(at, lines.length) - 1; i > 0 && takes(i); i--) start = i;
  return start;
}

export const startsAttachment = (line: SourceLine): boolean => ATTACHMENT_PAGE.test(line.text);
