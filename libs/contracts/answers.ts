import { dutyNames, stages, type Stage } from '@fuhan/rules';
import { z } from 'zod';
import { commandNames } from './commands';
import { instant } from './fields';
import {
  assignmentRoles,
  lightColors,
  passageKinds,
  positions,
  proposalKinds,
  proposerKinds,
  publications,
} from './words';

const keys = <T extends Record<string, string>>(labels: T) =>
  z.enum(Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]]);
const uuid = z.uuid();
const day = z.iso.date();

/** A button with everything a form needs: address, JSON Schema, what to fill in first, the lists to choose from. */
export const nextActionAnswer = z.object({
  command: z.enum(commandNames as [string, ...string[]]),
  label: z.string(),
  targetId: uuid.nullable(),
  /** What it is done to, in words: 市科技局, 一、…, 核稿. */
  targetLabel: z.string(),
  href: z.string(),
  blockedBy: z.string().nullable(),
  todo: z.boolean(),
  schema: z.record(z.string(), z.unknown()),
  defaults: z.record(z.string(), z.unknown()),
  choices: z.record(z.string(), z.array(z.object({ value: z.string(), label: z.string() }))),
});

export const commandResult = z.object({
  id: uuid,
  proposalId: uuid.nullable(),
  documentNumber: z.string().optional(),
});

export const lightAnswer = z.object({ color: keys(lightColors), words: z.string() });

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

export const personAnswer = z.object({
  id: uuid,
  name: z.string(),
  account: z.string(),
  unitId: uuid,
  unit: z.string(),
  office: z.string().nullable(),
  duties: z.array(z.enum(dutyNames)),
  disabled: z.boolean(),
});

export const meAnswer = personAnswer.omit({ disabled: true }).extend({
  place: z.string(),
  unread: z.number().int(),
  /** What this person may begin: register a proposal, add a unit. */
  actions: z.array(nextActionAnswer),
});

export const todoItem = z.object({
  proposalId: uuid,
  number: z.string(),
  title: z.string(),
  session: z.string(),
  proposers: z.array(z.string()),
  keyProposal: z.boolean(),
  role: z.string(),
  stage: z.enum(Object.keys(stages) as [Stage, ...Stage[]]),
  stageLabel: z.string(),
  light: lightAnswer,
  dueOn: day.nullable(),
  opinionsDone: z.number().int(),
  opinionsTotal: z.number().int(),
  /** What this case waits for from me; null in the other boxes. */
  waitingFor: z.string().nullable(),
  blockedBy: z.string().nullable(),
  lastStep: z.object({ actor: z.string(), words: z.string(), at: instant }).nullable(),
});
export const todoAnswer = z.object({
  items: z.array(todoItem),
  counts: z.object({ todo: z.number().int(), mine: z.number().int() }),
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

export const proposalRow = todoItem.omit({ waitingFor: true, blockedBy: true, lastStep: true });
export const proposalsAnswer = z.object({ items: z.array(proposalRow), total: z.number().int() });

export const unitAnswer = z.object({
  id: uuid,
  code: z.string(),
  name: z.string(),
  shortName: z.string(),
  aliases: z.array(z.string()),
  offices: z.array(z.object({ id: uuid, name: z.string() })),
  actions: z.array(nextActionAnswer),
});

export const noticeAnswer = z.object({
  id: z.string(),
  kind: z.string(),
  title: z.string(),
  body: z.string(),
  link: z.string(),
  createdAt: instant,
  readAt: instant.nullable(),
});

export const fileAnswer = z.object({ id: uuid, name: z.string(), size: z.number().int(), mime: z.string() });

export const outsideLetter = z.object({
  recipient: z.string(),
  title: z.string(),
  issuer: z.string(),
  documentNumber: z.string(),
  date: day,
  html: z.string(),
  receivedAt: instant.nullable(),
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

export const problem = z.object({
  type: z.string(),
  title: z.string(),
  status: z.number().int(),
  code: z.string(),
  detail: z.string(),
  /** Field by field, for 422. */
  errors: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  current: z.unknown().optional(),
});
