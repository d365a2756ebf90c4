import { visible } from './pieces';

/** What Word keeps beside the words. */
const trash = '[style*="mso-hide"], o\\:p, script, style, meta, link, title, xml, del';

/** A numbered list becomes paragraphs with typed numbers: a letter knows no others. Bullets go. */
function writeNumbers(list: Element): void {
  const start = Number(list.getAttribute('start') ?? 1);
  [...list.children]
    .filter(({ tagName }) => tagName === 'LI')
    .forEach((entry, i) => entry.prepend(`${start + i}. `));
}

/** A cell of our tables holds one passage: its own paragraphs become lines of it. */
function flattenCell(cell: Element): void {
  const text = [...cell.querySelectorAll('p')].map(({ textContent }) => textContent?.trim() ?? '').join(' ');
  if (text) cell.textContent = text;
  cell.removeAttribute('colspan');
  cell.removeAttribute('rowspan');
}

/** Loose text between line breaks, as a web page or a chat gives it, is a paragraph a line. */
function paragraphsOfBreaks(body: HTMLElement): void {
  if (body.querySelector('p, li, h1, h2, h3, h4, h5, h6, table')) return;
  const lines = body.innerHTML.split(/<br\s*\/?>|<\/div>/i);
  if (lines.length < 2) return;
  const texts = lines.map(
    (line) => new DOMParser().parseFromString(line, 'text/html').body.textContent ?? '',
  );
  body.replaceChildren(
    ...texts.map((text) => {
      const paragraph = body.ownerDocument.createElement('p');
      paragraph.textContent = text.trim();
      return paragraph;
    }),
  );
}

/** What was copied from Word, WPS or a page: its paragraphs, lists and tables; not its looks, comments and deleted words. */
export function cleanPaste(html: string): string {
  const { body } = new DOMParser().parseFromString(visible(html), 'text/html');
  body.querySelectorAll(trash).forEach((each) => each.remove());
  body.querySelectorAll('ol').forEach(writeNumbers);
  body.querySelectorAll('td, th').forEach(flattenCell);
  body.querySelectorAll('table thead, table tbody').forEach((part) => part.replaceWith(...part.childNodes));
  paragraphsOfBreaks(body);
  return body.innerHTML;
}
