import { chineseDate } from '@fuhan/kernel';
import { printedHeading } from '../model/heading-marks';
import type { ClassSpot, LetterBlock, LetterModel } from '../model/model';
import { addresseesCrowdOut } from './first-page';
import type { PrintedBlock, PrintedText } from './printed-block';
import { titleLines } from './title-lines';

export { blockText, type PrintedBlock } from './printed-block';

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

/** The title's 22 points in the 156 mm of the text area. */
const TITLE_WIDTH = 20;

const line = (kind: PrintedText['kind'], text: string | null | undefined): PrintedBlock[] =>
  text ? [{ kind, text }] : [];

/** What the title's lines never tear: every unit and person the letter names. */
const namesOf = (model: LetterModel): string[] => [
  ...(model.issuer === null ? [] : [model.issuer]),
  ...model.signature,
  ...model.coHandlers,
  ...model.addressees,
];

const titled = (
  kind: 'title' | 'attachmentTitle',
  title: string | null,
  names: readonly string[],
): PrintedBlock[] => {
  if (!title) return [];
  const lines = titleLines(title, TITLE_WIDTH, names);
  return [{ kind, text: lines.join(''), lines }];
};

const addresseeLine = (model: LetterModel): string | null =>
  model.addressees.length ? `${model.print?.honorific ?? ''}${model.addressees.join('、')}：` : null;

function classMark(model: LetterModel, spot: ClassSpot): PrintedBlock[] {
  if (model.class === null || model.print?.classMark === false) return [];
  return (model.print?.classSpot ?? 'above-mark') === spot
    ? [{ kind: 'classMark', text: model.print?.classText ?? `（${model.class}类）`, spot }]
    : [];
}

function head(model: LetterModel): PrintedBlock[] {
  const blocks: PrintedBlock[] = [
    ...classMark(model, 'above-mark'),
    ...line('mark', model.issuer),
    ...line('secrecy', model.print?.secrecy),
    ...line('urgency', model.print?.urgency),
    ...classMark(model, 'number-line'),
    ...line('signer', model.print?.signer && model.signedBy ? `签发人：${model.signedBy}` : null),
    ...line('number', model.documentNumber),
    ...classMark(model, 'above-title'),
    ...titled('title', model.title, namesOf(model)),
  ];
  const addressees = addresseeLine(model);
  return addresseesCrowdOut(blocks, addressees) ? blocks : [...blocks, ...line('addressee', addressees)];
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
          ...titled('attachmentTitle', title, namesOf(model)),
          ...blocks.map(printedBlock),
        ],
  );
}

/** 7.3.2: addressees that would push all text off the first page stand in the foot, above the copies (7.4.2). */
function foot(model: LetterModel, headed: boolean): PrintedBlock[] {
  return [
    ...line('publication', model.publication && `公开方式：${model.publication}。`),
    ...line('sendTo', !headed && model.addressees.length ? `主送：${model.addressees.join('、')}。` : null),
    ...line('copyTo', model.copyTo.length ? `抄送：${model.copyTo.join('、')}。` : null),
  ];
}

/**
 * The letter as the ordered lines, headings, paragraphs and tables that stand on paper. Every renderer reads this and
 * nothing else, so that PDF, DOCX, HTML and text cannot drift apart. `unparsed` is not printed.
 */
export function printedBlocks(model: LetterModel): PrintedBlock[] {
  const top = head(model);
  const headed = top.some(({ kind }) => kind === 'addressee');
  return [
    ...top,
    ...body(model),
    ...attachmentNotes(model),
    ...model.signature.flatMap((text) => line('signature', text)),
    ...line('date', model.date && chineseDate(model.date)),
    ...line('annotation', model.annotation && `（${model.annotation}）`),
    ...attachmentPages(model),
    ...foot(model, headed),
  ];
}
