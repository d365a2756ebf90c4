import { FuhanError } from '@fuhan/kernel';
import { writeOutbox } from '@fuhan/platform';
import type { CalendarYear } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import { writeYear } from './write-year';

/** Who changes the calendar, and when; `by` is null where the program does, or somebody at its command line. */
export interface Change {
  readonly at: Date;
  readonly by: string | null;
}

/**
 * Changes the calendar, one change after the other, and leaves word for the clocks to find their days anew after the commit.
 * The transaction stays short: no deadline is touched in it.
 */
export async function changeCalendar(em: EntityManager, work: () => Promise<void>): Promise<void> {
  await em.query('SELECT 1 FROM calendar_state FOR UPDATE');
  await work();
  const [state] = (await em.query('SELECT revision FROM calendar_state')) as [{ revision: number }];
  await writeOutbox(em, [{ topic: 'clocks.recompute', payload: { revision: state.revision } }]);
}

/**
 * Publishes whole years: each replaces what was known of it; the place's own days stay.
 * @throws FuhanError `calendar.invalid` where another year's notice has one of the days
 */
export const importYears = (
  em: EntityManager,
  tables: readonly CalendarYear[],
  change: Change,
): Promise<void> =>
  changeCalendar(em, async () => {
    for (const table of tables) await writeYear(em, table, change);
  });

/** A day of the place's own, or null for what the State Council says. */
export type LocalDay = { readonly working: boolean; readonly why: string } | null;

/**
 * Sets a day on which the place differs, or takes it back.
 * @throws FuhanError `request.not-found` where there is nothing to take back
 */
export const setLocalDay = (
  em: EntityManager,
  date: string,
  day: LocalDay,
  { at, by }: Change,
): Promise<void> =>
  changeCalendar(em, async () => {
    const gone = (await em.query(
      `WITH gone AS (DELETE FROM calendar_day WHERE date = $1 AND kind = 'local' RETURNING 1) SELECT count(*)::int AS n FROM gone`,
      [date],
    )) as [{ n: number }];
    if (day === null && gone[0].n === 0) throw new FuhanError('request.not-found');
    if (day !== null)
      await em.query(
        `INSERT INTO calendar_day (date, kind, working, why, set_at, set_by) VALUES ($1, 'local', $2, $3, $4, $5)`,
        [date, day.working, day.why, at, by],
      );
  });
