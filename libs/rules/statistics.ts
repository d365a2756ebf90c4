import type { DateString } from '@fuhan/kernel';

/** What is counted: a reply owed to a proposer, an opinion owed to a lead, a rating asked for, a request to be let off, a second round, a promise. */
export type FactKind = 'reply' | 'opinion' | 'rating' | 'return' | 'redo' | 'promise';

/** One thing that is counted, with the case it belongs to and the unit it counts for. */
export interface Fact {
  readonly kind: FactKind;
  readonly id: string;
  readonly proposalId: string;
  readonly number: string;
  readonly title: string;
  /** The year the proposal was registered in. */
  readonly year: number;
  readonly unitId: string;
  readonly unit: string;
  readonly startedOn: DateString;
  readonly dueOn: DateString | null;
  readonly doneOn: DateString | null;
  /** Of a reply: the class of its letter. */
  readonly outcomeClass: string | null;
  /** Of a reply: whether a talk with the proposer is on record. */
  readonly contacted: boolean;
  /** Of a rating: the two marks. Of a promise: what became of it. */
  readonly handling: string | null;
  readonly result: string | null;
  readonly outcome: string | null;
}

type Test = (fact: Fact, asOf: DateString) => boolean;

const begun: Test = ({ startedOn }, asOf) => startedOn <= asOf;
const done: Test = ({ doneOn }, asOf) => doneOn !== null && doneOn <= asOf;
const onTime: Test = (fact, asOf) =>
  done(fact, asOf) && (fact.dueOn === null || (fact.doneOn ?? '') <= fact.dueOn);
const overdue: Test = (fact, asOf) =>
  begun(fact, asOf) && !done(fact, asOf) && fact.dueOn !== null && fact.dueOn < asOf;
const of =
  (kind: FactKind, ...tests: readonly Test[]): Test =>
  (fact, asOf) =>
    fact.kind === kind && [begun, ...tests].every((test) => test(fact, asOf));

interface Figure {
  readonly label: string;
  /** What is counted, in words that stand beside the figure. */
  readonly definition: string;
  readonly test: Test;
}

const ON = '截至所选日期';
/** Every figure is a test on facts: the list behind it is what passes, and the figure is how many. */
export const figures = {
  repliesDue: {
    label: '应答复',
    definition: `已交办且没有退办、撤回、撤案的主办、单办、分办，一家一件。分办的提案按家数计。`,
    test: of('reply'),
  },
  repliesGiven: {
    label: '已答复',
    definition: `应答复中，${ON}答复时限已办结（答复函已送达）的。`,
    test: of('reply', done),
  },
  repliesOnTime: {
    label: '按时答复',
    definition: '已答复中，办结日不晚于到期日（含批准的延期）的。',
    test: of('reply', onTime),
  },
  repliesOverdue: {
    label: '答复逾期',
    definition: `应答复中，${ON}没有办结且已过到期日的。`,
    test: of('reply', overdue),
  },
  contacted: {
    label: '已沟通',
    definition: '已答复中，有沟通记录（没有作废）的。',
    test: of('reply', done, ({ contacted }) => contacted),
  },
  opinionsDue: {
    label: '应会办',
    definition: '已交办且没有退办、撤出、撤回、撤案的会办，一家一件。',
    test: of('opinion'),
  },
  opinionsGiven: {
    label: '已会办',
    definition: `应会办中，${ON}会办时限已办结的。`,
    test: of('opinion', done),
  },
  opinionsOnTime: {
    label: '按时会办',
    definition: '已会办中，办结日不晚于到期日的。',
    test: of('opinion', onTime),
  },
  opinionsOverdue: {
    label: '会办逾期',
    definition: `应会办中，${ON}没有办结且已过到期日的。`,
    test: of('opinion', overdue),
  },
  ratingsAsked: {
    label: '已请测评',
    definition: '随答复函发给提案者的测评，每位提案者、每一轮一份。',
    test: of('rating'),
  },
  ratingsGiven: {
    label: '已测评',
    definition: `已请测评中，${ON}提案者已经评价的。`,
    test: of('rating', done),
  },
  handlingSatisfied: {
    label: '办理满意',
    definition: '已测评中，对办理过程评“满意”或“基本满意”的。',
    test: of('rating', done, ({ handling }) => handling === 'satisfied' || handling === 'fair'),
  },
  resultSatisfied: {
    label: '结果满意',
    definition: '已测评中，对办理结果评“满意”或“基本满意”的。',
    test: of('rating', done, ({ result }) => result === 'satisfied' || result === 'fair'),
  },
  returns: { label: '申请退办', definition: `${ON}提出的退办、调整、增加会办的申请。`, test: of('return') },
  redos: { label: '重新办理', definition: `${ON}因测评不满意提请重新办理的。`, test: of('redo') },
  promises: {
    label: '承诺',
    definition: '答复函中经核定、没有删去的承诺，按责任单位计。',
    test: of('promise'),
  },
  promisesKept: {
    label: '已兑现',
    definition: `承诺中，${ON}已经兑现的。`,
    test: of('promise', done, ({ outcome }) => outcome === 'kept'),
  },
  promisesOverdue: {
    label: '承诺逾期',
    definition: `承诺中，${ON}没有了结且已过期限的。`,
    test: of('promise', overdue),
  },
} as const satisfies Record<string, Figure>;

