/** What is wrong with the quotation of a heading. */
export interface QuoteFaults {
  /** “ and ” do not pair. */
  readonly broken: boolean;
  /** “…“…”…”: the inner ones should be ‘’. */
  readonly nested: boolean;
  /** A stop before the closing mark: “…。”的建议. */
  readonly stopInside: boolean;
}

/** The quotation of a heading, from its first quote mark to its last; null where it has none. */
export function quotation(heading: string): { readonly start: number; readonly text: string } | null {
  const start = heading.search(/[“”"]/);
  if (start < 0) return null;
  const end = Math.max(...['“', '”', '"'].map((mark) => heading.lastIndexOf(mark)));
  return { start, text: heading.slice(start, end + 1) };
}

/** The faults of a quotation. */
export function quoteFaults(text: string): QuoteFaults {
  let depth = 0;
  let deepest = 0;
  let broken = false;
  for (const c of text) {
    if (c === '“') depth += 1;
    if (c === '”') depth -= 1;
    deepest = Math.max(deepest, depth);
    if (depth < 0) broken = true;
  }
  return {
    broken: broken || depth !== 0 || (text.match(/"/g) ?? []).length % 2 === 1,
    nested: deepest > 1,
    stopInside: /[。；，、：.;,:]["”]$/.test(text),
  };
}

/** The quoted words one by one: “甲”“乙” → 甲, 乙; nested marks stay inside. */
export function quoted(text: string): string[] {
  const words: string[] = [];
  let depth = 0;
  let from = 0;
  for (const [i, c] of [...text].entries()) {
    const opens = c === '“' || (c === '"' && depth === 0);
    if (opens) {
      if (depth === 0) from = i + 1;
      depth += 1;
    } else if ((c === '”' || c === '"') && depth > 0) {
      depth -= 1;
      if (depth === 0) words.push([...text].slice(from, i).join(''));
    }
  }
  return words;
}
