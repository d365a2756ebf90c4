import type { Ink } from './ink';

/** 发文稿纸: what is printed about a letter's way to its signature. Texts are printed as they are; empty ones leave their box empty. */
export interface SignOffSheet {
  /** The unit's full name: 中山市工业和信息化局. */
  readonly unit: string;
  readonly documentNumber: string;
  readonly secrecy: string;
  readonly urgency: string;
  readonly title: string;
  readonly sendTo: string;
  readonly copyTo: string;
  readonly drafter: string;
  readonly office: string;
  readonly outcomeClass: string;
  readonly publication: string;
  /** Which route, and why. */
  readonly route: string;
  readonly steps: readonly SheetStep[];
  /** Findings the signer let stand. */
  readonly overrules: readonly SheetEntry[];
  /** What co-handlers confirmed. */
  readonly confirmations: readonly SheetEntry[];
}

/** One box. */
export interface SheetEntry {
  readonly name: string;
  readonly words: string;
  /** Who wrote it; empty while nobody has. */
  readonly by: string;
  /** Date and time as printed. */
  readonly at: string;
}

export interface SheetStep extends SheetEntry {
  /** What was written by hand: drawn where the words would stand, the words small below it. */
  readonly ink?: Ink | null;
  /** Under the name: 并行, 委托, 沿用上一轮. */
  readonly note: string;
}

/** Stands where no face has the character: an opinion with a 👍 in it must not keep the sheet from being printed. */
export const GETA = '〓';

const mapTexts = (value: unknown, change: (text: string) => string): unknown => {
  if (typeof value === 'string') return change(value);
  if (Array.isArray(value)) return value.map((each) => mapTexts(each, change));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, mapTexts(each, change)]));
};

/**
 * The sheet with every character that cannot be printed replaced by 〓.
 * @param missing the characters of a text that no face has
 */
export const printableSheet = (
  sheet: SignOffSheet,
  missing: (text: string) => readonly string[],
): SignOffSheet =>
  mapTexts(sheet, (text) => {
    const lacking = new Set(missing(text));
    return lacking.size === 0 ? text : [...text].map((c) => (lacking.has(c) ? GETA : c)).join('');
  }) as SignOffSheet;
