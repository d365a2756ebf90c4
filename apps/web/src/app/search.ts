import type {
  CommitmentsShown,
  FigureName,
  LightColor,
  NoticeBox,
  SearchKind,
  SearchStage,
  TodoBox,
} from '../shared/api/types';
import { figures, searchKinds, stages, todoBoxes } from '../shared/api/words';

type Given = Record<string, unknown>;

/** The parts of a case, in the order they are read. */
export const caseTabs = [
  'text',
  'units',
  'opinions',
  'draft',
  'letters',
  'ratings',
  'promises',
  'contacts',
  'clocks',
  'history',
] as const;
export type CaseTab = (typeof caseTabs)[number];

const text = (value: unknown): string | undefined =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;

// Each names every key it knows, also where it has no value: the router lays the answer over the address as it was
// written, and a key left out would keep what was refused.

export const todoSearch = (given: Given): { box?: TodoBox } => ({
  box: (Object.keys(todoBoxes) as TodoBox[]).find((each) => each === given.box),
});

const noticeBoxes: readonly NoticeBox[] = ['all', 'unread'];
export const noticesSearch = (given: Given): { box?: NoticeBox } => ({
  box: noticeBoxes.find((each) => each === given.box),
});

const lightColors: readonly LightColor[] = ['overdue', 'red', 'yellow', 'green', 'grey'];

/** What of the ledger is shown: words, class of the reply, supervising leader, stage, lights (several, with commas). */
export interface ProposalsSearch {
  readonly q?: string;
  readonly outcomeClass?: string;
  readonly leader?: string;
  readonly stage?: SearchStage;
  readonly light?: string;
  readonly page?: number;
}
const lightsOf = (given: unknown): string | undefined => {
  const lights = (text(given) ?? '')
    .split(',')
    .filter((each) => (lightColors as readonly string[]).includes(each));
  return lights.length > 0 ? lights.join(',') : undefined;
};
export const proposalsSearch = (given: Given): ProposalsSearch => {
  const page = Math.floor(Number(given.page));
  return {
    q: text(given.q) || undefined,
    outcomeClass: text(given.outcomeClass) || undefined,
    leader: text(given.leader) || undefined,
    stage: (Object.keys(stages) as SearchStage[]).find((each) => each === given.stage),
    light: lightsOf(given.light),
    page: page > 1 ? page : undefined,
  };
};

/** Which list is open. */
export const importSearch = (given: Given): { list?: string } => ({ list: text(given.list) || undefined });

/** Which run is open, or which letter. */
export const earlierSearch = (given: Given): { run?: string; letter?: string } => ({
  run: text(given.run) || undefined,
  letter: text(given.letter) || undefined,
});

/** A year that a list may be of; none: this year. */
const yearOf = (given: unknown): number | undefined => {
  const year = Number(given);
  return Number.isInteger(year) && year >= 2000 && year <= 2100 ? year : undefined;
};

const shown: readonly CommitmentsShown[] = ['open', 'overdue', 'kept', 'unkept', 'answered'];
export interface CommitmentsSearch {
  readonly year?: number;
  readonly unit?: string;
  readonly show?: CommitmentsShown;
  readonly page?: number;
}

/** Which promises: of a year, of a unit, in which state. */
export const commitmentsSearch = (given: Given): CommitmentsSearch => {
  const page = Math.floor(Number(given.page));
  return {
    year: yearOf(given.year),
    unit: text(given.unit) || undefined,
    show: shown.find((each) => each === given.show),
    page: page > 1 ? page : undefined,
  };
};

const dayOf = (given: unknown): string | undefined => {
  const day = text(given);
  return day && /^\d{4}-\d{2}-\d{2}$/.test(day) ? day : undefined;
};

/** What is looked for, and which of the finds. */
export interface FullTextSearch {
  readonly q?: string;
  readonly kind?: SearchKind;
  readonly year?: number;
  readonly unit?: string;
  readonly outcomeClass?: string;
  readonly proposer?: string;
  readonly stage?: SearchStage;
  readonly page?: number;
}
export const fullTextSearch = (given: Given): FullTextSearch => {
  const page = Math.floor(Number(given.page));
  return {
    q: text(given.q) || undefined,
    kind: (Object.keys(searchKinds) as SearchKind[]).find((each) => each === given.kind),
    year: yearOf(given.year),
    unit: text(given.unit) || undefined,
    outcomeClass: text(given.outcomeClass) || undefined,
    proposer: text(given.proposer) || undefined,
    stage: (Object.keys(stages) as SearchStage[]).find((each) => each === given.stage),
    page: page > 1 ? page : undefined,
  };
};

