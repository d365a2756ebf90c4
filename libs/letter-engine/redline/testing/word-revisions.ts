import { strFromU8, unzipSync } from 'fflate';
import { SaxesParser } from 'saxes';

/** An element of WordprocessingML; words are elements named '#'. */
export interface Node {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: Node[];
  readonly text: string;
}
/** A paragraph or a table as a reader of the file sees it. */
export interface Seen {
  readonly form: string;
  readonly words: string;
}

/** The body of a .docx as a tree. Broken XML throws. */
export function bodyOf(docx: Uint8Array): Node {
  const root: Node = { name: '', attributes: {}, children: [], text: '' };
  const open: Node[] = [root];
  const parser = new SaxesParser();
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node: Node = { name, attributes: attributes as Record<string, string>, children: [], text: '' };
    open.at(-1)!.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => void open.pop());
  parser.on(
    'text',
    (text) => void open.at(-1)!.children.push({ name: '#', attributes: {}, children: [], text }),
  );
  parser.write(strFromU8(unzipSync(docx)['word/document.xml']!)).close();
  return child(child(root, 'w:document')!, 'w:body')!;
}

export const child = (node: Node | undefined, name: string): Node | undefined =>
  node?.children.find((each) => each.name === name);

/** Every element of a name, however deep. */
export const all = (node: Node, name: string): Node[] =>
  node.children.flatMap((each) => [...(each.name === name ? [each] : []), ...all(each, name)]);

type Way = 'accept' | 'reject';
const goes = (way: Way): string => (way === 'accept' ? 'w:del' : 'w:ins');
const stays = (way: Way): string => (way === 'accept' ? 'w:ins' : 'w:del');

/** Runs after the decision: what goes is left out, what stays loses its wrapping. */
const settledRuns = (paragraph: Node, way: Way): Node[] =>
  paragraph.children.flatMap((each) => {
    if (each.name === 'w:pPr' || each.name === goes(way)) return [];
    return each.name === stays(way) ? each.children : [each];
  });

function settledForm(paragraph: Node, way: Way): Node[] {
  const form = child(paragraph, 'w:pPr');
  const former = child(child(form, 'w:pPrChange'), 'w:pPr');
  const kept = way === 'reject' && former ? former : form;
  return (kept?.children ?? []).filter(({ name }) => name !== 'w:rPr' && name !== 'w:pPrChange');
}

const shown = ({ name, attributes, children }: Node): string =>
  `${name}${JSON.stringify(attributes)}${children.map(shown).join('')}`;

/** A run's words; a bold one between stars, so that emphasis is compared too. */
function wordsOf(runs: readonly Node[], deleted: boolean): string {
  const parts = runs.map((run) => {
    const words = run.children
      .map((each) => {
        if (each.name === 'w:br') return '\n';
        if (each.name === 'w:tab') return '\t';
        if (each.name === 'w:delText' || each.name === 'w:t')
          return each.children.map(({ text }) => text).join('');
        return '';
      })
      .join('');
    if (!deleted && child(run, 'w:delText')) throw new Error(`deleted words are left: ${words}`);
    const look = child(run, 'w:rPr');
    return { words, look: look ? shown(look) : '' };
  });
  return parts
    .filter(({ words }) => words !== '')
    .reduce<{ words: string; look: string }[]>((joined, part) => {
      const last = joined.at(-1);
      return last?.look === part.look
        ? [...joined.slice(0, -1), { ...part, words: last.words + part.words }]
        : [...joined, part];
    }, [])
    .map(({ words, look }) => `${/w:b\{/.test(look) ? '**' : ''}${words}${/w:b\{/.test(look) ? '**' : ''}`)
    .join('');
}

function settledTable(table: Node, way: Way): Seen[] {
  const rows = table.children.filter(({ name }) => name === 'w:tr');
  const kept = rows.filter((row) => !child(child(row, 'w:trPr'), goes(way)));
  if (kept.length === 0) return [];
  const lines = kept.map((row) => {
    const head = child(child(row, 'w:trPr'), 'w:tblHeader') ? '#' : '';
    const cells = row.children.filter(({ name }) => name === 'w:tc');
    const words = cells.map((cell) => wordsOf(settledRuns(child(cell, 'w:p')!, way), way === 'reject'));
    return head + words.join(' | ');
  });
  return [{ form: 'table', words: lines.join('\n') }];
}

/**
 * What Word leaves when every revision is accepted or rejected: a paragraph whose mark goes runs on into the next one and
 * takes its form.
 */
export function settle(docx: Uint8Array, way: Way): Seen[] {
  const seen: Seen[] = [];
  let carried: Node[] = [];
  for (const node of bodyOf(docx).children) {
    if (node.name === 'w:tbl') {
      if (carried.length > 0) throw new Error('words run on into a table');
      seen.push(...settledTable(node, way));
    } else if (node.name === 'w:p') {
      carried = [...carried, ...settledRuns(node, way)];
      if (child(child(child(node, 'w:pPr'), 'w:rPr'), goes(way))) continue;
      const form = settledForm(node, way).map(shown).join('');
      seen.push({ form, words: wordsOf(carried, way === 'reject') });
      carried = [];
    }
  }
  const last = bodyOf(docx)
    .children.filter(({ name }) => name === 'w:p')
    .at(-1);
  if (all(child(last, 'w:pPr')!, 'w:rPr').length > 0)
    throw new Error('the last mark can neither come nor go');
  return seen;
}
