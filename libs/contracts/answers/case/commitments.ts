import { z } from 'zod';
import { instant } from '../../fields';
import { marks, progressKinds, promiseOrigins } from '../../words';
import { lightAnswer } from '../common';
import { day, keys, uuid } from '../shapes';

const outcome = z.enum(['kept', 'unkept']).nullable();

/** 承诺, as the units of the case and who oversees it read it. */
export const commitmentAnswer = z.object({
  id: uuid,
  assignmentId: uuid,
  documentNumber: z.string(),
  suggestion: z.string().nullable(),
  state: z.string(),
  stateLabel: z.string(),
  origin: keys(promiseOrigins),
  originLabel: z.string(),
  text: z.string(),
  quote: z.string().nullable(),
  dueWords: z.string().nullable(),
  dueOn: day.nullable(),
  madeOn: day,
  light: lightAnswer,
  ownerUnit: z.string(),
  owner: z.string().nullable(),
  confirmedAt: instant.nullable(),
  confirmedBy: z.string().nullable(),
  outcome,
  settledOn: day.nullable(),
  settledWords: z.string().nullable(),
  answer: z.string().nullable(),
  answeredAt: instant.nullable(),
  answeredBy: z.string().nullable(),
  progress: z.array(
    z.object({
      id: uuid,
      kind: keys(progressKinds),
      kindLabel: z.string(),
      on: day,
      text: z.string(),
      percent: z.number().int().nullable(),
      file: z.object({ href: z.string() }).nullable(),
      dueFrom: day.nullable(),
      dueTo: day.nullable(),
      recordedBy: z.string(),
      recordedAt: instant,
    }),
  ),
  ratings: z.array(
    z.object({
      proposer: z.string(),
      rating: keys(marks),
      ratingLabel: z.string(),
      remark: z.string().nullable(),
      ratedAt: instant,
    }),
  ),
  /** For the coordinator, who sends them: each proposer's own link, once there is a second answer. */
  links: z.array(z.object({ proposer: z.string(), address: z.string(), expiresOn: day })),
});

/** Of one letter-writing duty: why its promises do not count as registered; null where they do. */
export const promisesOpenAnswer = z.object({ assignmentId: uuid, unit: z.string(), reason: z.string() });
