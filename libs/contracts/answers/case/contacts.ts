import { z } from 'zod';
import { instant } from '../../fields';
import { contactWays } from '../../words';
import { day, keys, uuid } from '../shapes';
import { party } from './party';

/** 沟通记录, as the units of the case read it. */
export const contactAnswer = party.extend({
  id: uuid,
  assignmentId: uuid,
  way: keys(contactWays),
  wayLabel: z.string(),
  heldOn: day,
  place: z.string().nullable(),
  people: z.string(),
  proposers: z.array(z.string()),
  said: z.string(),
  outcome: z.string(),
  file: z.object({ href: z.string() }).nullable(),
  state: z.string(),
  stateLabel: z.string(),
  recordedBy: z.string(),
  recordedAt: instant,
  /** What the proposer adds, or why it was struck. */
  answer: z.string().nullable(),
  answeredBy: z.string().nullable(),
});
