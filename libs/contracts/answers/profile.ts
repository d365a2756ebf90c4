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
