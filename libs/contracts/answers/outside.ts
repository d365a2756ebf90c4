import { z } from 'zod';
import { instant } from '../fields';
import { marks } from '../words';
import { toldPromise } from './commitments';
import { day, keys, uuid } from './shapes';

const contacts = z.array(
  z.object({
    id: uuid,
    way: z.string(),
    heldOn: day,
    place: z.string().nullable(),
    people: z.string(),
    said: z.string(),
    outcome: z.string(),
    state: z.enum(['recorded', 'confirmed', 'denied']),
    stateLabel: z.string(),
  }),
);

/** What a proposer reads before rating, and what was said once it is. */
export const outsideRating = z.object({
  recipient: z.string(),
  proposal: z.object({ number: z.string(), title: z.string() }),
  unit: z.string(),
  documentNumber: z.string(),
  date: day,
  /** 2: the proposal was handled anew. */
  round: z.number().int(),
  html: z.string(),
  dueOn: day.nullable(),
  contacts,
  /** What was said; null while nothing was. */
  given: z
    .object({
      handling: keys(marks),
      result: keys(marks),
      handlingReason: z.string().nullable(),
      resultReason: z.string().nullable(),
      remark: z.string().nullable(),
      at: instant,
    })
    .nullable(),
});

export const outsideLetter = z.object({
  recipient: z.string(),
  title: z.string(),
  issuer: z.string(),
  documentNumber: z.string(),
  date: day,
  html: z.string(),
  receivedAt: instant.nullable(),
  /** The letter was withdrawn: why, and the number of the one that stands for it, once there is one. */
  withdrawn: z.object({ reason: z.string(), replacedBy: z.string().nullable() }).nullable(),
  /** Numbers of the letters that correct this one (更正函). */
  correctedBy: z.array(z.string()),
  /** The talks the unit has on record with this proposer, to be confirmed or denied. */
  contacts,
  /** What the letter promises and what became of it: to read; it is rated on a link of its own. */
  promises: z.array(toldPromise.omit({ rating: true, remark: true })),
  files: z.array(z.object({ format: z.enum(['pdf', 'docx', 'html', 'txt']), href: z.string() })),
});

export const demoAnswer = z.object({
  accounts: z.array(
    z.object({
      account: z.string(),
      password: z.string(),
      name: z.string(),
      unit: z.string(),
      duties: z.array(z.string()),
    }),
  ),
  letter: z
    .object({
      documentNumber: z.string(),
      title: z.string(),
      page: z.string(),
      pdf: z.string(),
      docx: z.string(),
    })
    .nullable(),
});

/** A question about a draft, as whoever is asked reads it on the link. */
export const outsideQuestion = z.object({
  recipient: z.string(),
  asker: z.string(),
  proposal: z.object({ number: z.string(), title: z.string() }),
  kind: z.enum(['co_handler', 'proposer']),
  note: z.string().nullable(),
  dueOn: day.nullable(),
  /** A co-handler's own words; none for a proposer. */
  passages: z.array(z.object({ section: z.string(), body: z.string() })),
  /** The draft as it would read; null for a co-handler. */
  html: z.string().nullable(),
});

/** What a co-handler without an account is shown by its link: its question and the suggestions, and the form. */
/** What a paper says to each suggestion. */
export const opinionText = z.object({
  parts: z.array(z.object({ suggestionId: uuid, body: z.string() })),
});

export const outsideOpinion = z.object({
  unit: z.string(),
  asker: z.string(),
  proposal: z.object({ number: z.string(), title: z.string() }),
  question: z.string().nullable(),
  returnReason: z.string().nullable(),
  dueOn: day.nullable(),
  expiresOn: day,
  suggestions: z.array(z.object({ ordinal: z.number().int(), title: z.string(), body: z.string() })),
  form: z.object({
    schema: z.record(z.string(), z.unknown()),
    defaults: z.record(z.string(), z.unknown()),
    choices: z.record(z.string(), z.array(z.object({ value: z.string(), label: z.string() }))),
  }),
});
