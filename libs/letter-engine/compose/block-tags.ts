import Handlebars from 'handlebars';
import type { LetterBlock } from '../model/model';

const escape = (text: string): string => Handlebars.escapeExpression(text).replace(/\n/g, '&#10;');
const cells = (row: readonly string[], tag: 'th' | 'td'): string =>
  row.map((c) => `<${tag}>${escape(c)}</${tag}>`).join('');

function blockToTags(block: LetterBlock): string {
  switch (block.type) {
    case 'heading':
      return `<h level="${block.level}">${escape(block.text)}</h>`;
    case 'paragraph': {
      const bold = block.bold?.length ? ` bold="${block.bold.map((r) => r.join('-')).join(',')}"` : '';
      return `<p${bold}>${escape(block.text)}</p>`;
    }
    case 'table':
      return `<table><tr>${cells(block.header, 'th')}</tr>${block.rows.map((r) => `<tr>${cells(r, 'td')}</tr>`).join('')}</table>`;
  }
}

/** Running text as the tags a letter template prints; the reader of the tags gives the same blocks back. */
export const blocksToTags = (blocks: readonly LetterBlock[]): string => blocks.map(blockToTags).join('');
