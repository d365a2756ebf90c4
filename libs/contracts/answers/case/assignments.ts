import { z } from 'zod';
import { instant } from '../../fields';
import { assignmentRoles } from '../../words';
import { keys, uuid } from '../shapes';
import { party } from './party';

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
