import type { Client } from '@fuhan/testing';
import { strFromU8, unzipSync } from 'fflate';
import { readList } from '@fuhan/intake';
import { shortPlan } from '../e2e/short-plan';
import { walkToSigned } from '../e2e/walk';
import { startWorld, type World } from './casework-world';
import { addRandomCases } from './statistics-random';
import { recount } from './statistics-recount';

type Counts = Record<string, number>;
interface Answer {
  asOf: string;
  figures: { figure: string; label: string; value: number; definition: string }[];
  rates: { rate: string; part: string; whole: string; value: number | null }[];
  opinionDays: number | null;
  units: { unitId: string; unit: string; counts: Counts; opinionDays: number | null }[];
  years: { year: number; counts: Counts }[];
  classes: { outcomeClass: string; value: number }[];
  sessions: { term: number; meeting: number }[];
}
interface List {
  total: number;
  items: { number: string; unit: string; doneOn: string | null; dueOn: string | null }[];
}

/** 统计: every figure is what a slow count of the rows finds, and has exactly its list behind it. */
describe('statistics', () => {
  let world: World;
  const as = (account: string): Promise<Client> => world.cast.as(account);
  const ask = async (account: string, search = ''): Promise<Answer> =>
    (await (await as(account)).get<Answer>(`/api/statistics${search}`)).body;
  const list = async (account: string, search: string): Promise<List> =>
    (await (await as(account)).get<List>(`/api/statistics/list?limit=200&${search}`)).body;
  const query = <T>(sql: string, values: unknown[] = []): Promise<T[]> =>
    world.app.house.dataSource.query(sql, values);
  const valuesOf = ({ figures }: Answer): Counts =>
    Object.fromEntries(figures.map(({ figure, value }) => [figure, value]));

  beforeAll(async () => {
    world = await startWorld();
    // One reply that is out, one in the making, one that nobody signed for, one that was never handed over.
    const walked = await walkToSigned(world.app, world.cast, shortPlan('135601'));
    const clerk = await as('clerk');
    const { id } = await clerk.done(`/api/drafts/${walked.draftId}/issue`, { date: world.app.clock.today() });
    await query(`UPDATE letter_file SET state = 'ready' WHERE letter_id = $1`, [id]);
    await clerk.done(`/api/letters/${id}/deliver`);
    await world.opened('135602');
    await world.opened('135603');
    await world.registered('135604');
    // Long after: what is open is late.
    world.app.clock.moveTo(new Date('2026-08-03T02:00:00Z'));
  }, 120_000);
  afterAll(() => world.app.close());

  /** All that an answer tells in figures, by name. */
  const toldBy = (answer: Answer): Record<string, number | null> => ({
    ...valuesOf(answer),
    ...Object.fromEntries(answer.classes.map((each) => [`class ${each.outcomeClass}`, each.value])),
    opinionDays: answer.opinionDays,
  });

  it.each(['2026-04-01', '2026-05-06', '2026-08-03'])(
    'should be what a slow count finds, on %s',
    async (asOf) => {
      expect(toldBy(await ask('coordinator', `?asOf=${asOf}`))).toMatchObject(
        await recount(query, { asOf, year: 2026 }),
      );
    },
  );

  it('should count three replies and six opinions, the lead and the co-handlers side by side', async () => {
    const answer = await ask('coordinator');
    expect(valuesOf(answer)).toMatchObject({
      repliesDue: 3,
      repliesGiven: 1,
      repliesOverdue: 2,
      opinionsDue: 6,
    });
    expect(answer.units.map(({ counts }) => [counts.repliesDue, counts.opinionsDue])).toEqual([
      [3, 0],
      [0, 3],
      [0, 3],
    ]);
    expect(answer.classes.reduce((sum, { value }) => sum + value, 0)).toBe(1);
  });

  it('should have behind each figure exactly as many as it says, for every reader', async () => {
    for (const account of ['coordinator', 'drafter', 'co-shangwu'])
      for (const { figure, value } of (await ask(account)).figures)
        expect([account, figure, (await list(account, `figure=${figure}`)).total]).toEqual([
          account,
          figure,
          value,
        ]);
  });

  it('should count for a unit its own alone', async () => {
    const [own] = await query<{ id: string }>(
      `SELECT unit_id AS id FROM person WHERE account = 'co-shangwu'`,
    );
    expect(toldBy(await ask('co-shangwu'))).toMatchObject({
      ...(await recount(query, { asOf: '2026-08-03', year: 2026, unitId: own?.id })),
      repliesDue: 0,
    });
    expect(new Set((await list('co-shangwu', 'figure=opinionsDue')).items.map(({ unit }) => unit)).size).toBe(
      1,
    );
  });

  it('should be of the year or the session that is asked for', async () => {
    expect(valuesOf(await ask('coordinator', '?year=2025')).repliesDue).toBe(0);
    expect(valuesOf(await ask('coordinator', '?term=13&meeting=5')).repliesDue).toBe(3);
    expect(valuesOf(await ask('coordinator', '?term=13&meeting=4')).repliesDue).toBe(0);
    const { years } = await ask('coordinator');
    expect(years.map(({ year, counts }) => [year, counts.repliesDue])).toEqual([
      [2026, 3],
      [2025, 0],
      [2024, 0],
      [2023, 0],
      [2022, 0],
    ]);
  });

  it('should tell where the cases stand by light, with exactly the cases behind each number', async () => {
    interface Row {
      stage: string;
      total: number;
      lights: Record<string, number>;
    }
    for (const [account, cases] of [
      ['coordinator', 4],
      ['co-shangwu', 3],
    ] as const) {
      const rows = (await (await as(account)).get<Row[]>('/api/statistics/stages')).body;
      expect(rows.reduce((sum, { total }) => sum + total, 0)).toBe(cases);
      for (const { stage, total, lights } of rows) {
        const behind = (light: string) =>
          `/api/statistics/stages/list?stage=${stage}${light && `&light=${light}`}`;
        expect((await (await as(account)).get<object[]>(behind(''))).body).toHaveLength(total);
        for (const [light, value] of Object.entries(lights))
          expect((await (await as(account)).get<object[]>(behind(light))).body).toHaveLength(value);
      }
    }
  });

  it('should be exported as numbers that a spreadsheet reads', async () => {
    const file = await (await as('coordinator')).download('/api/statistics.xlsx');
    const parts = unzipSync(file);
    const [total, units] = [1, 2].map((i) =>
      strFromU8(parts[`xl/worksheets/sheet${i}.xml`] ?? new Uint8Array()),
    );
    expect(total).toMatch(/应答复.*<c r="B2"><v>3<\/v>/s);
    expect(units).toContain('市工业和信息化局');
  });

  it('should export every list as its page shows it, for each reader', async () => {
    type Counted = (client: Client) => Promise<number>;
    const shown =
      <T>(path: string, count: (answer: T) => number): Counted =>
      async (client) =>
        count((await client.get<T>(path)).body);
    const total = ({ total }: { total: number }): number => total;
    const items = ({ items }: { items: unknown[] }): number => items.length;
    const lists: [string, Counted][] = [
      ['/api/ledger.xlsx', shown('/api/proposals', total)],
      ['/api/ledger.xlsx?q=135603', shown('/api/proposals?q=135603', total)],
      ['/api/todo.xlsx?box=all', shown('/api/todo?box=all', items)],
      [
        '/api/due-calendar.xlsx?month=2026-06',
        shown<{ due: unknown[] }>('/api/due-calendar?month=2026-06', (all) => all.due.length),
      ],
      ['/api/delegations.xlsx', shown('/api/delegations', items)],
      ['/api/supervision.xlsx', shown<{ duties: unknown[] }>('/api/supervision', (all) => all.duties.length)],
      ['/api/registers.xlsx', shown<{ numbers: unknown[] }>('/api/registers', (all) => all.numbers.length)],
      ['/api/commitments.xlsx', shown('/api/commitments', items)],
      ['/api/notices.xlsx', shown<unknown[]>('/api/notices', (all) => all.length)],
      ['/api/notices.xlsx?box=unread', shown<unknown[]>('/api/notices?box=unread', (all) => all.length)],
      ['/api/search.xlsx?q=提案', shown('/api/search?q=提案', total)],
      [
        '/api/statistics/list.xlsx?figure=opinionsDue',
        shown('/api/statistics/list?figure=opinionsDue', total),
      ],
      [
        '/api/statistics/stages/list.xlsx?stage=registered',
        shown<unknown[]>('/api/statistics/stages/list?stage=registered', (all) => all.length),
      ],
    ];
    for (const account of ['coordinator', 'co-shangwu']) {
      const client = await as(account);
      for (const [file, count] of lists) {
        const sheet = strFromU8(unzipSync(await client.download(file))['xl/worksheets/sheet1.xml']!);
        expect([account, file, sheet.match(/<row /g)!.length - 1]).toEqual([
          account,
          file,
          await count(client),
        ]);
      }
    }
    const units = await (await as('coordinator')).download(`/api/units.xlsx?q=${encodeURIComponent('商务')}`);
    const [, unit] = (await readList(units, '单位名录.xlsx')).rows;
    expect(unit?.cells.at(2)?.text).toBe('市商务局');
    for (const list of ['/api/people.xlsx', '/api/dispatches.xlsx']) {
      expect((await (await as('coordinator')).get(list)).status).toBe(403);
      expect((await (await as('system')).download(list)).length).toBeGreaterThan(0);
    }
    const table = await readList(await (await as('coordinator')).download('/api/ledger.xlsx'), '台账.xlsx');
    expect(table.rows.at(-1)?.cells.at(0)?.text).toBe('135601');
  });

  describe('of many cases made by chance', () => {
    beforeAll(() => addRandomCases(query, 20_260_803, 60), 60_000);

    it.each([
      ['?year=2026&asOf=2026-05-06', { asOf: '2026-05-06', year: 2026 }],
      ['?year=2025&asOf=2026-07-31', { asOf: '2026-07-31', year: 2025 }],
      ['?term=13&meeting=4&asOf=2026-08-20', { asOf: '2026-08-20', meeting: 4 }],
    ])('should be what a slow count finds: %s', async (search, asked) => {
      const answer = await ask('coordinator', search);
      expect(toldBy(answer)).toEqual(expect.objectContaining(await recount(query, asked)));
      for (const { unitId, counts, opinionDays } of answer.units) {
        const slow = await recount(query, { ...asked, unitId });
        for (const [name, value] of Object.entries(slow))
          if (!name.startsWith('class '))
            expect([unitId, name, name === 'opinionDays' ? opinionDays : counts[name]]).toEqual([
              unitId,
              name,
              value,
            ]);
      }
    });

    it.each(['coordinator', 'co-shangwu'])(
      'should be found in the ledger by the stages behind which nobody waits, and by light: %s',
      async (account) => {
        interface Shown {
          total: number;
          items: { number: string; stage: string; light: { color: string } }[];
        }
        const client = await as(account);
        const ledger = async (asked: Record<string, string>): Promise<Shown> =>
          (await client.get<Shown>(`/api/proposals?${new URLSearchParams({ ...asked, limit: '200' })}`)).body;
        const all = await ledger({});
        for (const stage of ['delivered', 'noted', 'withdrawn'])
          for (const light of [undefined, 'grey', 'overdue', 'grey,overdue']) {
            const wanted = all.items.filter(
              (row) => row.stage === stage && (light?.split(',').includes(row.light.color) ?? true),
            );
            const { items, total } = await ledger({ stage, ...(light && { light }) });
            expect([stage, light, total, items]).toEqual([stage, light, wanted.length, wanted]);
          }
        const stages = all.items.map(({ stage }) => stage);
        for (const stage of ['delivered', 'noted', 'withdrawn']) expect(stages).toContain(stage);
      },
    );

    it('should have shares that are those of its own figures, and none that is empty of cases', async () => {
      const answer = await ask('coordinator', '?year=2026&asOf=2026-08-20');
      const values = valuesOf(answer);
      for (const [name, value] of Object.entries(values)) expect([name, value > 0]).toEqual([name, true]);
      for (const { part, whole, value } of answer.rates)
        expect(value).toBeCloseTo(((values[part] ?? 0) / (values[whole] ?? 1)) * 100, 0);
    });
  });
});
