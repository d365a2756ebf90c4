import { letterKinds, piecesOf, wordingFault, wordNames } from '@fuhan/letter-engine';
import { z } from 'zod';

/** A Handlebars template over a letter's fields, read as far as that is possible without a letter. */
export const template = z
  .string()
  .trim()
  .min(1)
  .superRefine((source, ctx) => {
    const fault = wordingFault(source);
    if (fault === null) return;
    const message = `模板第 ${fault.line} 行：${fault.detail}`;
    ctx.addIssue({ code: 'custom', message });
  });

const optionalKeys = <T extends z.ZodType>(names: readonly string[], each: T) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, each.optional()])));

/** The place's own pieces of a kind of letter, by kind and piece. */
export const lettersSchema = z
  .strictObject(
    Object.fromEntries(letterKinds.map((kind) => [kind, optionalKeys(piecesOf(kind), template).optional()])),
  )
  .default({});

/** To whom the letter is addressed, of all who get it. */
export const addresseesSchema = z
  .strictObject({
    /** More members than this are 甲等5名委员; null: every name. */
    namesAtMost: z.int().min(1).nullable().default(null),
    /** Whether who only seconded (附议) is addressed too. */
    seconders: z.boolean().default(true),
  })
  .default({ namesAtMost: null, seconders: true });

const committee = '{{session.committee}}{{session.text}}';
/** Title and opening of one letter that answers several proposals. */
export const mergedWordingSchema = z.strictObject({ title: template, opening: template }).default({
  title: `{{issuer.name}}关于${committee}第{{numbers proposals}}号{{words.document}}答复的函`,
  opening:
    '{{pronoun}}提出的{{#each proposals}}《{{title}}》（第{{number}}号{{@root.words.document}}）{{#unless @last}}、{{/unless}}{{/each}}收悉，' +
    '{{#if coHandlers}}经综合{{list coHandlers}}意见{{else}}经研究{{/if}}，现并案答复如下：',
});

/** Single words that differ from the usual ones, by kind of proposal. */
export const wordsSchema = z.record(z.string(), optionalKeys(wordNames, z.string())).default({});

/** Who gets a copy where it is not `fixedCopyTo`, by kind of proposal, in the order printed. */
export const recipientsSchema = z
  .record(
    z.string(),
    z.array(z.strictObject({ name: z.string().trim().min(1), copies: z.int().min(1).optional() })),
  )
  .default({});
