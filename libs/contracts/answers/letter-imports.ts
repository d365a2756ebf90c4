import { letterImportStates, letterOutcomes } from '@fuhan/rules';
import { z } from 'zod';
import { instant } from '../fields';
import { nextActionAnswer } from './common';
import { day, keys, uuid } from './shapes';

/** One run that read letters of earlier years. */
export const letterImportBrief = z.object({
  id: uuid,
  name: z.string(),
  state: keys(letterImportStates),
  stateLabel: z.string(),
  createdAt: instant,
  createdBy: z.string(),
  /** How many files are read, of how many. */
  done: z.number().int(),
  total: z.number().int(),
});
export const letterImportsAnswer = z.object({
  runs: z.array(letterImportBrief),
  actions: z.array(nextActionAnswer),
});

export const letterImportAnswer = letterImportBrief.extend({
  imported: z.number().int(),
  doubled: z.number().int(),
  failed: z.number().int(),
  /** Imported, with something that was not recognised. */
  noted: z.number().int(),
  actions: z.array(nextActionAnswer),
});

/** What became of one file, and what was recognised of it. */
export const letterImportRow = z.object({
  line: z.number().int(),
  file: z.string(),
  outcome: keys(letterOutcomes),
  outcomeLabel: z.string(),
  /** Of a file that is no letter: the error's code. */
  code: z.string().nullable(),
  documentNumber: z.string().nullable(),
  title: z.string().nullable(),
  issuer: z.string().nullable(),
  outcomeClass: z.string().nullable(),
  date: day.nullable(),
  proposalNumber: z.string().nullable(),
  coHandlers: z.array(z.string()),
  /** What was not recognised, by its name. */
  missing: z.array(z.string()),
  /** What is the matter, and what to do. */
  notes: z.array(z.string()),
  letterId: uuid.nullable(),
});
export const letterImportRowsAnswer = z.object({
  rows: z.array(letterImportRow),
  total: z.number().int(),
});

/** A letter of an earlier year. */
export const earlierLetterAnswer = z.object({
  id: uuid,
  documentNumber: z.string().nullable(),
  title: z.string(),
  issuer: z.string().nullable(),
  outcomeClass: z.string().nullable(),
  date: day.nullable(),
  year: z.number().int(),
  proposalNumber: z.string().nullable(),
  proposalTitle: z.string().nullable(),
  addressees: z.array(z.string()),
  coHandlers: z.array(z.string()),
  publication: z.string().nullable(),
  paragraphs: z.array(z.string()),
  fileId: uuid,
  fileName: z.string(),
  importedAt: instant,
});
