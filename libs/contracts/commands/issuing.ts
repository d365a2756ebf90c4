import { z } from 'zod';
import { date } from '../fields';
import { nothing } from './common';

export const issuingInputs = {
  'draft.issue': z.strictObject({ date: date('成文日期') }),
  'letter.deliver': nothing,
  'delivery.receive': nothing,
} as const;
