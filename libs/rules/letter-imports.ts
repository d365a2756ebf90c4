/** The turns of a run that reads letters of earlier years. */
export const letterImportStates = { importing: '正在导入', imported: '已导入', undone: '已撤销' } as const;
export type LetterImportState = keyof typeof letterImportStates;

/** What became of one file of a run. */
export const letterOutcomes = { imported: '已导入', doubled: '重复，跳过', failed: '没有导入' } as const;
export type LetterOutcome = keyof typeof letterOutcomes;
