import Handlebars from 'handlebars';
import { readFileSync } from 'node:fs';
import type { LetterModel } from '../model/model';
import { assertPrintable } from '../text/characters';
import { projectPath } from '../project-root';
import { isPrintedText, type PrintedBlock, type PrintedText, printedBlocks } from './printed-blocks';
import { textRuns } from './text-runs';

const escape = (text: string): string => Handlebars.escapeExpression(text);

const CLASS_NAMES: Readonly<Record<PrintedText['kind'], string>> = {
  classMark: 'class',
  mark: 'mark',
  secrecy: 'side',
  urgency: 'side',
  number: 'number',
  addressee: 'addressee',
  paragraph: 'paragraph',
  verdict: 'verdict',
  closing: 'closing',
  signature: 'signature',
  date: 'date',
  annotation: 'annotation',
  publication: 'publication',
  copyTo: 'copy-to',
  attachmentMark: 'side',
  attachmentTitle: 'title',
};

const inline = (text: string, bold: PrintedText['bold']): string =>
  textRuns(text, bold)
    .map((run) => (run.bold ? `<strong>${escape(run.text)}</strong>` : escape(run.text)))
    .join('');

const cells = (row: readonly string[], tag: string): string =>
  row.map((c) => `<${tag}>${escape(c)}</${tag}>`).join('');

function element(block: PrintedBlock): string {
  if (isPrintedText(block)) {
    return `<p class="letter__${CLASS_NAMES[block.kind]}">${inline(block.text, block.bold)}</p>`;
  }
  switch (block.kind) {
    case 'title':
      return `<h1 class="letter__title">${block.lines.map(escape).join('<br>')}</h1>`;
    case 'heading':
      return `<h${block.level + 1} class="letter__heading-${block.level}">${escape(block.text)}</h${block.level + 1}>`;
    case 'attachmentNote':
      return `<p class="letter__attachment-note">${escape(block.label + block.mark + block.text)}</p>`;
    case 'table':
      return `<table class="letter__table"><thead><tr>${cells(block.header, 'th')}</tr></thead><tbody>${block.rows
        .map((row) => `<tr>${cells(row, 'td')}</tr>`)
        .join('')}</tbody></table>`;
  }
}

const isFoot = (block: PrintedBlock): boolean => block.kind === 'publication' || block.kind === 'copyTo';
let style: string | undefined;

/** The letter as a whole HTML page for the screen: semantic, its style inside, no script, nothing loaded from anywhere. */
export function renderHtml(model: LetterModel): string {
  assertPrintable(model, '');
  style ??= readFileSync(projectPath('templates/layout/letter.css'), 'utf8');
  const blocks = printedBlocks(model);
  const foot = blocks.filter(isFoot).map(element);
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
<article class="letter">
${blocks
  .filter((b) => !isFoot(b))
  .map(element)
  .join('\n')}
${foot.length > 0 ? `<footer class="letter__foot">\n${foot.join('\n')}\n</footer>\n` : ''}</article>
</body>
</html>
`;
}
