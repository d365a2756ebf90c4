import Handlebars from 'handlebars';
import { readFileSync } from 'node:fs';
import type { LetterModel } from '../model/model';
import { assertPrintable } from '../text/characters';
import { projectPath } from '../project-root';
import { hasHeader, isPrintedText, type PrintedBlock, type PrintedText } from './printed-block';
import { printedBlocks } from './printed-blocks';
import { signatureRows } from './signature-rows';
import { tableLayout } from './table-columns';
import { textRuns } from './text-runs';

/** As words, never as tags; a line feed typed in a text is a break. */
export const escape = (text: string): string => Handlebars.escapeExpression(text).replace(/\n/g, '<br>');

/** What the style sheets call each part. */
export const CLASS_NAMES: Readonly<Record<PrintedText['kind'], string>> = {
  classMark: 'class',
  mark: 'mark',
  secrecy: 'side',
  urgency: 'side',
  signer: 'signer',
  number: 'number',
  addressee: 'addressee',
  paragraph: 'paragraph',
  verdict: 'verdict',
  closing: 'closing',
  signature: 'signature',
  date: 'date',
  annotation: 'annotation',
  publication: 'publication',
  sendTo: 'copy-to',
  copyTo: 'copy-to',
  attachmentMark: 'attachment',
};

const inline = (text: string, bold: PrintedText['bold']): string =>
  textRuns(text, bold)
    .map((run) => (run.bold ? `<strong>${escape(run.text)}</strong>` : escape(run.text)))
    .join('');

function table(block: Extract<PrintedBlock, { kind: 'table' }>): string {
  const { columns } = tableLayout(block);
  const widths = columns.map(({ share }) => `<col style="width:${(share * 100).toFixed(2)}%">`).join('');
  const cell = (text: string, i: number, tag: string): string =>
    `<${tag}${columns[i]!.centred ? ' class="letter__cell-centred"' : ''}>${escape(text)}</${tag}>`;
  const row = (cells: readonly string[], tag: string): string =>
    `<tr>${columns.map((_, i) => cell(cells[i] ?? '', i, tag)).join('')}</tr>`;
  const head = hasHeader(block) ? `<thead>${row(block.header, 'th')}</thead>` : '';
  const body = block.rows.map((cells) => row(cells, 'td')).join('');
  return `<table class="letter__table"><colgroup>${widths}</colgroup>${head}<tbody>${body}</tbody></table>`;
}

function element(block: PrintedBlock): string {
  if (isPrintedText(block)) {
    const spot = block.spot === undefined ? '' : ` letter__class--${block.spot}`;
    return `<p class="letter__${CLASS_NAMES[block.kind]}${spot}">${inline(block.text, block.bold)}</p>`;
  }
  switch (block.kind) {
    case 'title':
      return `<h1 class="letter__title">${block.lines.map(escape).join('<br>')}</h1>`;
    case 'attachmentTitle':
      return `<h2 class="letter__title">${block.lines.map(escape).join('<br>')}</h2>`;
    case 'heading':
      return `<h${block.level + 1} class="letter__heading-${block.level}">${escape(block.text)}</h${block.level + 1}>`;
    case 'attachmentNote':
      return `<p class="letter__attachment-note"><span>${escape(block.label + block.mark)}</span><span>${escape(block.text)}</span></p>`;
    case 'table':
      return block.rows.length > 0 || hasHeader(block) ? table(block) : '';
  }
}

const FOOT: ReadonlySet<PrintedBlock['kind']> = new Set(['publication', 'sendTo', 'copyTo']);
const isFoot = (block: PrintedBlock): boolean => FOOT.has(block.kind);
const isSignature = (block: PrintedBlock): block is PrintedText => block.kind === 'signature';

/** Units that sign together stand side by side, as on paper. */
function joint(signed: readonly PrintedText[]): string {
  const { rows } = signatureRows(
    signed.map(({ text }) => text),
    '',
  );
  return rows
    .map((row) => `<p class="letter__signatures">${row.map((u) => `<span>${escape(u)}</span>`).join('')}</p>`)
    .join('\n');
}

function elements(blocks: readonly PrintedBlock[]): string {
  const signed = blocks.filter(isSignature);
  return blocks
    .flatMap((block) => {
      if (signed.length < 2 || !isSignature(block)) return [element(block)];
      return block === signed[0] ? [joint(signed)] : [];
    })
    .join('\n');
}

let style: string | undefined;

/** The letter alone as one `<article>`, for a page that has the sheet `templates/layout/letter.css`. */
export function renderArticle(model: LetterModel): string {
  assertPrintable(model, '');
  const blocks = printedBlocks(model);
  const foot = blocks.filter(isFoot).map(element);
  return `<article class="letter">
${elements(blocks.filter((b) => !isFoot(b)))}
${foot.length > 0 ? `<footer class="letter__foot">\n${foot.join('\n')}\n</footer>\n` : ''}</article>`;
}

/** The letter as a whole HTML page for the screen: semantic, its style inside, no script, nothing loaded from anywhere. */
export function renderHtml(model: LetterModel): string {
  const article = renderArticle(model);
  style ??= readFileSync(projectPath('templates/layout/letter.css'), 'utf8');
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(model.title ?? '复函')}</title>
<style>
${style}</style>
</head>
<body>
${article}
</body>
</html>
`;
}
