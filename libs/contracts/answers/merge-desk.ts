import { z } from 'zod';
import { itemFates, positions } from '../words';
import { keys, uuid } from './shapes';

/** What became of what one opinion says to one suggestion. */
export const itemFate = z.object({
  fate: keys(itemFates),
  fateLabel: z.string(),
  /** Why it was set aside; null otherwise. */
  reason: z.string().nullable(),
  /** The passages its words went into, as they read now. */
  passages: z.array(
    z.object({
      id: uuid,
      sectionId: uuid,
      section: z.string(),
      body: z.string(),
      /** Somebody has changed the words since they were adopted. */
      edited: z.boolean(),
    }),
  ),
});

/** 汇总台: suggestions against the units that were asked, and figures that do not agree. */
export const mergeDeskAnswer = z.object({
  suggestions: z.array(z.object({ id: uuid, ordinal: z.number().int(), title: z.string() })),
  units: z.array(
    z.object({ assignmentId: uuid, unit: z.string(), state: z.string(), stateLabel: z.string() }),
  ),
  cells: z.array(
    itemFate.extend({
      suggestionId: uuid,
      assignmentId: uuid,
      opinionItemId: uuid.nullable(),
      version: z.number().int().nullable(),
      position: keys(positions).nullable(),
      positionLabel: z.string().nullable(),
      body: z.string(),
    }),
  ),
  figures: z.array(
    z.object({
      name: z.string(),
      values: z.array(
        z.object({ value: z.string(), unit: z.string(), suggestionId: uuid, words: z.string() }),
      ),
    }),
  ),
});
