import type { EntityManager } from 'typeorm';
import { type YearTable, yearTables } from './year-tables';

/** A table as the database has it. */
export interface TableShape extends YearTable {
  readonly columns: readonly string[];
  readonly key: readonly string[];
  /** Counts its rows itself. */
  readonly counts: readonly string[];
}

interface Column {
  readonly table: string;
  readonly name: string;
  readonly generated: boolean;
  readonly identity: boolean;
  readonly key: boolean;
}
const columnsSql = `
  SELECT c.relname AS "table", a.attname AS name, a.attgenerated <> '' AS generated, a.attidentity <> '' AS identity,
    EXISTS (SELECT 1 FROM pg_index i WHERE i.indrelid = c.oid AND i.indisprimary AND a.attnum = ANY (i.indkey)) AS key
  FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
  WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' ORDER BY c.relname, a.attnum`;
/** Every column that names a stored file. */
const fileColumnsSql = `
  SELECT k.conrelid::regclass::text AS "table", a.attname AS name FROM pg_constraint k
  JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = k.conkey[1]
  WHERE k.contype = 'f' AND k.confrelid = 'blob'::regclass ORDER BY 1, 2`;
const migrationSql = 'SELECT max(name) AS name FROM schema_migration';

/** The files that rows of the archive name. */
async function filesOf(em: EntityManager): Promise<string> {
  const found = (await em.query(fileColumnsSql)) as { table: string; name: string }[];
  const parts = found.flatMap(({ table, name }) => {
    const where = yearTables.find((each) => each.name === table)?.where;
    return where ? [`SELECT t.${name} FROM ${table} t WHERE ${where}`] : [];
  });
  return `t.id IN (${parts.join(' UNION ')})`;
}

/** The tables of the archive with their columns, in the order in which they come back. */
export async function shapesOf(em: EntityManager): Promise<TableShape[]> {
  const columns = (await em.query(columnsSql)) as Column[];
  const files = await filesOf(em);
  return yearTables.map((table) => {
    const own = columns.filter((column) => column.table === table.name && !column.generated);
    return {
      ...table,
      where: table.name === 'blob' ? files : table.where,
      columns: own.map(({ name }) => name),
      key: own.filter(({ key }) => key).map(({ name }) => name),
      counts: own.filter(({ identity }) => identity).map(({ name }) => name),
    };
  });
}

/** The last change of the database's shape: rows fit only where it is the same. */
export async function schemaOf(em: EntityManager): Promise<string> {
  const [row] = (await em.query(migrationSql)) as [{ name: string }];
  return row.name;
}

export const secretsOf = ({ without = {} }: YearTable): string =>
  `ARRAY[${Object.keys(without)
    .map((name) => `'${name}'`)
    .join(', ')}]::text[]`;
/** Where the rows of a table lie in the archive. */
export const pathOf = ({ name }: YearTable): string => `tables/${name}.jsonl`;
export const filePath = (sha256: string): string => `files/${sha256}`;
