import { isDate } from '@fuhan/kernel';
import { z } from 'zod';
import { blockSchema, classSpots, type LetterKind } from '../model/model';

const day = z.string().refine(isDate, '应为存在的日期，写作 YYYY-MM-DD');
const text = z.string();
/** At least one paragraph or point: a letter without it says nothing. */
const points = z.array(text.refine((words) => words.trim() !== '', '不能为空')).min(1);

const party = z.strictObject({ name: text, shortName: text.nullable().default(null) });
const recipient = party.extend({ copies: z.int().min(1).nullable().default(null) });
const proposer = party.extend({
  kind: z.enum(['member', 'joint', 'organisation', 'sector']),
  /** The words the letter addresses, where they are not the usual ones ("某某委员"). */
  salutation: text.nullable().default(null),
});
const role = z.enum(['lead', 'co', 'sole', 'separate', 'reference']);
/** A unit with its part; `part` is what it is asked to answer, where that was said. */
const handler = party.extend({ role, part: text.nullable().default(null) });

const section = z.strictObject({
  /** A row as the database gives it: other columns are passed over. */
  suggestion: z.object({ title: text }).nullable(),
  /** Words of its own instead of the composed heading. */
  heading: text.nullable(),
  verdict: z.enum(['adopted', 'partly', 'not_now', 'not_ours', 'noted']).nullable(),
  blocks: z.array(blockSchema),
});
const opinionSection = section.extend({
  commitments: z.array(z.strictObject({ text, due: day.nullable().default(null) })).default([]),
});

/** What every letter of a case is composed from: rows as data, no printed text. */
const common = z.strictObject({
  issuer: party,
  documentNumber: text.nullable().default(null),
  proposal: z.strictObject({
    number: text,
    title: text,
    /** `npc_suggestion` and `npc_bill` speak of 代表, 建议, 议案; every other kind is a 政协提案. */
    kind: text,
  }),
  /** All that one letter answers, where it is more than one (并案); the first is `proposal`. */
  proposals: z.array(z.strictObject({ number: text, title: text })).default([]),
  session: z.strictObject({
    term: z.int(),
    meeting: z.int(),
    /** 十三届四次会议; the words of an 人大 are made from `term` and `meeting`. */
    text,
    /** 市政协 */
    committee: text,
  }),
  proposers: z.array(proposer),
  /** In the order of the hand-over. */
  coHandlers: z.array(party).default([]),
  /** Who always gets a copy, before the co-handlers. */
  fixedRecipients: z.array(recipient).default([]),
  contacts: z.array(z.strictObject({ name: text, phone: text.nullable() })).default([]),
  publication: z.enum(['active', 'on_request', 'none']).nullable().default(null),
  /** YYYY-MM-DD, or null while the letter is a draft. */
  date: day.nullable().default(null),
  signers: z.array(party).default([]),
  attachments: z.array(z.strictObject({ title: text, blocks: z.array(blockSchema).default([]) })).default([]),
});

const classed = {
  outcomeClass: text.nullable().default(null),
  /** Whether the class is printed; it stays data either way. */
  printClass: z.boolean().default(false),
  /** Where the place prints it, and in which words; null: as usual. */
  classSpot: z.enum(classSpots).nullable().default(null),
  classText: text.nullable().default(null),
  /** Whether the names of `signers` are printed beside the number. */
  printSigners: z.boolean().default(false),
};

const reply = common.extend({
  kind: z.literal('reply').default('reply'),
  ...classed,
  sections: z.array(section),
  /** Paragraphs between the opening and the first section. */
  prose: z.array(text).default([]),
});

const opinion = common.extend({
  kind: z.literal('opinion'),
  ...classed,
  lead: party,
  sections: z.array(opinionSection).min(1),
  prose: z.array(text).default([]),
});

const limit = day.nullable().default(null);
const handOver = common.extend({
  kind: z.literal('handOver'),
  handlers: z.array(handler).min(1),
  /** Last days: to ask for another handler, to speak with the proposer, for the opinion, for the reply. */
  limits: z
    .strictObject({ return: limit, contact: limit, opinion: limit, reply: limit })
    .refine((days) => Object.values(days).some((last) => last !== null), '至少要有一个时限'),
  /** Demands of this case beside the usual ones. */
  requirements: z.array(text).default([]),
});

