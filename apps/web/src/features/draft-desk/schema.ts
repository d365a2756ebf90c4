import { Extension, Mark, mergeAttributes, Node } from '@tiptap/core';
import { Document } from '@tiptap/extension-document';
import { HardBreak } from '@tiptap/extension-hard-break';
import { Text } from '@tiptap/extension-text';
import { Placeholder, UndoRedo } from '@tiptap/extensions';
import { Plugin } from '@tiptap/pm/state';
import { goToNextCell, tableEditing } from '@tiptap/pm/tables';
import type { Piece, Source } from './pieces';

const names = { paragraph: '正文', heading2: '（一）级标题', heading3: '1. 级标题', heading4: '（1）级标题' };
export type TextKind = Exclude<Piece['kind'], 'table'>;

const kindOf = (element: HTMLElement): TextKind => {
  const kind = element.dataset.kind as TextKind | undefined;
  return kind && kind in names ? kind : 'paragraph';
};

/** One passage of a section: text of a kind, with the name it is known by. */
const PassageNode = Node.create({
  name: 'passage',
  group: 'block',
  content: 'inline*',
  defining: true,
  addAttributes: () => ({
    id: { default: null, rendered: false, keepOnSplit: false },
    kind: {
      default: 'paragraph',
      keepOnSplit: false,
      parseHTML: kindOf,
      renderHTML: ({ kind }: { kind: string }) => ({ 'data-kind': kind }),
    },
  }),
  // Whatever is pasted keeps where its paragraphs end and loses how it looked.
  parseHTML: () => ['p', 'li', 'h1', 'h2', 'h3', 'h4', 'h5', 'h6'].map((tag) => ({ tag })),
  renderHTML: ({ HTMLAttributes }) => ['p', HTMLAttributes, 0],
  addKeyboardShortcuts() {
    const become = (kind: TextKind) => () => this.editor.commands.updateAttributes('passage', { kind });
    return {
      'Mod-Alt-0': become('paragraph'),
      'Mod-Alt-2': become('heading2'),
      'Mod-Alt-3': become('heading3'),
      'Mod-Alt-4': become('heading4'),
    };
  },
});

const parsed = (json: string | undefined): Source[] => {
  try {
    return JSON.parse(json ?? '[]') as Source[];
  } catch {
    return [];
  }
};

/** 来源: these words came from a unit's opinion. It stays on them when they are cut, moved, split, joined or edited. */
const Origin = Mark.create<{ label: (sources: readonly Source[]) => string }>({
  name: 'origin',
  inclusive: true,
  addOptions: () => ({ label: () => '采自会办意见' }),
  addAttributes: () => ({
    sources: {
      default: [],
      parseHTML: (element: HTMLElement) => parsed(element.dataset.sources),
      renderHTML: ({ sources }: { sources: Source[] }) => ({ 'data-sources': JSON.stringify(sources) }),
    },
  }),
  parseHTML: () => [{ tag: 'span[data-sources]' }],
  renderHTML({ HTMLAttributes, mark }) {
    const title = this.options.label(mark.attrs.sources as Source[]);
    return ['span', mergeAttributes(HTMLAttributes, { class: 'origin', title }), 0];
  },
});

const cellAttributes = () => ({
  colspan: { default: 1, rendered: false },
  rowspan: { default: 1, rendered: false },
  colwidth: { default: null, rendered: false },
});
const cell = (name: string, tag: string) =>
  Node.create({
    name,
    content: 'passage',
    isolating: true,
    addAttributes: cellAttributes,
    parseHTML: () => [{ tag }],
    renderHTML: () => [tag, 0],
  });

const TableNode = Node.create({
  name: 'table',
  group: 'block',
  content: 'tableRow+',
  isolating: true,
  addAttributes: () => ({ id: { default: null, rendered: false } }),
  parseHTML: () => [{ tag: 'table' }],
  renderHTML: () => ['table', { class: 'table' }, ['tbody', 0]],
  addKeyboardShortcuts() {
    const go = (way: 1 | -1) => () => goToNextCell(way)(this.editor.state, this.editor.view.dispatch);
    return { Tab: go(1), 'Shift-Tab': go(-1) };
  },
});
const TableRow = Node.create({
  name: 'tableRow',
  content: '(tableCell | tableHeader)+',
  parseHTML: () => [{ tag: 'tr' }],
  renderHTML: () => ['tr', 0],
});

const roles: Readonly<Record<string, string>> = {
  table: 'table',
  tableRow: 'row',
  tableCell: 'cell',
  tableHeader: 'header_cell',
};
const Tables = Extension.create({
  name: 'tables',
  extendNodeSchema: ({ name }: { name: string }) => (roles[name] ? { tableRole: roles[name] } : {}),
  addProseMirrorPlugins: () => [tableEditing()],
});

/** Each passage has a name of its own from the moment it is there: what was split off gets a new one. */
const Named = Extension.create<{ newId: () => string }>({
  name: 'named',
  addOptions: () => ({ newId: () => '' }),
  addProseMirrorPlugins() {
    const { newId } = this.options;
    return [
      new Plugin({
        appendTransaction(changes, _, state) {
          if (!changes.some(({ docChanged }) => docChanged)) return null;
          const seen = new Set<string>();
          const { tr } = state;
          state.doc.forEach((node, at) => {
            const id = node.attrs.id as string | null;
            if (id && !seen.has(id)) return void seen.add(id);
            tr.setNodeMarkup(at, undefined, { ...node.attrs, id: newId() });
          });
          return tr.docChanged ? tr.setMeta('addToHistory', false) : null;
        },
      }),
    ];
  },
});

/** What a section's editor is made of. */
export const extensionsOf = (options: {
  readonly newId: () => string;
  readonly label: (sources: readonly Source[]) => string;
}) => [
  Document,
  PassageNode,
  Text,
  HardBreak,
  Origin.configure({ label: options.label }),
  TableNode,
  TableRow,
  cell('tableCell', 'td'),
  cell('tableHeader', 'th'),
  Tables,
  UndoRedo,
  Placeholder.configure({ placeholder: '在这里写，或从右边插入会办意见。' }),
  Named.configure({ newId: options.newId }),
];

export const kindNames: Readonly<Record<TextKind, string>> = names;
