import { FuhanError } from '@fuhan/kernel';
import { classSpots, letterChecks } from '@fuhan/letter-engine';
import { z } from 'zod';
import { closingConditionNames } from '../closing';
import { type DeadlineRule, parseRule } from '../deadlines';
import { handOverModeNames } from '../hand-over/modes';
import { mergings } from '../merging';
import { type ProposalKind, proposalKindNames } from '../proposal-kinds';
import { reviewDuties } from '../review/review-duties';
import {
  addresseesSchema,
  lettersSchema,
  mergedWordingSchema,
  recipientsSchema,
  template,
  wordsSchema,
} from './letter-wording';

const text = z.string().trim().min(1);
const key = z.string().regex(/^[a-z][a-z0-9_]*$/, '只能用小写字母、数字和下划线，并以字母开头');
const timeOfDay = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, '应写成 09:00 的样子');
const count = z.int().min(1);
const named = z.strictObject({ key, name: text });

/** What starts a clock. */
export const clockEventNames = {
  hand_over: '交办',
  return_request: '申请退办',
  delivery: '送达',
  rating: '测评',
  redo_order: '交办重新办理',
  confirmation: '征求会办单位确认',
} as const;
export type ClockEvent = keyof typeof clockEventNames;
const clockEvents = Object.keys(clockEventNames) as [ClockEvent, ...ClockEvent[]];

/** What a rating leads to; a case that began before there was such a place in the file is handled like this. */
const ratingRules = z
  .strictObject({
    /** Which of the two marks, where it is 不满意, asks for a decision on handling it anew. */
    redoOn: z
      .array(z.enum(['handling', 'result']))
      .min(1)
      .default(['handling', 'result']),
    /** How many rounds a reply may have; after the last one a talk or a statement follows. */
    rounds: z.int().min(1).max(2).default(2),
    /** The paragraph a reply of the second round begins with; {number} is the letter before it. */
    redoProse: text.default('前以{number}作出的答复，提案者评价为不满意。经重新研究办理，现将情况答复如下。'),
  })
  .prefault({});

const placeFile = z.strictObject({
  place: key,
  name: text,
  province: text,
  areaCode: z.string().regex(/^0\d{2,3}$/, '区号应以 0 开头，共 3 或 4 位，并加引号'),
  committee: z.strictObject({ name: text, fullName: text }),
  fixedCopyTo: z.array(text),
  kinds: z.array(z.enum(proposalKindNames)).min(1),
  requirements: z.strictObject({
    contactBeforeReview: z.boolean(),
    sealBeforeDelivery: z.boolean(),
    confirmationBeforeReview: z.boolean().default(false),
  }),
  /** What it means when a co-handler does not answer in time. */
  confirmation: z.strictObject({ silence: z.enum(['agree', 'ask_again']) }).default({ silence: 'agree' }),
  /** 并案: one letter that names every number, or a letter for each. */
  merging: z.enum(mergings).default('common_letter'),
  rating: ratingRules,
  /** What there must be before a case is closed. */
  closing: z.array(z.enum(closingConditionNames)).default(['delivered', 'rated', 'redone', 'promised']),
});

const rule = (raw: string, roll: boolean, path: PropertyKey[], ctx: z.RefinementCtx): DeadlineRule => {
  try {
    return parseRule(raw, { roll });
  } catch (error) {
    if (!(error instanceof FuhanError)) throw error;
    ctx.addIssue({ code: 'custom', path, message: error.message });
    return z.NEVER;
  }
};

interface Times {
  readonly rule: DeadlineRule;
  readonly extensionCap: DeadlineRule | null;
}
/** What a clock is for one kind of proposal, where that is not the usual. */
type KindTimes = Partial<Record<ProposalKind, Times & { source: string }>>;

const times = (
  raw: { rule: string; extensionCap?: string | undefined },
  roll: boolean,
  path: PropertyKey[],
  ctx: z.RefinementCtx,
): Times => ({
  rule: rule(raw.rule, roll, [...path, 'rule'], ctx),
  extensionCap:
    raw.extensionCap === undefined ? null : rule(raw.extensionCap, roll, [...path, 'extensionCap'], ctx),
});

