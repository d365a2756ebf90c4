import type { WorklistContext } from '@fuhan/casework';
import type { Actor } from '@fuhan/rules';
import type { House } from '../house';

/** What a list is read with: for whom, on which day, under which rules. */
export async function worklistOf(
  { dataSource, workingDays, clock, profiles }: House,
  actor: Actor,
): Promise<WorklistContext> {
  const em = dataSource.manager;
  const calendar = await workingDays.current(em);
  return { em, actor, calendar, today: clock.today(), profile: await profiles.current(em) };
}