/** Which figures, counted on which day, and whose list is open. */
export interface DashboardSearch {
  readonly year?: number;
  readonly term?: number;
  readonly meeting?: number;
  readonly asOf?: string;
  readonly figure?: FigureName;
  readonly unit?: string;
  readonly outcomeClass?: string;
  /** One number of 阶段 × 亮灯. */
  readonly stage?: SearchStage;
  readonly light?: LightColor;
  readonly page?: number;
}
const wholeOf = (given: unknown, most: number): number | undefined => {
  const number = Number(given);
  return Number.isInteger(number) && number >= 1 && number <= most ? number : undefined;
};
export const dashboardSearch = (given: Given): DashboardSearch => {
  const page = Math.floor(Number(given.page));
  return {
    year: yearOf(given.year),
    term: wholeOf(given.term, 99),
    meeting: wholeOf(given.meeting, 20),
    asOf: dayOf(given.asOf),
    figure: (Object.keys(figures) as FigureName[]).find((each) => each === given.figure),
    unit: text(given.unit) || undefined,
    outcomeClass: text(given.outcomeClass),
    stage: (Object.keys(stages) as SearchStage[]).find((each) => each === given.stage),
    light: lightColors.find((each) => each === given.light),
    page: page > 1 ? page : undefined,
  };
};

/** Which entries of the audit log. */
export interface AuditSearch {
  readonly q?: string;
  readonly from?: string;
  readonly to?: string;
  readonly page?: number;
}
export const auditSearch = (given: Given): AuditSearch => {
  const page = Math.floor(Number(given.page));
  return {
    ...{ q: text(given.q) || undefined, from: dayOf(given.from), to: dayOf(given.to) },
    page: page > 1 ? page : undefined,
  };
};

/** Which document is open. */
export const policiesSearch = (given: Given): { doc?: string } => ({ doc: text(given.doc) || undefined });

/** The year of the books; none: this year. */
export const registersSearch = (given: Given): { year?: number } => ({ year: yearOf(given.year) });

export interface CaseSearch {
  readonly tab?: CaseTab;
  /** Which button is open: its command and target, as `actionKey` writes them. */
  readonly do?: string;
  /** What the page fills in before the person does. */
  readonly with?: Readonly<Record<string, unknown>>;
}

export const caseSearch = (given: Given): CaseSearch => {
  const filled = given.with && typeof given.with === 'object' ? (given.with as Given) : undefined;
  return {
    tab: caseTabs.find((each) => each === given.tab),
    do: text(given.do) || undefined,
    with: filled,
  };
};

/** Only a place of our own: an address that leads elsewhere would turn the sign-in page into a signpost for others. */
export const loginSearch = (given: Given): { next?: string } => {
  const next = text(given.next);
  return { next: next && /^\/(?![/\\])/.test(next) && !next.startsWith('/login') ? next : undefined };
};

/** The boxes of the clerk's board, in the order of a letter's way. */
export const boardBoxes = ['number', 'seal', 'deliver', 'archive'] as const;
export const lettersSearch = (given: Given): { box?: (typeof boardBoxes)[number] } => ({
  box: boardBoxes.find((each) => each === given.box),
});

/** How the text under review is looked at. */
export const reviewViews = ['clean', 'redline', 'sides', 'print'] as const;
export type ReviewView = (typeof reviewViews)[number];
export interface ReviewSearch {
  readonly view?: ReviewView;
  /** Which of the earlier texts it is compared with, counted from the first offered. */
  readonly against?: number;
}

export const reviewSearch = (given: Given): ReviewSearch => {
  const against = Number(given.against);
  return {
    view: reviewViews.find((each) => each === given.view),
    against: Number.isInteger(against) && against > 0 ? against : undefined,
  };
};

/** What stands beside the sections on the draft desk. */
export const deskSides = ['opinions', 'checks', 'matrix', 'earlier'] as const;
export type DeskSide = (typeof deskSides)[number];

export const deskSearch = (given: Given): { side?: DeskSide } => ({
  side: deskSides.find((each) => each === given.side),
});

/** Of the calendar: the month, and the day that is looked at. */
export const dueCalendarSearch = (given: Given): { month?: string; day?: string } => {
  const month = text(given.month);
  const day = text(given.day);
  return {
    month: month !== undefined && /^20\d\d-(0[1-9]|1[0-2])$/.test(month) ? month : undefined,
    day: day !== undefined && /^20\d\d-\d\d-\d\d$/.test(day) ? day : undefined,
  };
};