const clock = z
  .strictObject({
    key,
    // Which duty the clock runs for, where it is not its own: reply_party is a reply, with a time of its own.
    duty: key.optional(),
    name: text,
    appliesTo: z.array(z.enum(['lead', 'co', 'sole', 'separate', 'coordinator', 'proposer'])).min(1),
    startsWith: z.enum(clockEvents),
    // Only for proposals of such proposers: it wins over the clock of the same duty that says nothing of them.
    proposers: z
      .array(z.enum(['member', 'organisation', 'sector']))
      .min(1)
      .optional(),
    rule: text,
    roll: z.boolean(),
    extensionCap: text.optional(),
    remind: z.strictObject({ workdaysBefore: z.array(z.int().min(0)), at: timeOfDay }).optional(),
    /** Whether its unit is chased once it is overdue; a right (to ask for a return) is not. */
    chase: z.boolean().default(true),
    source: text,
    byKind: z
      .partialRecord(
        z.enum(proposalKindNames),
        z.strictObject({ rule: text, extensionCap: text.optional(), source: text }),
      )
      .default({}),
  })
  .transform(({ roll, byKind, ...raw }, ctx) => ({
    ...raw,
    duty: raw.duty ?? raw.key,
    ...times(raw, roll, [], ctx),
    byKind: Object.fromEntries(
      Object.entries(byKind).map(([kind, own]) => [
        kind,
        { ...times(own, roll, ['byKind', kind], ctx), source: own.source },
      ]),
    ) as KindTimes,
  }));

const hours = z
  .strictObject({ from: timeOfDay, to: timeOfDay })
  .refine(({ from, to }) => from < to, { path: ['to'], message: '应晚于 from' });

const clocksFile = z.strictObject({
  hours: hours.default({ from: '08:30', to: '17:30' }),
  reminders: z.strictObject({ workdaysBefore: z.array(z.int().min(0)), at: timeOfDay }),
  chase: z.strictObject({ everyWorkdays: count, leaderAfterChases: count, supervisorAfterWorkdays: count }),
  lights: z
    .strictObject({ red: z.int().min(0), yellow: count })
    .refine(({ red, yellow }) => red < yellow, { path: ['yellow'], message: '应大于 red' }),
  pauseCategories: z.array(named).min(1),
  /** For how many days a link to somebody without an account opens. */
  outsideLinks: z.strictObject({ days: count }).default({ days: 30 }),
  /** 兑现承诺: its day is set by a person, for each promise its own; this says how it speaks. */
  commitment: z
    .strictObject({
      name: text,
      roll: z.boolean(),
      remind: z.strictObject({ workdaysBefore: z.array(z.int().min(0)), at: timeOfDay }).optional(),
      chase: z.boolean().default(true),
      source: text,
    })
    .default({ name: '兑现承诺', roll: false, chase: true, source: '答复函中的承诺' }),
  clocks: z.array(clock).min(1),
});

const verdict = z.strictObject({ label: text, printed: template });
const classesFile = z.strictObject({
  classes: z
    .array(
      z.strictObject({
        key: z.string().regex(/^[A-Z]$/, '应是一个大写字母'),
        name: text,
        definition: text,
        printed: text,
        printedByDefault: z.boolean(),
        /** A case answered so is not closed without a promise on record. */
        needsCommitment: z.boolean().default(false),
      }),
    )
    .min(1),
  verdicts: z.strictObject({
    adopted: verdict,
    partly: verdict,
    not_now: verdict,
    not_ours: verdict,
    noted: verdict,
  }),
});

const regularExpression = text.refine((source) => {
  try {
    return new RegExp(source, 'u').test('') === false;
  } catch {
    return false;
  }
}, '应是正则表达式，而且不能什么都匹配');
const yesOrNo = z.enum(['yes', 'no']);
const routeStep = z.strictObject({
  key,
  name: text,
  duty: z.enum(reviewDuties),
  /** Whose duty: the unit that writes, or each co-handler. */
  unit: z.enum(['writer', 'co_handlers']).default('writer'),
  /** An office of the unit, by name; a unit without it lets anyone with the duty do the step. */
  office: text.optional(),
  /** One person, by account. */
  person: text.optional(),
  /** `all`, `own` (what came from the unit), or the sections that speak of a topic. */
  sees: text.default('all'),
  /** Opens together with the step before it; the route goes on when all of them have approved. */
  withPrevious: z.boolean().default(false),
});

