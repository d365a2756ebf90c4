import { savePerson } from '@fuhan/testing';
import type { Duty } from '@fuhan/rules';
import { caseOf } from '../e2e/walk';
import { refusal, startWorld, type World } from './casework-world';

const everyDuty: Duty[] = ['proposal_office', 'drafter', 'reviewer', 'leader', 'head', 'clerk'];
/** Units that answer alone, each with one person who does everything. */
const persons = { gongxin: 'gx-all', keji: 'kj-all', shuiwu: 'sw-all' } as const;
type UnitCode = keyof typeof persons;

let world: World;
let count = 0;
const offices = new Map<UnitCode, string>();

const as = (account: string) => world.cast.as(account);

/** A case of one unit alone, taken to the signed draft. */
async function signedDraft(unit: UnitCode): Promise<string> {
  count += 1;
  const id = await world.registered(String(137500 + count));
  await (
    await as('coordinator')
  ).done(`/api/proposals/${id}/hand-over`, { leadUnitId: await world.unit(unit) });
  const client = await as(persons[unit]);
  const view = await caseOf(client, id);
  const assignment = `/api/assignments/${view.assignments[0]?.id}`;
  await client.done(`${assignment}/sign`);
  const { body: me } = await client.get<{ id: string }>('/api/me');
  await client.done(`${assignment}/divide`, { officeId: offices.get(unit), drafterId: me.id });
  const draft = (await caseOf(client, id)).drafts[0];
  for (const { id: sectionId, version } of draft?.sections ?? [])
    await client.done(`/api/drafts/${draft?.id}/save-section`, {
      ...{ sectionId, version, verdict: 'adopted' },
      passages: [{ id: null, kind: 'paragraph', body: '已经办理。' }],
    });
  await client.done(`/api/drafts/${draft?.id}/save-frame`, {
    ...{ version: 1, outcomeClass: 'A', printClass: false, publication: 'active' },
    ...{ contacts: [{ name: '林小雨', phone: '0760-88880001' }], prose: '', wording: [] },
  });
  await client.done(`/api/drafts/${draft?.id}/submit`);
  for (let step = 0; step < 3; step++) {
    const open = (await caseOf(client, id)).drafts[0]?.steps.find(({ state }) => state === 'open');
    await client.done(`/api/review-steps/${open?.id}/approve`);
  }
  return draft?.id ?? '';
}
const issue = async (unit: UnitCode, draftId: string): Promise<string> =>
  (
    await (
      await as(persons[unit])
    ).done<{ documentNumber: string }>(`/api/drafts/${draftId}/issue`, { date: world.app.clock.today() })
  ).documentNumber;
const issueNew = async (unit: UnitCode): Promise<string> => issue(unit, await signedDraft(unit));
const setStart = async (unit: UnitCode, agencyCode: string, year: number, start: number) =>
  refusal(await as('system'), `/api/units/${await world.unit(unit)}/set-series-start`, {
    agencyCode,
    year,
    start,
  });
const stateOf = async (draftId: string): Promise<string> =>
  (await world.app.house.dataSource.query('SELECT state FROM draft WHERE id = $1', [draftId]))[0].state;
const serials = async (unit: UnitCode, year: number): Promise<number[]> =>
  (
    await world.app.house.dataSource.query(
      `SELECT l.serial FROM letter l JOIN number_series s ON s.id = l.series_id JOIN unit u ON u.id = s.unit_id
       WHERE u.code = $1 AND l.year = $2 ORDER BY l.serial`,
      [unit, year],
    )
  ).map(({ serial }: { serial: number }) => serial);

beforeAll(async () => {
  world = await startWorld();
  for (const unit of Object.keys(persons) as UnitCode[]) {
    await savePerson(world.app.house.dataSource.manager, persons[unit], unit, everyDuty);
    const added = await (
      await as('system')
    ).done(`/api/units/${await world.unit(unit)}/add-office`, { name: '办文科' });
    offices.set(unit, added.id);
  }
});
afterAll(async () => world.app.close());

describe('a unit without a series', () => {
  let draftId: string;
  let answer: [number, string, string];
  beforeAll(async () => {
    draftId = await signedDraft('keji');
    answer = await refusal(await as('kj-all'), `/api/drafts/${draftId}/issue`, {
      date: world.app.clock.today(),
    });
  });

  it('should take no number', () => {
    expect(answer.slice(0, 2)).toEqual([409, 'series.missing']);
  });

  it('should be told who has to do what', () => {
    expect(answer[2]).toMatch(/^中山市.+没有登记发文代字，不能取号。请管理员先设置。$/);
  });

  it('should keep its draft signed, so that the clerk can try again', async () => {
    expect(await stateOf(draftId)).toBe('signed');
  });

  it('should have no letter of it', async () => {
    expect(await serials('keji', 2026)).toEqual([]);
  });

  it('should not have its series set by its own clerk', async () => {
    const path = `/api/units/${await world.unit('keji')}/set-series-start`;
    const body = { agencyCode: '中科', year: 2026, start: 15 };
    expect((await refusal(await as('kj-all'), path, body)).slice(0, 2)).toEqual([403, 'permission.denied']);
  });

  it('should issue that very draft once the administrator has set one', async () => {
    await setStart('keji', '中科', 2026, 15);
    expect(await issue('keji', draftId)).toBe('中科函〔2026〕15号');
  });
});

