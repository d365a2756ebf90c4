import { createHash } from 'node:crypto';
import type { EntityManager, EntityTarget, ObjectLiteral } from 'typeorm';
import { preparedQuery } from './database';

type Column<E> = keyof E & string;
/** What a column has to be; of a list, one of it. */
type Wanted<E> = Readonly<Partial<Record<Column<E>, string | readonly string[]>>>;

export interface RowsWanted<E> {
  /** Nothing wanted: every row. */
  readonly where?: Wanted<E>;
  /** By which columns, each from the least (`-name`: from the most); what is null comes last. */
  readonly order?: readonly (Column<E> | `-${Column<E>}`)[];
  /** All but those that an entity leaves out of its usual reading. */
  readonly columns?: readonly Column<E>[];
}

interface Statement {
  readonly name: string;
  readonly text: string;
}
const statements = new Map<string, Statement>();

function statementOf<E extends ObjectLiteral>(
  em: EntityManager,
  entity: EntityTarget<E>,
  { where = {} as Wanted<E>, order = [], columns }: RowsWanted<E>,
): Statement {
  const { tablePath, columns: all } = em.dataSource.getMetadata(entity);
  const key = [tablePath, order, columns, Object.entries(where).map(([k, v]) => [k, Array.isArray(v)])];
  const known = statements.get(JSON.stringify(key));
  if (known) return known;
  const nameOf = new Map(all.map(({ propertyName, databaseName }) => [propertyName, `"${databaseName}"`]));
  const read = all
    .filter(({ propertyName, isSelect }) => columns?.includes(propertyName as Column<E>) ?? isSelect)
    // A day is a word here (YYYY-MM-DD), never a moment of some time zone.
    .map(
      ({ propertyName, type }) =>
        `${nameOf.get(propertyName)}${type === 'date' ? '::text' : ''} AS "${propertyName}"`,
    );
  const conditions = Object.entries(where).map(([column, value], i) =>
    Array.isArray(value) ? `${nameOf.get(column)} = ANY ($${i + 1})` : `${nameOf.get(column)} = $${i + 1}`,
  );
  const sorted = (column: string): string =>
    column.startsWith('-') ? `${nameOf.get(column.slice(1))} DESC NULLS LAST` : `${nameOf.get(column)}`;
  const text = [
    `SELECT ${read.join(', ')} FROM "${tablePath}"`,
    ...(conditions.length > 0 ? [`WHERE ${conditions.join(' AND ')}`] : []),
    ...(order.length > 0 ? [`ORDER BY ${order.map(sorted).join(', ')}`] : []),
  ].join(' ');
  const made = { name: `rows-${createHash('sha256').update(text).digest('hex').slice(0, 40)}`, text };
  statements.set(JSON.stringify(key), made);
  return made;
}

/**
 * Rows of a table as plain objects in the shape of its entity. What `find` gives, without what it costs to build a statement and an entity
 * each time: for the readings that every page and every command begins with. To change a row, write an UPDATE that guards itself.
 */
export async function readRows<E extends ObjectLiteral>(
  em: EntityManager,
  entity: EntityTarget<E>,
  wanted: RowsWanted<E> = {},
): Promise<E[]> {
  const values: readonly unknown[] = Object.values(wanted.where ?? {});
  if (values.some((value) => Array.isArray(value) && value.length === 0)) return [];
  const { name, text } = statementOf(em, entity, wanted);
  return preparedQuery<E>(em, name, text, values);
}
