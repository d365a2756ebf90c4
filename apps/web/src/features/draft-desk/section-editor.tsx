import type { Editor } from '@tiptap/core';
import { EditorContent, useEditor } from '@tiptap/react';
import { useEffect, useRef } from 'react';
import { docOf, piecesOf } from './section-doc';
import { cleanPaste } from './paste';
import { cutSources, type Piece, type Source, visible } from './pieces';
import { extensionsOf } from './schema';
import { Tools } from './tools';

interface Props {
  readonly label: string;
  readonly pieces: readonly Piece[];
  /** Changes when the text was changed from outside and must be shown anew. */
  readonly revision: number;
  readonly originLabel: (sources: readonly Source[]) => string;
  readonly newId: () => string;
  onChange(pieces: readonly Piece[]): void;
  onEditor(editor: Editor | null): void;
  onFocus(): void;
}

/** The text of one section: passages of four kinds and tables, each word with where it came from. */
export function SectionEditor(props: Props) {
  const latest = useRef(props);
  latest.current = props;
  const { label, pieces, revision, originLabel, newId, onEditor } = props;
  const editor = useEditor({
    extensions: extensionsOf({ newId, label: originLabel }),
    content: docOf(pieces),
    injectCSS: false,
    shouldRerenderOnTransaction: false,
    editorProps: {
      attributes: { 'aria-label': label, role: 'textbox', 'aria-multiline': 'true', class: 'section-text' },
      transformPastedHTML: cleanPaste,
      transformPastedText: visible,
    },
    onUpdate: ({ editor: { state } }) => latest.current.onChange(cutSources(piecesOf(state.doc.toJSON()))),
    onFocus: () => latest.current.onFocus(),
  });
  const shown = useRef(revision);
  useEffect(() => {
    if (!editor || shown.current === revision) return;
    shown.current = revision;
    const { from, to } = editor.state.selection;
    editor.commands.setContent(docOf(latest.current.pieces), { emitUpdate: false });
    const end = editor.state.doc.content.size;
    editor.commands.setTextSelection({ from: Math.min(from, end), to: Math.min(to, end) });
  }, [editor, revision]);
  useEffect(() => {
    onEditor(editor);
    return () => onEditor(null);
  }, [editor, onEditor]);
  return (
    <div className="section-editor">
      {editor && <Tools editor={editor} label={label} />}
      <EditorContent editor={editor} />
    </div>
  );
}
