import { chineseDate } from '@fuhan/kernel';
import { printedHeading } from '../model/heading-marks';
import type { LetterBlock, LetterModel } from '../model/model';
import { titleLines } from './title-lines';

/** A line or paragraph as it stands on paper. */
export type PrintedText = {
  readonly kind:
    | 'classMark'
    | 'mark'
    | 'secrecy'
    | 'urgency'
    | 'number'
    | 'addressee'
    | 'paragraph'
    | 'verdict'
    | 'closing'
    | 'signature'
    | 'date'
    | 'annotation'
    | 'publication'
    | 'copyTo'
    | 'attachmentMark'
    | 'attachmentTitle';
  readonly text: string;
  readonly bold?: readonly (readonly [number, number])[];
};
export type PrintedBlock =
  | PrintedText
  | { readonly kind: 'title'; readonly text: string; readonly lines: readonly string[] }
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3 | 4; readonly text: string }
  | { readonly kind: 'attachmentNote'; readonly label: string; readonly mark: string; readonly text: string }
  | {
      readonly kind: 'table';
      readonly header: readonly string[];
      readonly rows: readonly (readonly string[])[];
    };

const printedBlock = (block: LetterBlock): PrintedBlock => {
  switch (block.type) {
    case 'heading':
      return { kind: 'heading', level: block.level, text: block.text };
    case 'paragraph':
      return { kind: 'paragraph', text: block.text, ...(block.bold?.length ? { bold: block.bold } : {}) };
    case 'table':
      return { kind: 'table', header: block.header, rows: block.rows };
  }
};

const line = (kind: PrintedText['kind'], text: string | null | undefined): PrintedBlock[] =>
  text ? [{ kind, text }] : [];

function head(model: LetterModel): PrintedBlock[] {
  return [
    ...line(
      'classMark',
      model.class !== null && model.print?.classMark !== false ? `（${model.class}类）` : null,
    ),
    ...line('mark', model.issuer),
    ...line('secrecy', model.print?.secrecy),
    ...line('urgency', model.print?.urgency),
    ...line('number', model.documentNumber),
    ...(model.title ? [{ kind: 'title', text: model.title, lines: titleLines(model.title) } as const] : []),
    ...line(
      'addressee',
      model.addressees.length ? `${model.print?.honorific ?? ''}${model.addressees.join('、')}：` : null,
    ),
  ];
}

function body(model: LetterModel): PrintedBlock[] {
  const blocks: PrintedBlock[] = model.opening.flatMap((text) => line('paragraph', text));
  let n = 0;
  for (const section of model.sections) {
    if (section.heading !== null) {
      n += 1;
      blocks.push({ kind: 'heading', level: 1, text: printedHeading(section.heading, n) });
    }
    blocks.push(...line('verdict', section.verdict), ...section.blocks.map(printedBlock));
  }
  // Two closing sentences that stood as paragraphs of their own are kept apart by a line feed.
  return [...blocks, ...(model.closing ?? '').split('\n').flatMap((text) => line('closing', text))];
}

const attachmentNumber = (model: LetterModel, i: number): string =>
  model.attachments.length > 1 ? String(i + 1) : '';

function attachmentNotes(model: LetterModel): PrintedBlock[] {
  return model.attachments.map(({ title }, i) => ({
    kind: 'attachmentNote',
    label: i === 0 ? '附件：' : '',
    mark: attachmentNumber(model, i) && `${attachmentNumber(model, i)}.`,
    text: title,
  }));
}

function attachmentPages(model: LetterModel): PrintedBlock[] {
  return model.attachments.flatMap(({ title, blocks }, i) =>
    blocks.length === 0
      ? []
      : [
          ...line('attachmentMark', `附件${attachmentNumber(model, i)}`),
          ...line('attachmentTitle', title),
          ...blocks.map(printedBlock),
        ],
  );
}

function foot(model: LetterModel): PrintedBlock[] {
  return [
    ...line('publication', model.publication && `公开方式：${model.publication}。`),
    ...line('copyTo', model.copyTo.length ? `抄送：${model.copyTo.join('、')}。` : null),
  ];
}

/**
 * The letter as the ordered lines, headings, paragraphs and tables that stand on paper. Every renderer reads this and
 * nothing else, so that PDF, DOCX, HTML and text cannot drift apart. `unparsed` is not printed.
 */
export function printedBlocks(model: LetterModel): PrintedBlock[] {
  return [
    ...head(model),
    ...body(model),
    ...attachmentNotes(model),
    ...model.signature.flatMap((text) => line('signature', text)),
    ...line('date', model.date && chineseDate(model.date)),
    ...line('annotation', model.annotation && `（${model.annotation}）`),
    ...attachmentPages(model),
    ...foot(model),
  ];
}

const STRUCTURED: ReadonlySet<PrintedBlock['kind']> = new Set([
  'title',
  'heading',
  'attachmentNote',
  'table',
]);

/** True for a plain line or paragraph. */
export const isPrintedText = (block: PrintedBlock): block is PrintedText => !STRUCTURED.has(block.kind);

/** All words of a block in reading order. */
export function blockText(block: PrintedBlock): string {
  if (block.kind === 'table')
    return [block.header, ...block.rows].map((cells) => cells.join('\t')).join('\n');
  if (block.kind === 'attachmentNote') return block.label + block.mark + block.text;
  return block.text;
}
