import type { EntityManager } from 'typeorm';

export interface AuditEntry {
  readonly actor: string;
  readonly action: string;
  readonly object: string;
  readonly detail: Readonly<Record<string, unknown>>;
}

/** Extends the audit chain. Locks its head: the last statement of a transaction. */
export async function appendAudit(em: EntityManager, entry: AuditEntry): Promise<void> {
  await em.query('SELECT audit_append($1, $2, $3, $4)', [
    entry.actor,
    entry.action,
    entry.object,
    entry.detail,
  ]);
}

/** The first entry that breaks the chain (null: whole) and how many entries there are. */
export async function verifyAudit(em: EntityManager): Promise<{ firstBad: number | null; entries: number }> {
  const [row] = (await em.query('SELECT first_bad, entries FROM audit_verify()')) as [
    { first_bad: string | null; entries: string },
  ];
  return { firstBad: row.first_bad === null ? null : Number(row.first_bad), entries: Number(row.entries) };
}
