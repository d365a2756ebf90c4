import type { CalendarEntry } from '@fuhan/channels';
import type { EntityManager } from 'typeorm';

interface Row {
  readonly id: string;
  readonly clock: string;
  readonly day: string;
  readonly provisional: boolean;
  readonly startedOn: string;
  readonly number: string;
  readonly title: string;
  readonly proposalId: string;
}

/** The running deadlines of a unit as days of a calendar; the same rows give the same entries. */
export async function unitCalendar(
  em: EntityManager,
  unitId: string,
  publicUrl: string,
  clockNameOf: (clock: string) => string,
): Promise<{ name: string; entries: CalendarEntry[] }> {
  const [unit] = (await em.query('SELECT short_name AS name FROM unit WHERE id = $1', [unitId])) as {
    name: string;
  }[];
  const rows = (await em.query(
    `SELECT d.id, d.clock, d.due_on::text AS day, d.provisional, d.started_on::text AS "startedOn", p.number, p.title, p.id AS "proposalId"
     FROM deadline d JOIN proposal p ON p.id = d.proposal_id
     WHERE d.unit_id = $1 AND d.state = 'running' ORDER BY d.due_on, d.id`,
    [unitId],
  )) as Row[];
  return {
    name: `${unit?.name ?? ''} 提案时限`,
    entries: rows.map(({ id, clock, day, provisional, startedOn, number, title, proposalId }) => ({
      uid: `${id}@fuhan`,
      day,
      summary: `${clockNameOf(clock)}到期${provisional ? '（暂定）' : ''}：第${number}号 ${title}`,
      description: `第${number}号提案《${title}》`,
      url: `${publicUrl}/proposals/${proposalId}`,
      stamp: new Date(`${startedOn}T00:00:00Z`),
    })),
  };
}
