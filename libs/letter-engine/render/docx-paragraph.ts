/** Lengths in twentieths of a point (twips) unless said. */
export const TWIPS_PER_MM = 1440 / 25.4;
export const TEXT_TWIPS = 8845;
export const CHARACTER_TWIPS = 15.79 * 20;

export interface DocxRun {
  readonly text: string;
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
  }[];
}
/** What templates/layout/docx/document.hbs prints for one paragraph or table. */
export interface DocxParagraph {
  readonly style?: string;
  readonly runs?: readonly DocxRun[];
  readonly frame?: DocxFrame;
  readonly spacing?: { readonly before?: number; readonly line?: number };
  readonly indent?: { readonly left: number; readonly right: number; readonly hanging?: number };
  /** Tab stops, from the left edge of the text area. */
  readonly tabs?: readonly { readonly align: 'center' | 'right'; readonly at: number }[];
  readonly keepNext?: boolean;
  readonly pageBreak?: boolean;
  readonly table?: DocxTable;
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
