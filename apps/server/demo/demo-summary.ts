import type { demoAnswer } from '@fuhan/contracts';
import type { z } from 'zod';
import type { House } from '../house';

export type DemoSummary = z.input<typeof demoAnswer>;

/** What the sign-in page shows of the demo; null where none was loaded. */
export async function demoSummary(_house: House): Promise<DemoSummary | null> {
  return null;
}
