/** One character as drawn. Lengths in millimetres from the top left corner of the page as a reader sees it. */
export interface PdfGlyph {
  /** As the font says it; '' where the font does not say which character this is. */
  readonly text: string;
  /** The advance box: what the line breaker counts, blank sides included. */
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  /** Points on paper. */
  readonly size: number;
  /** Name of the font without its subset tag. */
  readonly font: string;
  /** `#rrggbb`, or `other` for a pattern. */
  readonly colour: string;
  /** Degrees the writing is turned; 0 for a level line. */
  readonly angle: number;
  /** Drawn but not seen: the text layer over a scan. */
  readonly hidden: boolean;
  /** The box of the strokes; null for a blank, and where the font cannot be drawn. */
  readonly ink: PdfBox | null;
}
export interface PdfBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Characters drawn one after the other on one line in one font and size. */
export interface PdfPiece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  readonly baseline: number;
  readonly size: number;
  readonly font: string;
}

/** A filled or stroked shape by its box; a stroke's thickness is in the box. */
export interface PdfShape {
  readonly kind: 'fill' | 'stroke';
  readonly colour: string;
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

export interface PdfPage {
  /** Millimetres, turned as a reader sees it. */
  readonly width: number;
  readonly height: number;
  readonly pieces: readonly PdfPiece[];
  /** In the order of drawing. */
  readonly glyphs: readonly PdfGlyph[];
  readonly shapes: readonly PdfShape[];
}

export interface PdfFont {
  /** Without its subset tag. */
  readonly name: string;
  readonly embedded: boolean;
  readonly subset: boolean;
  /** Has a ToUnicode table; null where the file does not let us see. */
  readonly toUnicode: boolean | null;
}

/** A finished PDF as a reader sees it. */
export interface PdfSource {
  readonly pages: readonly PdfPage[];
  /** The fonts that draw at least one character. */
  readonly fonts: readonly PdfFont[];
  readonly title: string | null;
  /** What the file's metadata declare, such as {part: 2, conformance: 'B'}; null when they declare nothing. */
  readonly standard: { readonly part: number; readonly conformance: string } | null;
  /** Locked against changes, though it can be read. */
  readonly encrypted: boolean;
  /** Something is drawn and none of it is text: a scan, or text turned into curves. */
  readonly imageOnly: boolean;
}
