import { z } from 'zod';
import { instant } from '../fields';
import {
  assignmentRoles,
  passageKinds,
  positions,
  proposalKinds,
  proposerKinds,
  publications,
} from '../words';
import { lightAnswer, nextActionAnswer } from './common';
import { day, keys, uuid } from './shapes';

export const clockAnswer = z.object({
  id: uuid,
  clock: z.string(),
  label: z.string(),
  unit: z.string(),
  startedOn: day,
  dueOn: day,
  metOn: day.nullable(),
  state: z.enum(['running', 'met', 'cancelled']),
  provisional: z.boolean(),
  light: lightAnswer,
  /** The derivation, sentence by sentence. */
  steps: z.array(z.string()),
});

const party = z.object({ unitId: uuid, unit: z.string() });

export const assignmentAnswer = party.extend({
  id: uuid,
  role: keys(assignmentRoles),
  roleLabel: z.string(),
  question: z.string().nullable(),
  state: z.string(),
  stateLabel: z.string(),
  office: z.string().nullable(),
  drafter: z.string().nullable(),
  signedAt: instant.nullable(),
  signedBy: z.string().nullable(),
});

const commitment = z.object({ text: z.string(), dueOn: day.nullable() });

export const opinionAnswer = party.extend({
  id: uuid,
  assignmentId: uuid,
  state: z.string(),
  stateLabel: z.string(),
  returnReason: z.string().nullable(),
  versions: z.array(
    z.object({
      version: z.number().int(),
      submittedAt: instant,
      submittedBy: z.string(),
      contactName: z.string(),
      contactPhone: z.string(),
      items: z.array(
        z.object({
          id: uuid,
          suggestionId: uuid,
          position: keys(positions),
          positionLabel: z.string(),
          body: z.string(),
          commitments: z.array(commitment),
        }),
      ),
    }),
  ),
});

export const passageAnswer = z.object({
  id: uuid,
  kind: keys(passageKinds),
  body: z.string(),
  /** Where it came from; null: written by the drafter. */
  source: z
    .object({
      unit: z.string(),
      opinionItemId: uuid,
      opinionVersion: z.number().int(),
      text: z.string(),
      edited: z.boolean(),
    })
    .nullable(),
  writtenBy: z.string(),
});

export const draftAnswer = party.extend({
  id: uuid,
  assignmentId: uuid,
  state: z.string(),
  stateLabel: z.string(),
  version: z.number().int(),
  outcomeClass: z.string().nullable(),
  printClass: z.boolean(),
  publication: keys(publications),
  contacts: z.array(z.object({ name: z.string(), phone: z.string() })),
  prose: z.array(z.string()),
  returnReason: z.string().nullable(),
  sections: z.array(
    z.object({
      id: uuid,
      ordinal: z.number().int(),
      suggestionId: uuid.nullable(),
      heading: z.string(),
      verdict: keys(positions).nullable(),
      version: z.number().int(),
      passages: z.array(passageAnswer),
    }),
  ),
  steps: z.array(
    z.object({
      id: uuid,
      round: z.number().int(),
      name: z.string(),
      state: z.string(),
      stateLabel: z.string(),
      comment: z.string().nullable(),
      decidedBy: z.string().nullable(),
      decidedAt: instant.nullable(),
      overrules: z.array(
        z.object({ check: z.string(), excerpt: z.string(), reason: z.string(), by: z.string(), at: instant }),
      ),
    }),
  ),
});

export const letterAnswer = party.extend({
  id: uuid,
  draftId: uuid,
  state: z.string(),
  stateLabel: z.string(),
  documentNumber: z.string(),
  date: day,
  outcomeClass: z.string(),
  pages: z.number().int(),
  digest: z.string(),
  issuedAt: instant,
  issuedBy: z.string(),
  files: z.array(
    z.object({
      format: z.enum(['pdf', 'docx', 'html', 'txt']),
      state: z.enum(['pending', 'ready', 'failed']),
      href: z.string(),
    }),
  ),
  deliveries: z.array(
    z.object({
      id: uuid,
      recipient: z.string(),
      recipientKind: z.enum(['proposer', 'unit', 'office']),
      state: z.string(),
      stateLabel: z.string(),
      sentAt: instant,
      receivedAt: instant.nullable(),
      /** The proposer's personal link: shown to the clerk who sends it. */
      link: z.string().nullable(),
    }),
  ),
});

export const caseFile = z.object({
  proposal: z.object({
    id: uuid,
    kind: keys(proposalKinds),
    kindLabel: z.string(),
    number: z.string(),
    session: z.string(),
    title: z.string(),
    fullText: z.string(),
    keyProposal: z.boolean(),
    consentToPublish: z.boolean(),
    registeredAt: instant,
    registeredBy: z.string(),
    original: z.object({ name: z.string(), href: z.string() }).nullable(),
  }),
  stage: z.string(),
  stageLabel: z.string(),
  proposers: z.array(
    z.object({ id: uuid, kind: keys(proposerKinds), kindLabel: z.string(), name: z.string() }),
  ),
  suggestions: z.array(
    z.object({ id: uuid, ordinal: z.number().int(), title: z.string(), body: z.string() }),
  ),
  assignments: z.array(assignmentAnswer),
  opinions: z.array(opinionAnswer),
  drafts: z.array(draftAnswer),
  letters: z.array(letterAnswer),
  clocks: z.array(clockAnswer),
  history: z.array(z.object({ at: instant, actor: z.string(), action: z.string(), words: z.string() })),
  nextActions: z.array(nextActionAnswer),
});

const placeAnswer = z.object({
  path: z.string(),
  start: z.number().int(),
  end: z.number().int(),
  label: z.string(),
});

/** What the checks find in a draft, in the order of print. */
export const findingsAnswer = z.object({
  findings: z.array(
    z.object({
      id: z.string(),
      check: z.string(),
      rule: z.string(),
      severity: z.enum(['red', 'yellow']),
      message: z.string(),
      excerpt: z.string(),
      place: placeAnswer,
      alsoAt: z.array(placeAnswer),
      fix: z.string(),
      replacement: z.string().nullable(),
      /** The signer lets it stand. */
      overruled: z.boolean(),
    }),
  ),
});