const routesFile = z.strictObject({
  /** What a co-handler's opinion passes inside its own unit before it leaves it; none: its drafter submits it. */
  opinionRoute: z.array(z.strictObject({ name: text, duty: z.enum(reviewDuties) })).default([]),
  default: key,
  topics: z
    .array(
      z.strictObject({
        key,
        name: text,
        words: z.array(text).default([]),
        patterns: z.array(regularExpression).default([]),
      }),
    )
    .default([]),
  routes: z
    .array(
      z.strictObject({
        key,
        name: text,
        when: z
          .strictObject({
            keyProposal: yesOrNo.optional(),
            mentions: z.array(text).min(1).optional(),
            coHandlersAtLeast: count.optional(),
            classes: z.array(text).min(1).optional(),
            kinds: z.array(text).min(1).optional(),
            redo: yesOrNo.optional(),
          })
          .optional(),
        steps: z.array(routeStep).min(1),
      }),
    )
    .min(1),
});

const numbersFile = z.strictObject({
  series: z
    .array(
      z.strictObject({
        key,
        unit: key,
        agencyCode: text,
        letterKind: text,
        pattern: z.string().regex(/\{year\}.*\{serial\}/, '应含有 {year} 和其后的 {serial}'),
        start: count,
      }),
    )
    .min(1),
});

const variants = z.strictObject({ default: text, variants: z.record(text, template) });
const wordingFile = z.strictObject({
  title: template,
  openings: variants,
  closings: variants,
  annotations: variants,
  heading: template,
  addressee: template,
  addressees: addresseesSchema,
  merged: mergedWordingSchema,
  signature: template,
  pronouns: z.strictObject({ member: text, joint: text, organisation: text, sector: text }),
  honorifics: z.array(z.strictObject({ matching: text, pronoun: text })),
  publication: z.strictObject({ active: text, on_request: text, none: text }),
  /** Where the class mark stands, and whether the name of who signed is printed beside the number. */
  print: z
    .strictObject({ classSpot: z.enum(classSpots).default('above-mark'), signer: z.boolean().default(false) })
    .default({ classSpot: 'above-mark', signer: false }),
  copyTo: template,
  letters: lettersSchema,
  words: wordsSchema,
  recipients: recipientsSchema,
});

const unitsFile = z.strictObject({
  units: z
    .array(z.strictObject({ code: key, name: text, shortName: text, aliases: z.array(text).default([]) }))
    .min(1),
});

const groups = (source: string): boolean => {
  try {
    new RegExp(source);
  } catch {
    return false;
  }
  return source.includes('(?<term>') && source.includes('(?<meeting>');
};
const checkIds: ReadonlySet<string> = new Set(letterChecks.map(({ id }) => id));
const checksFile = z.strictObject({
  proposalNumber: z.string().refine(groups, '应是含有 (?<term>…) 和 (?<meeting>…) 的正则表达式').nullable(),
  typos: z.record(text, text),
  settings: z
    .record(
      z.string(),
      z.strictObject({
        off: z.boolean().optional(),
        severity: z.enum(['red', 'yellow']).optional(),
        limits: z.record(text, z.number()).optional(),
      }),
    )
    .superRefine((settings, ctx) => {
      const stranger = Object.keys(settings).find((id) => !checkIds.has(id));
      if (stranger !== undefined)
        ctx.addIssue({ code: 'custom', path: [stranger], message: '没有这一项检查，名字见 docs/checks.md' });
    }),
});

const planStep = z.strictObject({ key, name: text, workdaysBefore: count });
/** May be missing: a case that began before there was such a file goes on without a plan. */
const handOverFile = z.strictObject({
  /** The ways in which the place hands over. */
  modes: z
    .array(z.enum(handOverModeNames))
    .min(1)
    .default([...handOverModeNames]),
  backPlan: z.array(planStep).default([]),
  returns: z.strictObject({ pauseWhileOpen: z.boolean(), ladder: z.array(named).min(2) }).default({
    pauseWhileOpen: false,
    ladder: [
      { key: 'coordinator', name: '交办单位' },
      { key: 'superior', name: '交办单位的上一级' },
    ],
  }),
});

/** The files of a place profile and the shape of each. */
export const profileFiles = {
  'place.yaml': placeFile,
  'clocks.yaml': clocksFile,
  'hand-over.yaml': handOverFile,
  'classes.yaml': classesFile,
  'routes.yaml': routesFile,
  'numbers.yaml': numbersFile,
  'wording.yaml': wordingFile,
  'units.yaml': unitsFile,
  'checks.yaml': checksFile,
} as const;

export type ProfileFileName = keyof typeof profileFiles;
export type ProfileFile<Name extends ProfileFileName> = z.infer<(typeof profileFiles)[Name]>;
