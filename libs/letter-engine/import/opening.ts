import { coHandlersOf } from './co-handlers';
import type { SourceLine } from './lines';
import { DOCUMENT_NUMBER } from './patterns';
import type { Reading } from './reading';

const ORDINAL = '[〇零一二三四五六七八九十百\\d]+';
const SESSION = new RegExp(
  `第?${ORDINAL}届[^第，。,:：《》“”]{0,16}?[（(]?第?${ORDINAL}次[）)]?(?:全体会议|全委会|全会|会议|大会)?`,
);
/** 第134030号; 第00123号（工交邮电类012号）; 提案编号：20230123; 第12、13号. */
const NUMBER =
  /第\s*[（(]?\s*[A-Za-z]{0,4}\s*(\d{1,12}(?:-\d{1,6}){0,3}(?:\s*[号]?\s*[、，,和及]\s*第?\s*\d{1,12})*)\s*[）)]?\s*号/;
const NUMBER_LABELLED =
  /(?:提案|建议|议案)?(?:编号|案号|提案号|建议号|序号|No\.?|NO\.?|№)\s*(?:为|是|[:：])?\s*第?\s*[A-Za-z]{0,4}(\d{1,12})/;
const NUMBER_BARE = /(?:提案|建议)\s*[（(]?\s*(\d{2,12})\s*号/;

/** The text from `open` to the `close` that matches it, nested pairs skipped; null where it does not close. */
export function balanced(text: string, open: string, close: string, from = 0): string | null {
  const start = text.indexOf(open, from);
  if (start < 0) return null;
  let depth = 0;
  for (let i = start; i < text.length; i++) {
    if (text[i] === open) depth += 1;
    if (text[i] === close) depth -= 1;
    if (depth === 0) return text.slice(start + 1, i);
  }
  return null;
}

/** Marks of a quotation and the half-width ones that a stored copy has in their place. */
const QUOTES = /[“"＂「『]([^”"＂」』]{2,120}(?:“[^”]{1,40}”[^”]{0,80})?)[”"＂」』]/;
const BARE = [
  /(关于[^，,。:：《“]{4,120}?的(?:提案|建议|议案))(?=[，,。（(]|第|办理|收悉|已|现|的?办理|\s)/,
  /(关于(?:[^。:：《“]{4,120}?)的(?:提案|建议|议案))(?=[，,。（(]|第|办理|收悉|已|现|的?办理|\s)/,
  /(?:提出|提交|反映)的?((?!第|关于|提案|建议|意见|宝贵)[^，,。:：《》“”（(]{4,60}?的?(?:提案|建议))(?=[，,。（(]|收悉|已|现)/,
  /(关于[^，,。:：《“”]{4,80}?)(?=(?:的)?(?:第?\d+号)?(?:提案|建议)?(?:已?收悉|收到))/,
];
/** Facts stand at the beginning; what comes later in a long opening is prose. */
const TITLE_LIMIT = 500;
/** A document quoted for another reason ("根据《…通知》要求"). */
const OTHER_DOCUMENT = /(?:根据|按照|依据|印发|贯彻|落实|下发)[^，。]{0,30}$/;

function bracketed(before: string): string | null {
  for (let from = 0; ;) {
    const start = before.indexOf('《', from);
    if (start < 0) return null;
    // A title whose inner brackets do not match ends with the last one before the sentence goes on.
    const words =
      balanced(before, '《', '》', start) ??
      /^《(.{4,150}?)》(?=[^》]*$|[（(，,。已收])/.exec(before.slice(start))?.[1] ??
      null;
    if (words === null) return null;
    if (!OTHER_DOCUMENT.test(before.slice(Math.max(0, start - 40), start))) return words;
    from = start + 1 + words.length;
  }
}

/** The proposal's title in an opening: in 《》, in quotes, or the bare words "提出的关于…的提案". */
export function proposalTitle(opening: string): string | null {
  const before = opening.slice(0, TITLE_LIMIT);
  const inBrackets = bracketed(before);
  const at = inBrackets === null ? -1 : before.indexOf(`《${inBrackets}`);
  const quoted = QUOTES.exec(before);
  const isQuotedTitle =
    quoted !== null &&
    (/^关于|的?(?:提案|建议)$/.test(quoted[1]!) ||
      /(?:提出|提交|提案|建议|关于|题为|反映)的?\s*$/.test(before.slice(0, quoted.index))) &&
    /^.{0,12}(?:提案|建议|议案|[（(]|收悉|已|的)/.test(before.slice(quoted.index + quoted[0].length));
  if (isQuotedTitle && (at < 0 || quoted.index < at)) return quoted[1]!.trim();
  if (
    inBrackets !== null &&
    /^(?:.{0,80}?(?:提出|提交|提案|建议|议案|号|关于|您|你|贵|委员|代表)[^。《]{0,60})?《/.test(
      before.slice(0, at + 1),
    )
  )
    return inBrackets.trim();
  const bare = BARE.map((pattern) => pattern.exec(before)?.[1]).find((words) => words !== undefined);
  return (bare ?? inBrackets)?.trim() ?? null;
}

/** Digits as printed; several numbers of one letter are parted by 、. */
export function proposalNumber(text: string): string | null {
  const plain = text
    .replace(/[０-９]/g, (digit) => digit.normalize('NFKC'))
    .replace(new RegExp(DOCUMENT_NUMBER.source, 'gu'), ' ');
  const several = NUMBER.exec(plain)?.[1];
  // "第10号、第45号" reads on behind the first 号.
  const all = several === undefined ? null : several.match(/[\d-]+/g);
  if (all) {
    const rest = plain.slice(NUMBER.exec(plain)!.index + NUMBER.exec(plain)![0].length);
    for (let next = /^\s*[、，,和及]\s*第\s*(\d{1,12})\s*号/.exec(rest), tail = rest; next;) {
      all.push(next[1]!);
      tail = tail.slice(next[0].length);
      next = /^\s*[、，,和及]\s*第\s*(\d{1,12})\s*号/.exec(tail);
    }
    return all.join('、');
  }
  return NUMBER_LABELLED.exec(plain)?.[1] ?? NUMBER_BARE.exec(plain)?.[1] ?? null;
}

const OPENING_LIMIT = 2000;

/** Fills proposal and co-handlers from title and opening; `lines` are the body's first paragraphs. */
export function readOpening(
  reading: Reading,
  titleLine: SourceLine | undefined,
  lines: readonly SourceLine[],
): void {
  const { model } = reading;
  const opening =
    model.opening.join('\n').slice(0, OPENING_LIMIT) || (lines[0]?.text ?? '').slice(0, OPENING_LIMIT);
  const title = model.title ?? '';
  // Where a whole title names a number, that is the proposal's; an opening may quote other numbers besides.
  const first = opening.split('\n').find((words) => words.length > 12) ?? opening;
  const from = (value: string | null, fallback: string | null, path: string): string | null => {
    const line = value !== null ? titleLine : lines[0];
    if ((value ?? fallback) !== null && line) reading.note(path, line, value !== null ? 'shape' : 'derived');
    return value ?? fallback;
  };
  const inOpening = proposalTitle(opening);
  const inTitle = title === '' ? null : (balanced(title, '《', '》') ?? null);
  model.proposal = {
    number: from(proposalNumber(title), proposalNumber(first) ?? model.proposal.number, 'proposal.number'),
    title: from(inOpening === null ? inTitle : null, inOpening ?? model.proposal.title, 'proposal.title'),
    session: from(SESSION.exec(title)?.[0] ?? null, SESSION.exec(first)?.[0] ?? null, 'proposal.session'),
  };
  model.coHandlers = coHandlersOf(opening);
  if (model.coHandlers.length > 0 && lines[0]) reading.note('coHandlers', lines[0], 'derived');
}
