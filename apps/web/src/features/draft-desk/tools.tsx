import type { Editor } from '@tiptap/core';
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable } from '@tiptap/pm/tables';
import { useEditorState } from '@tiptap/react';
import { kindNames, type TextKind } from './schema';

const emptyTable = {
  type: 'table',
  content: ['tableHeader', 'tableCell', 'tableCell'].map((type) => ({
    type: 'tableRow',
    content: Array.from({ length: 3 }, () => ({ type, content: [{ type: 'passage' }] })),
  })),
};

const tableWork = [
  { words: '加一行', work: addRowAfter },
  { words: '加一列', work: addColumnAfter },
  { words: '删这行', work: deleteRow },
  { words: '删这列', work: deleteColumn },
  { words: '删表格', work: deleteTable },
] as const;

/** What can be done to the words under the cursor. */
export function Tools({ editor, label }: { editor: Editor; label: string }) {
  const now = useEditorState({
    editor,
    selector: ({ editor: current }) => ({
      kind: (current.state.selection.$from.parent.attrs.kind ?? 'paragraph') as TextKind,
      inTable: current.isActive('table'),
      canUndo: current.can().undo(),
      canRedo: current.can().redo(),
    }),
  });
  const run = (work: (typeof tableWork)[number]['work']): void => {
    work(editor.state, editor.view.dispatch);
    editor.commands.focus();
  };
  return (
    <div className="tools" role="toolbar" aria-label={`${label}的工具`}>
      <select
        aria-label="这一段的样式"
        value={now.kind}
        disabled={now.inTable}
        onChange={({ target }) => {
          editor.chain().focus().updateAttributes('passage', { kind: target.value }).run();
        }}
      >
        {Object.entries(kindNames).map(([kind, words]) => (
          <option key={kind} value={kind}>
            {words}
          </option>
        ))}
      </select>
      {now.inTable ? (
        tableWork.map(({ words, work }) => (
          <button key={words} type="button" onClick={() => run(work)}>
            {words}
          </button>
        ))
      ) : (
        <button type="button" onClick={() => editor.chain().focus().insertContent(emptyTable).run()}>
          插入表格
        </button>
      )}
      <span className="grow" />
      <button type="button" disabled={!now.canUndo} onClick={() => editor.chain().focus().undo().run()}>
        撤销
      </button>
      <button type="button" disabled={!now.canRedo} onClick={() => editor.chain().focus().redo().run()}>
        重做
      </button>
    </div>
  );
}
