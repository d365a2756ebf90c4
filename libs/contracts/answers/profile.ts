import { z } from 'zod';
import { instant } from '../fields';
import { placeFileNames } from '../words';
import { nextActionAnswer } from './common';
import { keys, uuid } from './shapes';

/** The place's files as they stand, and the versions there were. */
export const placeProfileAnswer = z.object({
  place: z.string(),
  name: z.string(),
  version: z.number().int(),
  files: z.array(z.object({ name: keys(placeFileNames), label: z.string(), text: z.string() })),
  versions: z.array(
    z.object({
      version: z.number().int(),
      createdAt: instant,
      /** Who published it, and why; null for what was shipped, and where no reason was asked. */
      by: z.string().nullable(),
      reason: z.string().nullable(),
      /** How many cases live by it, and how many of them are still open. */
      cases: z.number().int(),
      openCases: z.number().int(),
    }),
  ),
  actions: z.array(nextActionAnswer),
});

/** What a new version would change; nothing is changed by looking. */
export const profilePreviewAnswer = z.object({
  version: z.number().int(),
  changes: z.array(
    z.object({ path: z.string(), before: z.string().nullable(), after: z.string().nullable() }),
  ),
  /** Open cases: they keep the version they began under. */
  openCases: z.number().int(),
  /** Replies in the making, as they would read by the new version: the lines that differ. They keep theirs. */
  letters: z.array(
    z.object({
      proposalId: uuid,
      number: z.string(),
      title: z.string(),
      before: z.array(z.string()),
      after: z.array(z.string()),
      /** Why it could not be composed by the new version. */
      problem: z.string().nullable(),
    }),
  ),
});

const passage = z.object({
  piece: z.string(),
  kind: z.string(),
  kindName: z.string(),
  label: z.string(),
  file: z.string(),
});

/** The passages of the letters that the place words or may word, and the versions there were. */
export const letterWordingAnswer = z.object({
  name: z.string(),
  version: z.number().int(),
  pieces: z.array(
    passage.extend({
      /** The place's own words; null: the usual ones. */
      template: z.string().nullable(),
      /** What the product says by itself; null: the place must say it. */
      usual: z.string().nullable(),
    }),
  ),
  versions: z.array(
    z.object({
      version: z.number().int(),
      createdAt: instant,
      by: z.string().nullable(),
      reason: z.string().nullable(),
    }),
  ),
  actions: z.array(nextActionAnswer),
});

/** A sample letter in words that are not saved, or why there is none. */
export const wordingPreviewAnswer = z.object({
  html: z.string().nullable(),
  problem: z.string().nullable(),
});

/** What differs in wording between two versions; 0: as shipped. */
export const wordingChangesAnswer = z.object({
  from: z.number().int(),
  to: z.number().int(),
  changes: z.array(passage.extend({ before: z.string().nullable(), after: z.string().nullable() })),
});
