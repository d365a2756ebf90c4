/** Lengths in twentieths of a point (twips) unless said. */
export const TWIPS_PER_MM = 1440 / 25.4;
export const TEXT_TWIPS = 8845;
export const CHARACTER_TWIPS = 15.79 * 20;

/** A revision as Word keeps it; `tag` says whether its words came (`ins`) or went (`del`). */
export interface DocxChange {
  readonly tag: 'ins' | 'del';
  readonly gone: boolean;
  readonly id: number;
  readonly author: string;
  readonly at: string;
}
export interface DocxRun {
  readonly text: string;
  readonly change?: DocxChange;
  readonly bold?: boolean;
  /** Half points. */
  readonly size?: number;
  readonly lineBreak?: boolean;
  readonly tab?: boolean;
  /** In 黑体, whatever the style. */
  readonly hei?: boolean;
}
export interface DocxFrame {
  readonly width: number;
  readonly height?: number;
  readonly anchor: 'page' | 'margin';
  readonly align: string;
  readonly y?: number;
  readonly bottom?: boolean;
}
export interface DocxCell {
  readonly lines: readonly DocxRun[];
  readonly width: number;
  readonly centred: boolean;
  /** Revisions of the paragraph mark. */
  readonly marks?: readonly DocxChange[];
}
export interface DocxTable {
  readonly columns: readonly number[];
  /** Half points, and the distance of the lines. */
  readonly size: number;
  readonly line: number;
  readonly rows: readonly {
    readonly header: boolean;
    readonly whole: boolean;
    readonly cells: readonly DocxCell[];
    readonly change?: DocxChange;
  }[];
}
/** What makes the form of a paragraph. */
export interface DocxForm {
  readonly style?: string;
  readonly frame?: DocxFrame;
  readonly spacing?: { readonly before?: number; readonly line?: number };
  readonly indent?: { readonly left: number; readonly right: number; readonly hanging?: number };
  /** Tab stops, from the left edge of the text area. */
  readonly tabs?: readonly { readonly align: 'center' | 'right'; readonly at: number }[];
  readonly keepNext?: boolean;
  readonly pageBreak?: boolean;
}
/** What templates/layout/docx/document.hbs prints for one paragraph or table. */
export interface DocxParagraph extends DocxForm {
  readonly runs?: readonly DocxRun[];
  readonly table?: DocxTable;
  /** Revisions of the paragraph mark. */
  readonly marks?: readonly DocxChange[];
  /** The form before the revision, where it was another. */
  readonly was?: { readonly form: DocxForm; readonly change: DocxChange };
}

/** An empty line of the grid. */
export const blankLine = (keepNext = false): DocxParagraph => ({ style: 'GwLine', keepNext, runs: [] });

/** Line feeds typed in a text are breaks within its paragraph. */
export const brokenRuns = <R extends { readonly text: string }>(runs: readonly R[]): (R & DocxRun)[] =>
  runs.flatMap((run) =>
    run.text.split('\n').map((text, i) => ({ ...run, text, ...(i > 0 ? { lineBreak: true } : {}) })),
  );

/** A paragraph of one run in a style. */
export const styledLine = (
  style: string,
  text: string,
  more: Partial<DocxParagraph> = {},
): DocxParagraph => ({
  style,
  runs: brokenRuns([{ text }]),
  ...more,
});
