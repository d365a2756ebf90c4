import { unzipSync } from 'fflate';
import { readList } from '@fuhan/intake';
import type { Client } from '@fuhan/testing';
import { savePerson, startTestApp, type TestApp } from '@fuhan/testing';
import { shortPlan } from '../e2e/short-plan';
import { assemble, type Cast, issue, walkToSigned } from '../e2e/walk';

interface Books {
  year: number;
  numbers: { documentNumber: string; stateLabel: string; voidReason: string | null }[];
  seals: { seal: string; copies: number }[];
  receipts: { recipient: string; receivedBy: string | null }[];
}

/** 登记簿: numbers, seals and receipts, a year at a time, for the unit that keeps them. */
describe('the books of a unit', () => {
  let app: TestApp;
  let cast: Cast;
  let clerk: Client;
  const plan = shortPlan('136801');
  const books = async (client: Client, more = ''): Promise<Books> =>
    (await client.get<Books>(`/api/registers${more}`)).body;

  beforeAll(async () => {
    app = await startTestApp({ worker: true, at: plan.handedOverAt });
    cast = await assemble(app, plan);
    const walked = await walkToSigned(app, cast, plan);
    const issued = await issue(app, cast, walked, plan);
    clerk = await cast.as('clerk');
    await clerk.done(`/api/letters/${issued.id}/seal`, {
      seal: '=公章',
      copies: 3,
      note: null,
      scanFileId: null,
    });
    await clerk.done(`/api/letters/${issued.id}/deliver`);
  }, 120_000);
  afterAll(() => app.close());

  it('should show the number, the seal and every copy of the letter', async () => {
    const { year, numbers, seals, receipts } = await books(clerk);
    expect([year, numbers.length, numbers[0]?.voidReason]).toEqual([2026, 1, null]);
    expect(seals.map(({ seal, copies }) => [seal, copies])).toEqual([['=公章', 3]]);
    expect(receipts.length).toBeGreaterThan(1);
    expect(receipts.map(({ receivedBy }) => receivedBy)).toEqual(receipts.map(() => null));
  });

  it('should have nothing of another year', async () => {
    const { numbers, seals, receipts } = await books(clerk, '?year=2025');
    expect([numbers, seals, receipts]).toEqual([[], [], []]);
  });

  it('should show who oversees all the books of all, and another unit its own alone', async () => {
    await savePerson(app.house.dataSource.manager, 'elsewhere', 'gongan', ['clerk']);
    expect((await books(await cast.as('coordinator'))).numbers).toHaveLength(1);
    expect((await books(await cast.as('elsewhere'))).numbers).toEqual([]);
  });

  it('should be exported book by book, words as words whatever they begin with', async () => {
    const { rows } = await readList(await clerk.download('/api/registers.xlsx?book=seals'), '用印登记.xlsx');
    const [heads, first] = rows.map(({ cells }) => cells.map((cell) => cell?.text));
    expect(heads).toEqual(['发文字号', '提案', '印章', '份数', '用印时间', '用印人', '备注']);
    expect(first?.slice(2, 4)).toEqual(['=公章', '3']);
    const all = unzipSync(await clerk.download('/api/registers.xlsx'));
    expect(Object.keys(all).filter((name) => name.startsWith('xl/worksheets/'))).toHaveLength(3);
  });

  it('should show on the board what waits for the clerk, and nothing to another unit', async () => {
    interface Board {
      rows: { box: string; documentNumber: string | null; archive: string | null; step: unknown }[];
    }
    const board = async (client: Client) => (await client.get<Board>('/api/letters')).body.rows;
    const [row, ...more] = await board(clerk);
    expect([row?.box, row?.step, more]).toEqual(['archive', null, []]);
    expect(await board(await cast.as('elsewhere'))).toEqual([]);
    expect((await clerk.get(row?.archive ?? '')).status).toBe(200);
    expect(await board(clerk)).toEqual([]);
  });

  it('should keep a void number, with its reason', async () => {
    await app.house.dataSource.query(
      `UPDATE letter SET state = 'withdrawn', withdrawal = '{"reason": "日期写错。"}' WHERE year = 2026`,
    );
    expect(
      (await books(clerk)).numbers.map(({ stateLabel, voidReason }) => [stateLabel, voidReason]),
    ).toEqual([['已作废', '日期写错。']]);
  });

  it.each(['?year=1', '?year=x', '.xlsx?book=nothing'])('should refuse %s', async (query) => {
    expect((await clerk.get(`/api/registers${query}`)).status).toBe(422);
  });
});
