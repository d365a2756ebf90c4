import type { TodoBox } from '../shared/api/types';

type Given = Record<string, unknown>;

/** The parts of a case, in the order they are read. */
export const caseTabs = ['text', 'units', 'opinions', 'draft', 'letters', 'clocks', 'history'] as const;
export type CaseTab = (typeof caseTabs)[number];

const boxes: readonly TodoBox[] = ['todo', 'mine', 'all'];
const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

export const todoSearch = (given: Given): { box?: TodoBox } => {
  const box = boxes.find((each) => each === given.box);
  return box ? { box } : {};
};

export const proposalsSearch = (given: Given): { q?: string; page?: number } => {
  const q = text(given.q);
  const page = Math.floor(Number(given.page));
  return { ...(q ? { q } : {}), ...(page > 1 ? { page } : {}) };
};

export interface CaseSearch {
  readonly tab?: CaseTab;
  /** Which button is open: its command and target, as `actionKey` writes them. */
  readonly do?: string;
  /** What the page fills in before the person does. */
  readonly with?: Readonly<Record<string, unknown>>;
}

export const caseSearch = (given: Given): CaseSearch => {
  const tab = caseTabs.find((each) => each === given.tab);
  const open = text(given.do);
  const filled = given.with && typeof given.with === 'object' ? (given.with as Given) : undefined;
  return { ...(tab ? { tab } : {}), ...(open ? { do: open } : {}), ...(filled ? { with: filled } : {}) };
};

/** Only a place of our own: an address that leads elsewhere would turn the sign-in page into a signpost for others. */
export const loginSearch = (given: Given): { next?: string } => {
  const next = text(given.next);
  return next && /^\/(?![/\\])/.test(next) && !next.startsWith('/login') ? { next } : {};
};
