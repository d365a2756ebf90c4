/** The turns of a handed-over list. */
export const importStates = {
  reading: '正在读取',
  checked: '待确认',
  refused: '读不出来',
  importing: '正在导入',
  imported: '已导入',
  undone: '已撤销',
} as const;
export type ImportState = keyof typeof importStates;

/** What a person, or the worker, does to a list, from which states, and where it leads. */
export const importTurns = {
  'import.change': { from: ['checked', 'refused'], to: 'reading' },
  'import.confirm': { from: ['checked'], to: 'importing' },
  'import.undo': { from: ['imported'], to: 'undone' },
  read: { from: ['reading'], to: 'checked' },
  refuse: { from: ['reading'], to: 'refused' },
  finish: { from: ['importing'], to: 'imported' },
  /** Something was registered meanwhile: the lines are checked anew. */
  'check again': { from: ['importing'], to: 'reading' },
} as const satisfies Record<string, { from: readonly ImportState[]; to: ImportState }>;
export type ImportTurn = keyof typeof importTurns;

/** Whether a list in this state can take the turn. */
export const mayTurn = (state: ImportState, turn: ImportTurn): boolean =>
  (importTurns[turn].from as readonly ImportState[]).includes(state);
