import { deliveryMeans, type registersAnswer } from '@fuhan/contracts';
import { type Actor, stateLabel } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { overseesAll } from './worklist.queries';

export type Registers = z.input<typeof registersAnswer>;
export type Book = 'numbers' | 'seals' | 'receipts';

/** A letter of the reader's own unit (of any for who oversees all: `$2` is null) with a number of that year. */
const lettersFrom = `letter l JOIN proposal p ON p.id = l.answers_id JOIN draft d ON d.id = l.draft_id
  JOIN assignment a ON a.id = d.assignment_id`;
const ofYear = `l.year = $1 AND ($2::uuid IS NULL OR a.unit_id = $2)`;
const letterColumns = `l.proposal_id AS "proposalId", p.number || ' ' || p.title || coalesce((SELECT '；' || string_agg(m.number || ' ' || m.title, '；' ORDER BY m.number)
    FROM proposal m WHERE m.id = ANY(l.also_answers)), '') AS proposal, l.document_number AS "documentNumber"`;

const numbersSql = `SELECT ${letterColumns}, l.date::text, l.model->>'title' AS title, l.outcome_class AS "outcomeClass",
    i.name AS "issuedBy", l.issued_at AS "issuedAt", l.state, l.withdrawal->>'reason' AS "voidReason"
  FROM ${lettersFrom} JOIN person i ON i.id = l.issued_by WHERE ${ofYear} ORDER BY l.series_id, l.serial`;
const sealsSql = `SELECT ${letterColumns}, s.seal, s.copies, s.used_at AS "usedAt", u.name AS "usedBy", s.note
  FROM ${lettersFrom} JOIN seal_use s ON s.letter_id = l.id JOIN person u ON u.id = s.used_by WHERE ${ofYear} ORDER BY s.used_at`;
const receiptsSql = `SELECT ${letterColumns}, v.recipient_name AS recipient, v.means, v.tracking, v.sent_at AS "sentAt",
    v.received_at AS "receivedAt", v.received_by AS "receivedBy"
  FROM ${lettersFrom} JOIN delivery v ON v.letter_id = l.id WHERE ${ofYear} ORDER BY v.sent_at, array_position(ARRAY['proposer', 'office', 'unit'], v.recipient_kind), v.recipient_name`;

type Row = Record<string, unknown>;
const iso = (row: Row, ...keys: string[]): Row => ({
  ...row,
  ...Object.fromEntries(keys.map((key) => [key, (row[key] as Date | null)?.toISOString() ?? null])),
});

/** The three books of a year, as far as the reader's unit keeps them; whoever oversees all reads all. */
export async function registers(em: EntityManager, actor: Actor, year: number): Promise<Registers> {
  const scope = [year, overseesAll(actor) ? null : actor.unitId];
  const rows = async (sql: string): Promise<Row[]> => (await em.query(sql, scope)) as Row[];
  return {
    year,
    numbers: (await rows(numbersSql)).map((row) => ({
      ...iso(row, 'issuedAt'),
      title: row.title ?? '',
      stateLabel: row.state === 'withdrawn' ? '已作废' : stateLabel('letter', String(row.state)),
      voidReason: row.state === 'withdrawn' ? row.voidReason : null,
    })) as unknown as Registers['numbers'],
    seals: (await rows(sealsSql)).map((row) => iso(row, 'usedAt')) as unknown as Registers['seals'],
    receipts: (await rows(receiptsSql)).map((row) => ({
      ...iso(row, 'sentAt', 'receivedAt'),
      means: deliveryMeans[row.means as keyof typeof deliveryMeans] ?? null,
    })) as unknown as Registers['receipts'],
  };
}
