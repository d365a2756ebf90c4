import { z } from 'zod';
import { instant } from '../../fields';
import { positions } from '../../words';
import { day, keys, uuid } from '../shapes';
import { party } from './party';

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
