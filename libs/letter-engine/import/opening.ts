import type { LetterModel } from '../model/model';

const ORDINAL = '[〇一二三四五六七八九十\\d]+';
const SESSION = new RegExp(`第?${ORDINAL}届[^第，。,:：]{0,8}?第?${ORDINAL}次(?:全体)?会议`);
const NUMBER = /第\s*(\d{1,10})\s*号/;
const GENERIC =
  /^(?:各|有关|相关|会办|协办|主办|承办|你|我|市有关|市相关)*(?:单位|部门|会办单位|承办单位|方)(?:的)?$/;

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

/** The proposal's title in an opening: in 《》, in quotes, or the bare words "提出的关于…的提案". */
export function proposalTitle(opening: string): string | null {
  const before = opening.slice(0, 400);
  const bracketed = balanced(before, '《', '》');
  if (bracketed !== null && /^(?:.{0,40}?(?:提出|提案|建议|号|关于)[^，。《]{0,20})?《/.test(before))
    return bracketed;
  const quoted = /[“"]([^”"]+?)[”"]/.exec(before)?.[1];
  if (quoted !== undefined && /^关于|(?:提案|建议)$/.test(quoted)) return quoted;
  return (
    /(关于[^，,。:：《“]{4,120}?的(?:提案|建议))(?=[，,。]|办理|收悉|已|的?办理)/.exec(before)?.[1] ??
    bracketed
  );
}

/** The units an opening says were heard, in its order; generic words ("会办单位") name nobody. */
export function coHandlersOf(opening: string): string[] {
  const found =
    /(?:经)?(?:综合|汇总|结合|征求)([^。；：:]+?)(?:等(?:单位|部门)?)?的?(?:会办|办理)?(?:意见|建议)/.exec(
      opening,
    ) ??
    /(?:经|我[局委办院厅]|现)?(?:与|会同|商)([^。，；：:]+?)(?:等(?:单位|部门)?)?(?:共同)?(?:研究|会商|协商|办理|沟通)/.exec(
      opening,
    );
  const names = (found?.[1] ?? '')
    .split(/[、，,]|(?<=[局委办厅院会])[和及](?=[市区县省])/)
    .map((name) => name.trim());
  return names.filter(
    (name) => name.length >= 2 && name.length <= 30 && !GENERIC.test(name) && !/[您你我《》“”]/.test(name),
  );
}

/** Facts stand at the beginning; what comes later in a long opening is prose. */
const OPENING_LIMIT = 2000;

/** Fills proposal and co-handlers from title and opening. */
export function readOpening(model: LetterModel): void {
  const opening = model.opening.join('').slice(0, OPENING_LIMIT);
  const title = model.title ?? '';
  // Where a whole title names a number, that is the proposal's; an opening may quote other numbers besides.
  const first = (model.opening[0] ?? '').slice(0, OPENING_LIMIT);
  model.proposal = {
    number: NUMBER.exec(title)?.[1] ?? NUMBER.exec(first)?.[1] ?? null,
    title: proposalTitle(opening),
    session: SESSION.exec(title)?.[0] ?? SESSION.exec(first)?.[0] ?? null,
  };
  model.coHandlers = coHandlersOf(opening);
}
