import { z } from 'zod';
import { uuid } from '../shapes';

/** Whose it is. */
export const party = z.object({ unitId: uuid, unit: z.string() });
