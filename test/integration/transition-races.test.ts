import { createDataSource, inTransaction } from '@fuhan/platform';
import { type AggregateName, allMachines, type Transition } from '@fuhan/rules';
import { createTestDatabase, type TestDatabase } from '@fuhan/testing';
import type { DataSource } from 'typeorm';
import { allEntities } from '../../apps/server/house';
import type { CommandContext } from '../../libs/casework/case/context';
import { transition } from '../../libs/casework/case/transition';

interface Contest {
  readonly aggregate: AggregateName;
  readonly from: string;
  readonly one: Transition['action'];
  readonly other: Transition['action'];
}

const moves = ({ from, to }: Transition, state: string): boolean =>
  from !== 'none' && from.some((each) => each === state) && to !== state;
const follows = (later: Transition, earlier: Transition): boolean =>
  later.from !== 'none' && later.from.some((state) => state === earlier.to);

/** Every two steps that lead out of one state, of which neither can follow the other: the same one twice, or two contrary ones. */
const contests: Contest[] = allMachines.flatMap(({ aggregate, transitions }) => {
  const states = [...new Set(transitions.flatMap(({ from }) => (from === 'none' ? [] : [...from])))];
  return states.flatMap((from) => {
    const leaving = transitions.filter((row) => moves(row, from));
    return leaving.flatMap((one, i) =>
      leaving
        .slice(i)
        .filter((other) => !follows(other, one) && !follows(one, other))
        .map((other) => ({ aggregate, from, one: one.action, other: other.action })),
    );
  });
});

const dummies: Readonly<Record<string, string>> = {
  uuid: 'gen_random_uuid()',
  text: `'x'`,
  integer: '1',
  boolean: 'false',
  jsonb: `'{}'`,
  date: 'current_date',
  'timestamp with time zone': 'now()',
  ARRAY: `'{}'`,
};
/** What the checks of a table ask for beside that. */
const fitting: Partial<Record<AggregateName, Readonly<Record<string, string>>>> = {
  confirmation: { kind: `'co_handler'`, assignment_id: 'gen_random_uuid()' },
  commitment: { due_on: 'current_date' },
};

/** A row of its own, tied to nothing: only its state matters here. */
async function lonelyRow(dataSource: DataSource, aggregate: AggregateName): Promise<string> {
  const columns = (await dataSource.query(
    `SELECT column_name AS name, data_type AS type FROM information_schema.columns
     WHERE table_schema = 'public' AND table_name = $1 AND is_nullable = 'NO' AND column_default IS NULL`,
    [aggregate],
  )) as { name: string; type: string }[];
  const values = {
    ...Object.fromEntries(columns.map(({ name, type }) => [name, dummies[type] ?? 'NULL'])),
    ...fitting[aggregate],
  };
  const [row] = (await dataSource.transaction(async (em) => {
    await em.query('SET LOCAL session_replication_role = replica');
    return em.query(
      `INSERT INTO ${aggregate} (${Object.keys(values).join(', ')}) VALUES (${Object.values(values).join(', ')}) RETURNING id`,
    );
  })) as [{ id: string }];
  return row.id;
}

/** Nobody goes on before all are there. */
function gate(count: number): () => Promise<void> {
  let open: () => void = () => undefined;
  const opened = new Promise<void>((resolve) => (open = resolve));
  let there = 0;
  return () => {
    there += 1;
    if (there === count) open();
    return opened;
  };
}

/**
 * Two transactions take a step out of the same state at the same moment, for every two steps of every table of which only one can be right: also
 * those that the house takes by itself. Without the lock on the case: the guarded UPDATE alone has to hold.
 */
describe('two steps out of one state at once', () => {
  let database: TestDatabase;
  let dataSource: DataSource;
  const rows = new Map<AggregateName, string>();

  beforeAll(async () => {
    database = await createTestDatabase();
    dataSource = await createDataSource({ url: database.url, pool: 4, entities: allEntities }).initialize();
    for (const { aggregate } of allMachines) rows.set(aggregate, await lonelyRow(dataSource, aggregate));
  });
  afterAll(async () => {
    await dataSource.destroy();
    await database.drop();
  });

  const effects = new Proxy({}, { get: () => () => Promise.resolve() });

  async function contest({ aggregate, from, one, other }: Contest): Promise<string | null> {
    const id = rows.get(aggregate) ?? '';
    await dataSource.query(`UPDATE ${aggregate} SET state = $2 WHERE id = $1`, [id, from]);
    const pass = gate(2);
    const answers = await Promise.allSettled(
      [one, other].map((action) =>
        inTransaction(dataSource, async (em) => {
          await em.query('SELECT 1');
          await pass();
          await transition({ em, effects } as unknown as CommandContext, aggregate, id, action);
        }),
      ),
    );
    const lost = answers.flatMap((each) =>
      each.status === 'rejected' ? [each.reason as { code?: string }] : [],
    );
    const fine = lost.length === 1 && lost[0]?.code === 'state.moved-on';
    return fine
      ? null
      : `${aggregate} ${from}: ${one} | ${other}: ${lost.map(({ code }) => code).join(', ') || 'both'}`;
  }

  it('should be many: every table, every state that can be left', () => {
    expect(new Set(contests.map(({ aggregate }) => aggregate)).size).toBe(allMachines.length);
    const left = new Set(contests.map(({ aggregate, from }) => `${aggregate} ${from}`));
    const leavable = allMachines.flatMap(({ aggregate, transitions }) =>
      transitions.flatMap((row) =>
        row.from === 'none'
          ? []
          : row.from.filter((state) => moves(row, state)).map((state) => `${aggregate} ${state}`),
      ),
    );
    expect(leavable.filter((each) => !left.has(each))).toEqual([]);
  });

  it.each(allMachines.map(({ aggregate }) => aggregate))(
    'should have exactly one winner: %s',
    async (aggregate) => {
      const faults: (string | null)[] = [];
      for (const each of contests.filter((contest) => contest.aggregate === aggregate))
        faults.push(await contest(each));
      expect(faults.filter((fault) => fault !== null)).toEqual([]);
    },
  );
});
