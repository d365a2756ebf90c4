import { isPrintedText, type PrintedBlock, type PrintedText } from './printed-blocks';
import { textRuns } from './text-runs';

/** Lengths in twentieths of a point (twips) unless said. */
const MM = 1440 / 25.4;
const TEXT_WIDTH = 8845;
const CHARACTER = 15.79 * 20;
const RULE_MM = 1.75;
const SIZE_MM = 16 * 0.35278;

interface Run {
  readonly text: string;
  readonly bold?: boolean;
  readonly size?: number;
  readonly lineBreak?: boolean;
}
interface Frame {
  readonly width: number;
  readonly height?: number;
  readonly anchor: 'page' | 'margin';
  readonly align: string;
  readonly y?: number;
  readonly bottom?: boolean;
}
/** What templates/layout/docx/document.hbs prints for one paragraph or table. */
export interface DocxParagraph {
  readonly style?: string;
  readonly runs?: readonly Run[];
  readonly frame?: Frame;
  readonly spacing?: { readonly before?: number; readonly line?: number };
  readonly indent?: { readonly left: number; readonly right: number; readonly hanging?: number };
  readonly keepNext?: boolean;
  readonly pageBreak?: boolean;
  readonly center?: boolean;
  readonly table?: {
    readonly columns: readonly number[];
    readonly rows: readonly {
      readonly header: boolean;
      readonly cells: readonly { text: string; width: number }[];
    }[];
  };
}

/** Width in characters: Chinese 1, Latin and digits 0.5. */
const widthOf = (text: string): number =>
  [...text].reduce((sum, c) => sum + (c.codePointAt(0)! < 0x2000 ? 0.5 : 1), 0);

/** The red head's measures for an issuer's name: size of its letters, and where the first rule lies (mm from the top). */
export function markMeasures(issuer: string): { points: number; rule1: number } {
  const points = Math.min(44, 150 / 0.352778 / Math.max(1, [...issuer].length));
  return { points, rule1: 30 + points * 0.92 * 0.35278 + 4 };
}

const blank = (keepNext = false): DocxParagraph => ({ style: 'GwLine', keepNext, runs: [] });
const plain = (style: string, text: string, more: Partial<DocxParagraph> = {}): DocxParagraph => ({
  style,
  runs: [{ text }],
  ...more,
});

function mark(issuer: string): DocxParagraph {
  const { points } = markMeasures(issuer);
  const height = Math.round(points * 20);
  return {
    style: 'GwMark',
    frame: {
      width: TEXT_WIDTH,
      height,
      anchor: 'page',
      align: 'center',
      y: Math.round((30 - 0.04 * points * 0.35278) * MM),
    },
    spacing: { line: height },
    runs: [{ text: issuer, size: Math.round(points * 2) }],
  };
}

/** The space above the number: 7/8 of a character below the first rule. */
const numberBefore = (issuer: string): number =>
  Math.max(
    0,
    Math.round((markMeasures(issuer).rule1 + RULE_MM + SIZE_MM * 0.875 - 37) * MM - ((28.95 - 16) / 2) * 20),
  );

function table(block: Extract<PrintedBlock, { kind: 'table' }>): DocxParagraph {
  const columns = Math.max(1, block.header.length, ...block.rows.map((row) => row.length));
  const width = Math.floor(TEXT_WIDTH / columns);
  const cells = (row: readonly string[]): { text: string; width: number }[] =>
    Array.from({ length: columns }, (_, i) => ({ text: row[i] ?? '', width }));
  const rows = [
    { header: true, cells: cells(block.header) },
    ...block.rows.map((row) => ({ header: false, cells: cells(row) })),
  ];
  return { table: { columns: Array<number>(columns).fill(width), rows } };
}

/** Date four characters from the right, each signature centred on it. */
function signatures(blocks: readonly PrintedText[]): DocxParagraph[] {
  const date = blocks.find(({ kind }) => kind === 'date');
  const dateWidth = widthOf(date?.text ?? '') * CHARACTER;
  const widest = Math.max(0, ...blocks.map(({ text }) => widthOf(text) * CHARACTER));
  const over = Math.max(0, (widest - dateWidth) / 2 - 4 * CHARACTER);
  const right = (text: string): number =>
    Math.round(4 * CHARACTER + over + (dateWidth - widthOf(text) * CHARACTER) / 2);
  return [
    blank(true),
    blank(true),
    ...blocks.map((b) =>
      plain('GwSign', b.text, { keepNext: b !== blocks.at(-1), indent: { left: 0, right: right(b.text) } }),
    ),
  ];
}

const FOOT_FRAME: Frame = { width: TEXT_WIDTH, anchor: 'margin', align: 'left', bottom: true };

function text(block: PrintedText, issuer: string): DocxParagraph[] {
  switch (block.kind) {
    case 'classMark':
      return [
        plain('GwLei', block.text, {
          frame: { width: 2835, height: 600, anchor: 'page', align: 'right', y: 907 },
        }),
      ];
    case 'mark':
      return [mark(block.text)];
    case 'number':
      return [plain('GwDocNo', block.text, { spacing: { before: numberBefore(issuer) } })];
    case 'secrecy':
    case 'urgency':
      return [plain('GwHei', block.text)];
    case 'addressee':
      return [plain('GwTo', block.text)];
    case 'attachmentMark':
      return [plain('GwHei', block.text, { pageBreak: true }), blank()];
    case 'attachmentTitle':
      return [plain('GwTitle', block.text), blank()];
    case 'publication':
      return [plain('GwBanji', block.text, { frame: FOOT_FRAME })];
    case 'copyTo':
      return [
        plain('GwBanji', block.text, { frame: FOOT_FRAME, indent: { left: 1120, right: 280, hanging: 840 } }),
      ];
    case 'signature':
    case 'date':
      return [];
    case 'paragraph':
    case 'verdict':
    case 'closing':
    case 'annotation':
      return [
        {
          style: 'GwBody',
          runs: textRuns(block.text, block.bold),
          keepNext: block.kind === 'verdict' || block.kind === 'closing',
        },
      ];
  }
}

function paragraphsOf(block: PrintedBlock, issuer: string): DocxParagraph[] {
  if (isPrintedText(block)) return text(block, issuer);
  switch (block.kind) {
    case 'title':
      return [
        blank(),
        blank(),
        { style: 'GwTitle', runs: block.lines.map((line, i) => ({ text: line, lineBreak: i > 0 })) },
        blank(),
      ];
    case 'heading':
      return [plain(`GwH${block.level}`, block.text)];
    case 'table':
      return [table(block), blank()];
    case 'attachmentNote':
      return [...(block.label ? [blank()] : []), plain('GwBody', block.label + block.mark + block.text)];
  }
}

/** The printed blocks as paragraphs and tables of WordprocessingML. */
export function docxParagraphs(blocks: readonly PrintedBlock[]): DocxParagraph[] {
  const issuer = blocks.find(({ kind }) => kind === 'mark');
  const isSignature = (b: PrintedBlock): b is PrintedText => b.kind === 'signature' || b.kind === 'date';
  const signed = blocks.filter(isSignature);
  return blocks.flatMap((block) =>
    block === signed[0]
      ? signatures(signed)
      : paragraphsOf(block, issuer && 'text' in issuer ? issuer.text : ''),
  );
}
