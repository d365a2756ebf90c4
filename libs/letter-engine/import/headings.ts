import { headingMark } from '../model/heading-marks';
import { closeUp } from '../text/characters';
import type { SourceLine } from './lines';
import { CLOSING } from './patterns';

/** How a letter says what became of a suggestion: 采纳, 部分采纳, 暂不采纳, 不属职责, 留作参考. */
export const VERDICT =
  /^(?:(?:办理|采纳|吸收|处理)(?:情况|意见|结果)\s*[:：]\s*)?(?:(?:该|此|本)(?:条|项)?(?:建议|意见|事项)?)?(?:(?:已|全部|部分|基本|原则|原则上|暂不|暂未|未|不|不予|予以|建议|拟|同意|可|可以|给予|全面)*(?:采纳吸收|吸收采纳|采纳|吸收|采用|落实|解决)(?:落实|吸收|办理)?(?:该|此|本)?(?:条|项)?(?:建议|意见)?|不属(?:于)?.{0,16}(?:职责|职能|职权|事权)(?:范围|权限)?|留作参考|作为参考|列入计划|解释说明|正在解决|计划解决|解决采纳)[。.]?$/;
const HEADING_LIMIT: Readonly<Record<1 | 2 | 3 | 4, number>> = { 1: 90, 2: 50, 3: 40, 4: 40 };
/** No heading with its verdict is longer. */
const RUN_ON_LIMIT = 160;

/** "一、关于…的建议 采纳。": heading and verdict that run on in one line. */
export const headingAndVerdict = (raw: string): { heading: string; verdict: string } | null => {
  if (raw.length > RUN_ON_LIMIT) return null;
  const parts = raw.split(/\s+/);
  for (let i = parts.length - 1; i > 0; i--) {
    const [heading, verdict] = [closeUp(parts.slice(0, i).join(' ')), closeUp(parts.slice(i).join(' '))];
    if (VERDICT.test(verdict) && headingMark(heading) !== null) return { heading, verdict };
  }
  const glued = /^(.+的建议)((?:全部|部分|暂不|不予|予以)?(?:采纳|吸收).{0,6}。)$/.exec(closeUp(raw));
  return glued && VERDICT.test(glued[2]!) && headingMark(glued[1]!)
    ? { heading: glued[1]!, verdict: glued[2]! }
    : null;
};

const withoutQuotes = (text: string): string => text.replace(/“[^”]*”|《[^》]*》|"[^"]*"/g, '');

/** The level of a line that is a heading: it has a number mark, is short, and says no whole sentence. */
export function headingLevel(text: string): 1 | 2 | 3 | 4 | null {
  const found = headingMark(text);
  if (found === null || text.length > HEADING_LIMIT[found.level]) return null;
  const words = withoutQuotes(text.slice(found.mark.length)).replace(/[“”"]/g, '');
  if (words.trim() === '' && text.length === found.mark.length) return null;
  // A stop inside nested quotes ("…教学的。”的建议") is a slip of the heading, not a sentence.
  if (/[。；;！？]./.test(words) && !/[。；]的(?:建议|提案|问题)$/.test(words)) return null;
  // "一、关于选址问题。" is a heading with a stop; so is "（一）推进建设：".
  if (found.level === 1 && /^关于[^。，,；]{2,40}[。:：]$/.test(words)) return 1;
  return /[。；;，,：:]$/.test(words) ? null : found.level;
}

const PLAIN_LIMIT = 20;
const PARAGRAPH = 20;

/** A heading without number: printed bold, or too short to be a torn line and followed by a whole paragraph. */
export function isPlainHeading(line: SourceLine, next: SourceLine | undefined): boolean {
  const { text } = line;
  if (line.cells || /[。；;，,、！？!?]$/.test(text) || text.length > HEADING_LIMIT[1]) return false;
  if (line.bold) return !/[。；]/.test(withoutQuotes(text));
  return (
    text.length <= PLAIN_LIMIT &&
    text.length >= 4 &&
    !/[，,。；;：:、“”《》（(\d]/.test(text) &&
    next !== undefined &&
    next.text.length >= PARAGRAPH &&
    /^[\p{Script=Han}]+$/u.test(text)
  );
}

const STOPPED_LIMIT = 36;

/** "一、提质增效，丰富服务内容。" above a paragraph of its own: a heading that ends with a stop. */
const isStoppedHeading = (text: string, next: SourceLine | undefined): boolean =>
  text.length <= STOPPED_LIMIT &&
  headingMark(text)?.level === 1 &&
  /^[^。；;！？]+。$/.test(text) &&
  next !== undefined &&
  headingMark(next.text)?.level !== 1 &&
  !CLOSING.test(next.text);

/** The heading of a section that a line is, with the verdict that may run on in it; null for any other line. */
export function sectionHeading(
  line: SourceLine,
  next: SourceLine | undefined,
): { readonly heading: string; readonly verdict: string | null } | null {
  if (line.cells) return null;
  const both = headingAndVerdict(line.raw);
  if (both) return both;
  return headingLevel(line.text) === 1 || isStoppedHeading(line.text, next)
    ? { heading: line.text, verdict: null }
    : null;
}

/** The words a heading quotes, from its first “ to its last ”. */
export function quotedSuggestion(heading: string): string | null {
  return (
    /^(?:针对|关于|对)?(?:您|你们|贵.)?(?:提出的?|所提)?(?:关于)?“(.+)”的?(?:建议|意见|问题|提议|提案)/.exec(
      heading.replace(headingMark(heading)?.mark ?? '', ''),
    )?.[1] ?? null
  );
}