describe('two units side by side', () => {
  it('should each count for itself', async () => {
    const numbers: string[] = [];
    for (const unit of ['gongxin', 'keji', 'gongxin', 'keji'] as const) numbers.push(await issueNew(unit));
    expect(numbers).toEqual([
      '中工信函〔2026〕1号',
      '中科函〔2026〕16号',
      '中工信函〔2026〕2号',
      '中科函〔2026〕17号',
    ]);
  });

  it('should lose no number and double none when several clerks of one press together', async () => {
    const drafts = [await signedDraft('gongxin'), await signedDraft('gongxin'), await signedDraft('gongxin')];
    const numbers = await Promise.all(drafts.map((draftId) => issue('gongxin', draftId)));
    expect(numbers.sort()).toEqual(['中工信函〔2026〕3号', '中工信函〔2026〕4号', '中工信函〔2026〕5号']);
  });

  it('should not wait for or disturb each other when both issue together', async () => {
    const [gongxin, keji] = [await signedDraft('gongxin'), await signedDraft('keji')];
    const numbers = await Promise.all([issue('gongxin', gongxin), issue('keji', keji)]);
    expect(numbers).toEqual(['中工信函〔2026〕6号', '中科函〔2026〕18号']);
  });

  it('should give one number to a draft whose button was pressed twice at once', async () => {
    const draftId = await signedDraft('keji');
    const press = async (): Promise<number> =>
      (
        await refusal(await as('kj-all'), `/api/drafts/${draftId}/issue`, { date: world.app.clock.today() })
      )[0];
    expect((await Promise.all([press(), press()])).sort()).toEqual([200, 409]);
  });

  it.each<[UnitCode, number[]]>([
    ['gongxin', [1, 2, 3, 4, 5, 6]],
    ['keji', [15, 16, 17, 18, 19]],
  ])('should have left no gap in the numbers of %s', async (unit, expected) => {
    expect(await serials(unit, 2026)).toEqual(expected);
  });
});

describe('the start number', () => {
  it('should not be set again in a year whose numbers are in use, and the last one is named', async () => {
    const [status, code, detail] = await setStart('keji', '中科', 2026, 90);
    expect([status, code, detail.includes('19')]).toEqual([409, 'series.in-use', true]);
  });

  it('should leave the agency’s code as it was when it is refused', async () => {
    await setStart('keji', '新科', 2026, 90);
    const rows = await world.app.house.dataSource.query(
      `SELECT 1 FROM number_series WHERE agency_code = '新科'`,
    );
    expect(rows).toEqual([]);
  });

  it('should be what was set last when nothing was numbered yet', async () => {
    await setStart('shuiwu', '中水', 2026, 8);
    await setStart('shuiwu', '中水', 2026, 3);
    expect(await issueNew('shuiwu')).toBe('中水函〔2026〕3号');
  });

  it.each([
    ['zero', { start: 0 }],
    ['half a number', { start: 1.5 }],
    ['a number of six digits', { start: 100_000 }],
    ['a word', { start: '七' }],
    ['a year of the past century', { year: 1999 }],
    ['a code with letters', { agencyCode: '中X' }],
    ['no code', { agencyCode: ' ' }],
  ])('should be refused with %s', async (_what, wrong) => {
    const path = `/api/units/${await world.unit('shuiwu')}/set-series-start`;
    const body = { agencyCode: '中水', year: 2028, start: 1, ...wrong };
    expect((await refusal(await as('system'), path, body))[0]).toBe(422);
  });

  it('should not be set for a unit that does not exist', async () => {
    const path = '/api/units/018f0000-0000-7000-8000-000000000000/set-series-start';
    expect((await refusal(await as('system'), path, { agencyCode: '中水', year: 2028, start: 1 }))[0]).toBe(
      404,
    );
  });
});

describe('the turn of the year', () => {
  beforeAll(async () => {
    await setStart('gongxin', '中工信', 2027, 500);
    world.app.clock.moveTo(new Date('2026-12-31T15:30:00Z'));
  });

  it('should not have come while it is the thirty-first in Shanghai', async () => {
    expect(await issueNew('gongxin')).toBe('中工信函〔2026〕7号');
  });

  it('should come at midnight of Shanghai, eight hours before Greenwich, with the start that was set', async () => {
    world.app.clock.moveTo(new Date('2026-12-31T16:30:00Z'));
    expect(await issueNew('gongxin')).toBe('中工信函〔2027〕500号');
  });

  it('should begin at one where no start was set, whatever it was the year before', async () => {
    expect(await issueNew('keji')).toBe('中科函〔2027〕1号');
  });

  it('should leave the numbers of the old year as they were', async () => {
    expect(await serials('gongxin', 2026)).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});

describe('an agency’s code that changes', () => {
  beforeAll(async () => {
    await setStart('keji', '中科创', 2028, 1);
  });

  it('should stand in the next number, which goes on from the last', async () => {
    expect(await issueNew('keji')).toBe('中科创函〔2027〕2号');
  });

  it('should leave the letters that are out as they were', async () => {
    const rows = await world.app.house.dataSource.query(
      `SELECT 1 FROM letter WHERE document_number = '中科函〔2027〕1号'`,
    );
    expect(rows).toHaveLength(1);
  });
});
