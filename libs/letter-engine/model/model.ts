import { isDate } from '@fuhan/kernel';
import { z } from 'zod';

const range = z.tuple([z.number().int().nonnegative(), z.number().int().nonnegative()]);

const headingBlock = z.object({
  type: z.literal('heading'),
  level: z.union([z.literal(2), z.literal(3), z.literal(4)]),
  /** As printed, its mark "（一）" included. */
  text: z.string(),
});
const paragraphBlock = z.object({
  type: z.literal('paragraph'),
  text: z.string(),
  /** Ranges of `text` printed bold, [start, end) in UTF-16 units. */
  bold: z.array(range).optional(),
});
const tableBlock = z.object({
  type: z.literal('table'),
  header: z.array(z.string()),
  rows: z.array(z.array(z.string())),
});

/** One piece of running text inside a section. */
export const blockSchema = z.discriminatedUnion('type', [headingBlock, paragraphBlock, tableBlock]);

export const sectionSchema = z.object({
  /** Without its number mark when that mark is the expected one; see docs/letter-json.md. */
  heading: z.string().nullable(),
  level: z.number().int().min(1).max(4),
  suggestion: z.string().nullable(),
  verdict: z.string().nullable(),
  blocks: z.array(blockSchema),
});

/** Where a class mark may stand on the first page. */
export const classSpots = ['above-mark', 'number-line', 'above-title'] as const;
export type ClassSpot = (typeof classSpots)[number];

/** What only the printing of a letter needs; every field may be absent. */
export const printSchema = z.object({
  /** false: the class is known but not printed. */
  classMark: z.boolean().optional(),
  /** "尊敬的" where the letter prints it before the addressee. */
  honorific: z.string().optional(),
  secrecy: z.string().optional(),
  urgency: z.string().optional(),
  /** Where the place prints the class: upper right above the mark (so by default), left on the number's line, right above the title. */
  classSpot: z.enum(classSpots).optional(),
  /** The mark as the place prints it; （A类） where nothing is said. */
  classText: z.string().optional(),
  /** true: the name of who signed is printed beside the number (签发人：某某). */
  signer: z.boolean().optional(),
});

/** 答复函, 会办意见函, 交办通知, 征求意见函, 退办函, 延期申请, 催办函, 更正函, 征询意见表: one template each. */
export const letterKinds = [
  'reply',
  'opinion',
  'handOver',
  'opinionRequest',
  'returnRequest',
  'extension',
  'chase',
  'correction',
  'commentRequest',
] as const;
export type LetterKind = (typeof letterKinds)[number];

/** The letter as data: the one contract between import, compose and the renderers. */
export const letterModelSchema = z.object({
  kind: z.enum(letterKinds),
  issuer: z.string().nullable(),
  documentNumber: z.string().nullable(),
  class: z.string().nullable(),
  title: z.string().nullable(),
  addressees: z.array(z.string()),
  proposal: z.object({
    number: z.string().nullable(),
    title: z.string().nullable(),
    session: z.string().nullable(),
  }),
  coHandlers: z.array(z.string()),
  opening: z.array(z.string()),
  sections: z.array(sectionSchema),
  closing: z.string().nullable(),
  signature: z.array(z.string()),
  date: z.string().refine(isDate, '应为存在的日期，写作 YYYY-MM-DD').nullable(),
  contacts: z.array(z.object({ name: z.string(), phone: z.string().nullable() })),
  annotation: z.string().nullable(),
  publication: z.string().nullable(),
  copyTo: z.array(z.string()),
  attachments: z.array(z.object({ title: z.string(), blocks: z.array(blockSchema) })),
  signedBy: z.string().nullable(),
  unparsed: z.array(z.string()),
  print: printSchema.optional(),
});

export type LetterModel = z.infer<typeof letterModelSchema>;
export type LetterSection = z.infer<typeof sectionSchema>;
export type LetterBlock = z.infer<typeof blockSchema>;
export type LetterContact = LetterModel['contacts'][number];

/** A letter with nothing in it yet. */
export function emptyLetter(): LetterModel {
  return {
    kind: 'reply',
    issuer: null,
    documentNumber: null,
    class: null,
    title: null,
    addressees: [],
    proposal: { number: null, title: null, session: null },
    coHandlers: [],
    opening: [],
    sections: [],
    closing: null,
    signature: [],
    date: null,
    contacts: [],
    annotation: null,
    publication: null,
    copyTo: [],
    attachments: [],
    signedBy: null,
    unparsed: [],
  };
}
