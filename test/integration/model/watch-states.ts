import { allMachines } from '@fuhan/rules';
import type { DataSource } from 'typeorm';

/**
 * Has the database itself write down every change of a state, with the transaction in which it happened: what the program says about
 * its steps is then compared with what it did.
 */
export async function watchStates(dataSource: DataSource): Promise<void> {
  await dataSource.query(`
    CREATE TABLE seen_change (
      id bigint GENERATED ALWAYS AS IDENTITY, xid text NOT NULL, aggregate text NOT NULL,
      object_id uuid NOT NULL, proposal_id uuid NOT NULL, from_state text, to_state text NOT NULL
    );
    CREATE INDEX ON seen_change (xid);
    CREATE FUNCTION see_change() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      INSERT INTO seen_change (xid, aggregate, object_id, proposal_id, from_state, to_state)
      VALUES (pg_current_xact_id()::xid::text, TG_TABLE_NAME, NEW.id, NEW.proposal_id,
        CASE TG_OP WHEN 'UPDATE' THEN OLD.state END, NEW.state);
      RETURN NULL;
    END $$`);
  for (const { aggregate } of allMachines)
    await dataSource.query(
      `CREATE TRIGGER see_new AFTER INSERT ON ${aggregate} FOR EACH ROW EXECUTE FUNCTION see_change();
       CREATE TRIGGER see_change AFTER UPDATE OF state ON ${aggregate} FOR EACH ROW
         WHEN (OLD.state <> NEW.state) EXECUTE FUNCTION see_change()`,
    );
  await dataSource.query(
    `CREATE TABLE table_row AS SELECT * FROM json_to_recordset($1) AS t(aggregate text, from_state text, to_state text)`,
    [JSON.stringify(tableRows())],
  );
}

/** Every step that a table allows. */
export const tableRows = () =>
  allMachines.flatMap(({ aggregate, transitions }) =>
    transitions.flatMap(({ from, to }) =>
      (from === 'none' ? [null] : from).map((from_state) => ({ aggregate, from_state, to_state: to })),
    ),
  );
