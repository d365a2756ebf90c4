import { newId } from '@fuhan/kernel';
import { NumberSeries } from '@fuhan/casework';
import { Client, saveCast, startTestApp, type TestApp } from '@fuhan/testing';
import type { EntityManager } from 'typeorm';
import { nextNumber } from '../../libs/casework/issuing/next-number';

let app: TestApp;
/** Codes of units without a series, each used by one test. */
const unused = [
  'keji',
  'shuiwu',
  'gongan',
  'minzheng',
  'sifa',
  'caizheng',
  'renshe',
  'ziran',
  'shengtai',
  'jiaotong',
];

const unitId = async (code: string): Promise<string> =>
  (await app.house.dataSource.query('SELECT id FROM unit WHERE code = $1', [code]))[0].id;
/** A unit with a series of its own that has not given a number yet. */
async function freshSeries(pattern = '测函〔{year}〕{serial}号'): Promise<string> {
  const unit = await unitId(unused.pop() ?? '');
  await app.house.dataSource.manager.insert(NumberSeries, {
    ...{ id: newId(), unitId: unit, letterKind: '函', agencyCode: '测', pattern },
  });
  return unit;
}
const inTransaction = <T>(work: (em: EntityManager) => Promise<T>): Promise<T> =>
  app.house.dataSource.transaction(work);
const take = async (unit: string, year = 2026): Promise<number> =>
  (await inTransaction((em) => nextNumber(em, unit, year))).serial;
const takeAndFail = (unit: string): Promise<unknown> =>
  inTransaction(async (em) => {
    await nextNumber(em, unit, 2026);
    throw new Error('the letter could not be printed');
  }).catch(() => undefined);

beforeAll(async () => {
  app = await startTestApp({ at: '2026-06-05T02:00:00Z', prepare: (house) => saveCast(house) });
});
afterAll(async () => app.close());

describe('the next number of a series', () => {
  it('should be one when nobody set a start', async () => {
    expect(await take(await freshSeries())).toBe(1);
  });

  it('should be one more each time', async () => {
    const unit = await freshSeries();
    expect([await take(unit), await take(unit), await take(unit)]).toEqual([1, 2, 3]);
  });

  it('should be counted in each year for itself, whichever comes first', async () => {
    const unit = await freshSeries();
    expect([await take(unit, 2027), await take(unit, 2026), await take(unit, 2027)]).toEqual([1, 1, 2]);
  });

  it('should be printed by the pattern of its series', async () => {
    const unit = await freshSeries('测〔{year}〕函字第{serial}号');
    const { documentNumber } = await inTransaction((em) => nextNumber(em, unit, 2026));
    expect(documentNumber).toBe('测〔2026〕函字第1号');
  });

  it('should be taken again when the letter that had it came to nothing', async () => {
    const unit = await freshSeries();
    await take(unit);
    await takeAndFail(unit);
    expect(await take(unit)).toBe(2);
  });

  it('should leave no gap and no double when many take at once and some come to nothing', async () => {
    const unit = await freshSeries();
    const taken = await Promise.all(
      Array.from({ length: 24 }, (_, i) => (i % 3 === 0 ? takeAndFail(unit) : take(unit))),
    );
    const numbers = taken.filter((each): each is number => typeof each === 'number').sort((a, b) => a - b);
    expect(numbers).toEqual(Array.from({ length: 16 }, (_, i) => i + 1));
  });

  it('should wait for the one before it, which may still come to nothing', async () => {
    const unit = await freshSeries();
    const order: string[] = [];
    let second: Promise<unknown> = Promise.resolve();
    await inTransaction(async (em) => {
      await nextNumber(em, unit, 2026);
      second = take(unit).then((serial) => order.push(`second took ${serial}`));
      await new Promise((done) => setTimeout(done, 150));
      order.push('first commits');
    });
    await second;
    expect(order).toEqual(['first commits', 'second took 2']);
  });

  it('should not wait for another series', async () => {
    const [unit, other] = [await freshSeries(), await freshSeries()];
    const serial = await inTransaction(async (em) => {
      await nextNumber(em, unit, 2026);
      return take(other);
    });
    expect(serial).toBe(1);
  });
});

describe('a series', () => {
  const setStart = async (client: Client, code: string): Promise<number> =>
    (
      await client.post(`/api/units/${await unitId(code)}/set-series-start`, {
        ...{ agencyCode: '中商', year: 2026, start: 5 },
      })
    ).status;
  const seriesOf = async (code: string): Promise<object[]> =>
    app.house.dataSource.query(
      `SELECT s.agency_code AS code, s.pattern FROM number_series s JOIN unit u ON u.id = s.unit_id WHERE u.code = $1`,
      [code],
    );

  it('should be the profile’s for the unit that has one there', async () => {
    expect(await seriesOf('gongxin')).toEqual([{ code: '中工信', pattern: '中工信函〔{year}〕{serial}号' }]);
  });

  it('should be made once when two administrators set the start together', async () => {
    const client = await new Client(app.url).signIn('system');
    await Promise.all([setStart(client, 'shangwu'), setStart(client, 'shangwu')]);
    expect(await seriesOf('shangwu')).toEqual([{ code: '中商', pattern: '中商函〔{year}〕{serial}号' }]);
  });

  it('should answer neither of two administrators who set the start together with a failure of its own', async () => {
    const client = await new Client(app.url).signIn('system');
    const statuses = await Promise.all([setStart(client, 'zhujian'), setStart(client, 'zhujian')]);
    expect(statuses.filter((status) => ![200, 409].includes(status))).toEqual([]);
  });

  it('should be one for each unit and kind of letter, kept by the database itself', async () => {
    const twice = app.house.dataSource.manager.insert(NumberSeries, {
      ...{
        id: newId(),
        unitId: await unitId('gongxin'),
        letterKind: '函',
        agencyCode: '另',
        pattern: '另{serial}',
      },
    });
    await expect(twice).rejects.toThrow('number_series_unit_id_letter_kind_key');
  });
});
