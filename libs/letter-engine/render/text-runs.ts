export interface TextRun {
  readonly text: string;
  readonly bold: boolean;
}

/** Cuts a text at the ends of its bold ranges. The runs joined are the text again; empty runs are left out. */
export function textRuns(text: string, bold: readonly (readonly [number, number])[] = []): TextRun[] {
  if (bold.length === 0) return text === '' ? [] : [{ text, bold: false }];
  const clamp = (n: number): number => Math.max(0, Math.min(n, text.length));
  const cuts = [...new Set([0, text.length, ...bold.flat().map(clamp)])].sort((a, b) => a - b);
  const runs: { text: string; bold: boolean }[] = [];
  for (let i = 1; i < cuts.length; i++) {
    const [start, end] = [cuts[i - 1]!, cuts[i]!];
    const isBold = bold.some(([from, to]) => from <= start && end <= to);
    const last = runs.at(-1);
    if (last && last.bold === isBold) last.text += text.slice(start, end);
    else runs.push({ text: text.slice(start, end), bold: isBold });
  }
  return runs;
}