const opinionRequest = common
  .extend({
    kind: z.literal('opinionRequest'),
    /** Other units are asked for their opinion, or the proposers for theirs on a draft. */
    audience: z.enum(['units', 'proposers']),
    units: z.array(party).default([]),
    questions: z.array(text).default([]),
    until: limit,
  })
  .refine(({ audience, units }) => audience === 'proposers' || units.length > 0, {
    path: ['units'],
    message: '至少要有一个单位',
  });

const returnRequest = common.extend({
  kind: z.literal('returnRequest'),
  coordinator: party,
  handedOver: limit,
  /** Whether the whole proposal or a part of it is no duty of the unit. */
  scope: z.enum(['all', 'part']),
  reasons: points,
  suggested: z.array(handler).min(1),
});

const extension = common.extend({
  kind: z.literal('extension'),
  coordinator: party,
  due: day,
  until: day,
  progress: z.array(text).default([]),
  reasons: points,
  proposerTold: limit,
});

const chase = common.extend({
  kind: z.literal('chase'),
  handler,
  task: z.enum(['sign', 'opinion', 'reply']),
  due: day,
  asOf: day,
  /** Working days past `due`; null or 0 before it. */
  overdueDays: z.int().min(0).nullable().default(null),
  /** The how-manieth chase this is. */
  times: z.int().min(1).max(99).default(1),
  until: limit,
});

const issued = z.strictObject({ number: text, date: limit });
const correction = common.extend({
  kind: z.literal('correction'),
  ...classed,
  original: issued.extend({ title: text }),
  reason: text.nullable().default(null),
  /** Empty `right`: struck out; empty `wrong`: added. */
  corrections: z.array(z.strictObject({ place: text, wrong: text, right: text })).min(1),
  /** The letter corrected is void as a whole. */
  supersedes: z.boolean().default(false),
});

const commentRequest = common.extend({
  kind: z.literal('commentRequest'),
  reply: issued,
  until: limit,
  /** Who collects the forms, where it is not the issuer. */
  returnTo: party.nullable().default(null),
  /** The proposer's own page for the same form. */
  link: text.nullable().default(null),
});

/** What each kind of letter is composed from. */
export const fieldsSchemas = {
  reply,
  opinion,
  handOver,
  opinionRequest,
  returnRequest,
  extension,
  chase,
  correction,
  commentRequest,
} as const satisfies Record<LetterKind, z.ZodType>;

type DeepReadonly<T> = T extends object ? { readonly [K in keyof T]: DeepReadonly<T[K]> } : T;
/** The fields of one kind as a caller gives them: what has a default may be left out. */
export type FieldsOf<K extends LetterKind> = DeepReadonly<z.input<(typeof fieldsSchemas)[K]>>;
/** The same, checked and complete. */
export type CompleteFields = z.output<(typeof fieldsSchemas)[LetterKind]>;

/** 答复函; `kind` may be left out. */
export type ReplyFields = FieldsOf<'reply'>;
export type OpinionFields = FieldsOf<'opinion'>;
export type HandOverFields = FieldsOf<'handOver'>;
export type OpinionRequestFields = FieldsOf<'opinionRequest'>;
export type ReturnRequestFields = FieldsOf<'returnRequest'>;
export type ExtensionFields = FieldsOf<'extension'>;
export type ChaseFields = FieldsOf<'chase'>;
export type CorrectionFields = FieldsOf<'correction'>;
export type CommentRequestFields = FieldsOf<'commentRequest'>;
export type LetterFields = { [K in LetterKind]: FieldsOf<K> }[LetterKind];

export type SectionField = ReplyFields['sections'][number];
export type ProposerKind = z.infer<typeof proposer>['kind'];
export type VerdictCode = NonNullable<z.infer<typeof section>['verdict']>;
export type PublicationCode = NonNullable<z.infer<typeof common>['publication']>;
