import { FuhanError } from '@fuhan/kernel';
import { Client } from 'pg';

/** The two accounts of one database: who makes the tables, and who works with them. */
export interface DatabaseAccounts {
  /** `MIGRATION_DATABASE_URL` */
  readonly owner: string;
  /** `DATABASE_URL` */
  readonly application: string;
}

const placeOf = (address: string): string => {
  const { hostname, port, pathname } = new URL(address);
  return `${hostname}:${port || '5432'}${pathname}`;
};

/** The application may work with everything but what only `audit_append()` may write, and what only migrations may. */
const grants = (role: string): string => `
  GRANT USAGE ON SCHEMA public TO ${role};
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO ${role};
  GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO ${role};
  REVOKE INSERT, UPDATE, DELETE, TRUNCATE, TRIGGER, REFERENCES ON audit_log, audit_head, schema_migration FROM ${role}, PUBLIC;
  REVOKE EXECUTE ON FUNCTION audit_append(text, text, text, jsonb) FROM PUBLIC;
  GRANT EXECUTE ON FUNCTION audit_append(text, text, text, jsonb) TO ${role};`;

const queueGrants = (role: string): string => `
  GRANT USAGE ON SCHEMA bullmq TO ${role};
  GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA bullmq TO ${role};
  GRANT USAGE, SELECT, UPDATE ON ALL SEQUENCES IN SCHEMA bullmq TO ${role};`;

/**
 * Gives the application's account what it needs and takes from it what it must not have: the audit log stays out of its reach.
 * Run by the owner after the migrations, at every start: new tables need their grants.
 * @throws FuhanError `config.invalid` where the two addresses do not name one database, or one account
 */
export async function grantApplication({ owner, application }: DatabaseAccounts): Promise<void> {
  if (placeOf(owner) !== placeOf(application))
    throw new FuhanError('config.invalid', {
      detail: 'MIGRATION_DATABASE_URL 和 DATABASE_URL 应指向同一个库，只是账号不同。请核对主机、端口和库名。',
    });
  const client = new Client(owner);
  client.on('error', () => undefined);
  await client.connect();
  try {
    const role = client.escapeIdentifier(decodeURIComponent(new URL(application).username));
    await client.query('BEGIN');
    // Processes that start together take turns: two grants on one table at once disturb each other.
    await client.query(`SELECT pg_advisory_xact_lock(hashtext('fuhan.grants'))`);
    await client.query(grants(role));
    const { rows } = await client.query(`SELECT 1 FROM pg_namespace WHERE nspname = 'bullmq'`);
    if (rows.length > 0) await client.query(queueGrants(role));
    await client.query('COMMIT');
  } finally {
    await client.end();
  }
}

/** Runs one statement as the account of `url`. */
async function ask<Row>(url: string, sql: string): Promise<Row | undefined> {
  const client = new Client(url);
  client.on('error', () => undefined);
  await client.connect();
  try {
    return ((await client.query(sql)).rows as Row[])[0];
  } finally {
    await client.end();
  }
}

/** Whether the account of this address could change the audit log behind the program's back: by its rights, as its owner, as a superuser. */
export async function canRewriteAudit(url: string): Promise<boolean> {
  const row = await ask<{ can: boolean }>(
    url,
    `SELECT bool_or(has_table_privilege(c.oid, 'INSERT') OR has_table_privilege(c.oid, 'UPDATE') OR has_table_privilege(c.oid, 'DELETE')
       OR has_table_privilege(c.oid, 'TRUNCATE') OR pg_has_role(c.relowner, 'USAGE')) AS can
     FROM pg_class c WHERE c.oid IN ('audit_log'::regclass, 'audit_head'::regclass)`,
  );
  return row?.can ?? true;
}