export type FigureName = keyof typeof figures;
export const figureNames = Object.keys(figures) as FigureName[];

/** Shares of one figure in another, in words. */
export const rates = {
  replyRate: { label: '按时答复率', part: 'repliesOnTime', whole: 'repliesGiven' },
  opinionRate: { label: '按时会办率', part: 'opinionsOnTime', whole: 'opinionsGiven' },
  contactRate: { label: '沟通率', part: 'contacted', whole: 'repliesGiven' },
  responseRate: { label: '测评回收率', part: 'ratingsGiven', whole: 'ratingsAsked' },
  handlingRate: { label: '办理满意率', part: 'handlingSatisfied', whole: 'ratingsGiven' },
  resultRate: { label: '结果满意率', part: 'resultSatisfied', whole: 'ratingsGiven' },
  keptRate: { label: '承诺兑现率', part: 'promisesKept', whole: 'promises' },
} as const satisfies Record<string, { label: string; part: FigureName; whole: FigureName }>;
export type RateName = keyof typeof rates;
export const rateNames = Object.keys(rates) as RateName[];

/** The facts behind a figure. */
export const behind = (facts: readonly Fact[], figure: FigureName, asOf: DateString): Fact[] =>
  facts.filter((fact) => figures[figure].test(fact, asOf));

export type Counts = Readonly<Record<FigureName, number>>;

/** Every figure of these facts. */
export const countsOf = (facts: readonly Fact[], asOf: DateString): Counts =>
  Object.fromEntries(figureNames.map((name) => [name, behind(facts, name, asOf).length])) as Counts;

/** A share in per cent with one decimal; null where there is nothing to be a share of. */
export function rateOf(counts: Counts, rate: RateName): number | null {
  const { part, whole } = rates[rate];
  return counts[whole] === 0 ? null : Math.round((counts[part] / counts[whole]) * 1000) / 10;
}

export type Rates = Readonly<Record<RateName, number | null>>;
export const ratesOf = (counts: Counts): Rates =>
  Object.fromEntries(rateNames.map((name) => [name, rateOf(counts, name)])) as Rates;

/** The middle number of days from the hand-over to the opinion; null without any. */
export function opinionDays(facts: readonly Fact[], asOf: DateString): number | null {
  const days = behind(facts, 'opinionsGiven', asOf)
    .map(({ startedOn, doneOn }) => (Date.parse(doneOn ?? startedOn) - Date.parse(startedOn)) / 86_400_000)
    .sort((a, b) => a - b);
  return days.length === 0 ? null : (days[Math.floor((days.length - 1) / 2)] ?? null);
}

/** How many of the given replies have each class, in the order of the classes; '' where it is not set. */
export function classesOf(
  facts: readonly Fact[],
  asOf: DateString,
): readonly { readonly outcomeClass: string; readonly value: number }[] {
  const found = new Map<string, number>();
  for (const { outcomeClass } of behind(facts, 'repliesGiven', asOf))
    found.set(outcomeClass ?? '', (found.get(outcomeClass ?? '') ?? 0) + 1);
  return [...found]
    .map(([outcomeClass, value]) => ({ outcomeClass, value }))
    .sort((a, b) => a.outcomeClass.localeCompare(b.outcomeClass));
}

/** What a line of a table tells of its facts. */
export function summaryOf(
  facts: readonly Fact[],
  asOf: DateString,
): { readonly counts: Counts; readonly rates: Rates; readonly opinionDays: number | null } {
  const counts = countsOf(facts, asOf);
  return { counts, rates: ratesOf(counts), opinionDays: opinionDays(facts, asOf) };
}
