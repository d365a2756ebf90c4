import type { Editor } from '@tiptap/core';
import type { Opinion } from '../../shared/api/types';

type Paragraph = Opinion['versions'][number]['items'][number]['paragraphs'][number];

/** Puts paragraphs of an opinion below the one the cursor is in, with their origin; into an empty one in its place. */
export function insertOpinion(editor: Editor, opinionItemId: string, paragraphs: readonly Paragraph[]): void {
  const content = paragraphs.map(({ kind, body: text }) => ({
    type: 'passage',
    attrs: { kind },
    content: [
      { type: 'text', text, marks: [{ type: 'origin', attrs: { sources: [{ opinionItemId, text }] } }] },
    ],
  }));
  const { $from } = editor.state.selection;
  const top = $from.depth > 0 ? $from.node(1) : null;
  const empty = top?.type.name === 'passage' && top.content.size === 0;
  const range = top
    ? { from: empty ? $from.before(1) : $from.after(1), to: $from.after(1) }
    : editor.state.doc.content.size;
  editor.chain().focus().insertContentAt(range, content).run();
}

type Origin = { readonly sources?: readonly { readonly opinionItemId: string }[] };

/** Takes the paragraphs out again that were put in and are still as they were. @returns how many were found */
export function takeOutOpinion(
  editor: Editor,
  opinionItemId: string,
  paragraphs: readonly Paragraph[],
): number {
  const { tr, doc } = editor.state;
  const wanted = paragraphs.map(({ body }) => body);
  const found: { from: number; to: number }[] = [];
  // From the end: what was put in last stands below what was there of it before.
  const blocks: { at: number; size: number; words: string }[] = [];
  doc.forEach((node, at) => {
    const own = node.firstChild?.marks.some(({ type, attrs }) =>
      (type.name === 'origin' ? ((attrs as Origin).sources ?? []) : []).some(
        (source) => source.opinionItemId === opinionItemId,
      ),
    );
    if (own) blocks.push({ at, size: node.nodeSize, words: node.textContent });
  });
  for (const { at, size, words } of blocks.reverse()) {
    const i = wanted.lastIndexOf(words);
    if (i < 0) continue;
    wanted.splice(i, 1);
    found.push({ from: at, to: at + size });
  }
  for (const { from, to } of found) tr.delete(from, to);
  if (found.length > 0) editor.view.dispatch(tr.scrollIntoView());
  return found.length;
}

/** Puts words of an earlier letter below the paragraph the cursor is in, with the number they come from. */
export function insertQuote(editor: Editor, text: string, documentNumber: string): void {
  const { $from } = editor.state.selection;
  const top = $from.depth > 0 ? $from.node(1) : null;
  const at = top ? $from.after(1) : editor.state.doc.content.size;
  const quote = { type: 'text', text: `${text}（引自${documentNumber}）` };
  editor
    .chain()
    .focus()
    .insertContentAt(at, { type: 'passage', attrs: { kind: 'paragraph' }, content: [quote] })
    .run();
}

/** Selects the first place where these words stand. @returns whether they were found */
export function selectWords(editor: Editor, words: string): boolean {
  let found: { from: number; to: number } | null = null;
  editor.state.doc.descendants((node, at) => {
    if (found || !node.isTextblock) return found === null;
    const start = node.textBetween(0, node.content.size, '\n', '\n').indexOf(words);
    if (start >= 0) found = { from: at + 1 + start, to: at + 1 + start + words.length };
    return false;
  });
  if (!found) return false;
  editor.chain().focus().setTextSelection(found).scrollIntoView().run();
  return true;
}
