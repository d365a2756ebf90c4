/** 任务分解表, 行动计划, 起草说明: the kinds of documents that say who is responsible for what. */
export const policyKinds = {
  taskTable: '任务分解表',
  actionPlan: '行动计划',
  draftingNote: '起草说明',
} as const;
export type PolicyKind = keyof typeof policyKinds;

/** What is to be done, and by whom. */
export interface Measure {
  readonly text: string;
  /** In the order printed; a unit the place knows under its short name. */
  readonly units: readonly string[];
  /** Where it stands: 第 12 行. */
  readonly source: string;
}

/** The level of a document that carries measures: a numbered task, a chapter, a part. */
export interface PolicySection {
  /** The heading above it; null where it stands under none. */
  readonly group: string | null;
  readonly number: number;
  readonly title: string;
  readonly measures: readonly Measure[];
  /** How many there are as the text itself counts them; else as many as were found. */
  readonly measureCount: number;
}

/** A figure to be reached, and by when. */
export interface Target {
  readonly year: number;
  readonly name: string;
  readonly value: string;
  readonly text: string;
}

/** Something a person should look at. */
export interface PolicyFinding {
  readonly id: 'unit.unknown' | 'unit.ambiguous' | 'measure.no-units' | 'measure.count';
  readonly message: string;
  readonly source: string;
}

export interface Policy {
  readonly kind: PolicyKind;
  readonly title: string;
  readonly issuer: string | null;
  readonly date: string | null;
  readonly sections: readonly PolicySection[];
  readonly targets: readonly Target[];
  readonly findings: readonly PolicyFinding[];
}

/** One line of a document with the place it stands at. */
export interface PolicyLine {
  readonly text: string;
  readonly number: number;
}

export const placeOf = ({ number }: PolicyLine): string => `第 ${number} 行`;
