import { shortPlan } from '../e2e/short-plan';
import { walkToSigned } from '../e2e/walk';
import { CO, refusal, startWorld, type World } from './casework-world';

/** No worker runs here, so that a letter's files are never ready. */
describe('numbering the letters of a unit', () => {
  let world: World;
  let first: { id: string; draftId: string };
  let second: { id: string; draftId: string };
  let lead: string;

  beforeAll(async () => {
    world = await startWorld();
    first = await walkToSigned(world.app, world.cast, shortPlan('136501'));
    second = await walkToSigned(world.app, world.cast, shortPlan('136502'));
    lead = await world.unit('gongxin');
  });
  afterAll(async () => world.app.close());

  const setStart = async (year: number, start: number) =>
    refusal(await world.cast.as('system'), `/api/units/${lead}/set-series-start`, {
      agencyCode: '中工信',
      year,
      start,
    });
  const issueOn = async (day: string, draftId: string): Promise<{ documentNumber: string }> => {
    world.app.clock.moveTo(new Date(`${day}T02:00:00Z`));
    return (await world.cast.as('clerk')).done(`/api/drafts/${draftId}/issue`, { date: day });
  };

  it('should begin at the start number of the year', async () => {
    await setStart(2026, 40);
    expect(await issueOn('2026-06-05', first.draftId)).toMatchObject({
      documentNumber: '中工信函〔2026〕40号',
    });
  });

  it('should refuse another start number once one of the year is used', async () => {
    const [status, code, detail] = await setStart(2026, 90);
    expect([status, code]).toEqual([409, 'series.in-use']);
    expect(detail).toContain('40');
  });

  it('should not show the letter to a co-handler before it is delivered', async () => {
    expect((await world.seen(world.cast.coAccounts.get(CO[0]) ?? '', first.id)).letters).toEqual([]);
  });

  it('should not be delivered while its files are being made', async () => {
    const { letters } = await world.seen('clerk', first.id);
    const answer = await refusal(await world.cast.as('clerk'), `/api/letters/${letters[0]?.id}/deliver`);
    expect(answer).toEqual([409, 'guard.failed', '正式文件还在生成，请稍候再送达。']);
  });

  it('should have told no recipient when the delivery was refused', async () => {
    expect((await world.seen('clerk', first.id)).letters[0]?.deliveries).toEqual([]);
  });

  it('should begin anew in another year', async () => {
    expect(await issueOn('2027-01-04', second.draftId)).toMatchObject({
      documentNumber: '中工信函〔2027〕1号',
    });
  });

  it('should still take a start number for a year without numbers', async () => {
    expect((await setStart(2028, 7))[0]).toBe(200);
  });
});

describe('the ledger and the worklist', () => {
  let world: World;
  const titles = ['关于100%覆盖的提案', '关于a_b的提案', "关于'引号'的提案", '关于axb的提案'];

  beforeAll(async () => {
    world = await startWorld();
    const coordinator = await world.cast.as('coordinator');
    for (const [i, title] of titles.entries()) {
      await coordinator.done('/api/proposals', {
        ...{ kind: 'plenary', number: `13660${i}`, term: 13, meeting: 5, title, fullText: '正文' },
        proposers: [{ kind: 'member', name: `提案人${i}` }],
        suggestions: [{ title: '一条', body: '' }],
      });
    }
    await world.opened('136610');
  });
  afterAll(async () => world.app.close());

  const found = async (q: string, account = 'coordinator'): Promise<string[]> => {
    const { body } = await (
      await world.cast.as(account)
    ).get<{ items: { title: string }[] }>(`/api/proposals?q=${encodeURIComponent(q)}`);
    return body.items.map(({ title }) => title);
  };
  const page = async (account: string, query: string) => {
    const { body } = await (
      await world.cast.as(account)
    ).get<{ items: { number: string }[]; total: number }>(`/api/proposals?${query}`);
    return { numbers: body.items.map(({ number }) => number), total: body.total };
  };
  const box = async (account: string, name: string) => {
    const { body } = await (
      await world.cast.as(account)
    ).get<{ items: { number: string; waitingFor: string | null; role: string }[] }>(`/api/todo?box=${name}`);
    return body.items;
  };

  it.each([
    ['a percent sign', '%', [titles[0]]],
    ['an underscore', 'a_b', [titles[1]]],
    ['a quotation mark', "'引号'", [titles[2]]],
    ['a backslash', '\\', []],
    ['a proposer', '提案人3', [titles[3]]],
    ['a number', '136601', [titles[1]]],
    ['two characters', '覆盖', [titles[0]]],
    ['one character', '盖', [titles[0]]],
    ['large letters', 'A_B', [titles[1]]],
    ['pairs that stand apart', '关于覆盖', []],
    ['the end of one and the beginning of another', '提案提案人', []],
  ])('should look for %s as it was typed', async (_, q, expected) => {
    expect(await found(q)).toEqual(expected);
  });

  it('should find a proposal by what it is called today', async () => {
    const query = (sql: string) => world.app.house.dataSource.query(sql);
    await query(`UPDATE proposal SET title = '关于𠮷的提案' WHERE number = '136603'`);
    await query(`UPDATE proposer SET name = '改了名的人' WHERE name = '提案人3'`);
    expect([await found('𠮷的'), await found('改了名'), await found('axb'), await found('提案人3')]).toEqual([
      ['关于𠮷的提案'],
      ['关于𠮷的提案'],
      [],
      [],
    ]);
  });

  it('should find for a handler only what was handed to it', async () => {
    expect(await found('', 'drafter')).toHaveLength(1);
  });

  it('should find nothing for a unit without part in any case', async () => {
    expect(await found('', 'system')).toEqual([]);
  });

  it('should wait for the coordinator to hand over what is new', async () => {
    const waiting = (await box('coordinator', 'todo')).map(({ number }) => number);
    expect(waiting).toEqual(['136600', '136601', '136602', '136603']);
  });

  it('should put what has a due day before what has none', async () => {
    expect((await box('coordinator', 'all'))[0]?.number).toBe('136610');
  });

  it('should hold for a drafter the cases given to that drafter', async () => {
    expect((await box('drafter', 'mine')).map(({ number }) => number)).toEqual(['136610']);
  });

  it('should hold nothing in that box for a colleague of the same unit', async () => {
    expect(await box('reviewer', 'mine')).toEqual([]);
  });

  it('should tell a co-handler its part in the case', async () => {
    const [row] = await box(world.cast.coAccounts.get(CO[0]) ?? '', 'all');
    expect(row?.role).toBe('会办');
  });

  it('should show a unit its own cases, the newest first, a page at a time', async () => {
    await world.opened('136611');
    expect([await page('office', 'limit=1'), await page('office', 'limit=1&offset=1')]).toEqual([
      { numbers: ['136611'], total: 2 },
      { numbers: ['136610'], total: 2 },
    ]);
  });

  it('should show a leader the case under the own supervision among them, and nobody else of the unit', async () => {
    const em = world.app.house.dataSource.manager;
    await em.query(
      `UPDATE proposal SET supervisor_id = (SELECT id FROM person WHERE account = 'leader') WHERE number IN ('136600', '136611')`,
    );
    const own = ['136611', '136610'];
    expect([await page('leader', ''), await page('office', '')]).toEqual([
      { numbers: [...own, '136600'], total: 3 },
      { numbers: own, total: 2 },
    ]);
  });

  it.each([
    ['a stage', 'stage=opinions', ['136611', '136610']],
    ['a stage in which none is', 'stage=closed', []],
    ['lights, of open cases alone', 'light=green,yellow,red,overdue', ['136611', '136610']],
    ['a light and a stage', 'light=overdue&stage=opinions', []],
    ['a class', 'outcomeClass=C', []],
    ['words and a stage', 'stage=registered&q=a_b', ['136601']],
    ['who supervises it', 'leader', ['136611', '136600']],
  ])('should show the coordinator what is asked for by %s', async (_what, asked, numbers) => {
    const [{ id }] = await world.app.house.dataSource.query(`SELECT id FROM person WHERE account = 'leader'`);
    expect((await page('coordinator', asked === 'leader' ? `leader=${id}` : asked)).numbers).toEqual(numbers);
  });

  it('should count over the ledger what is open, and where', async () => {
    const { body } = await (
      await world.cast.as('coordinator')
    ).get<{ open: number; overdue: number; near: number; stages: { stage: string; open: number }[] }>(
      '/api/ledger/views',
    );
    const at = (stage: string): number | undefined => body.stages.find((each) => each.stage === stage)?.open;
    expect([body.open, body.overdue, at('registered'), at('opinions')]).toEqual([6, 0, 4, 2]);
  });

  it('should show what was withdrawn under that stage alone', async () => {
    const coordinator = await world.cast.as('coordinator');
    const [{ id }] = await world.app.house.dataSource.query(
      `SELECT id FROM proposal WHERE number = '136603'`,
    );
    await coordinator.done(`/api/proposals/${id}/withdraw`, {
      ...{ documentOn: world.app.house.clock.today(), reason: '情况有变。' },
    });
    const under = (stage: string) => page('coordinator', `stage=${stage}`);
    expect([await under('withdrawn'), (await under('registered')).numbers]).toEqual([
      { numbers: ['136603'], total: 1 },
      ['136602', '136601', '136600'],
    ]);
  });

  it('should keep a view for the person alone, under its name once, until it is dropped', async () => {
    const [coordinator, office] = await Promise.all(
      ['coordinator', 'office'].map((each) => world.cast.as(each)),
    );
    const saved = async (client = coordinator!): Promise<object[]> =>
      (await client.get<{ saved: object[] }>('/api/ledger/views')).body.saved;
    const keep = (asked: object | null) => coordinator!.post('/api/ledger/views', { name: '我的', asked });
    await keep({ stage: 'review' });
    await keep({ stage: 'opinions', light: 'red' });
    const kept = await saved();
    await keep(null);
    expect([kept, await saved(office), await saved()]).toEqual([
      [{ name: '我的', asked: { stage: 'opinions', light: 'red' } }],
      [],
      [],
    ]);
  });

  it('should keep no twenty-first view, and say what to do', async () => {
    const coordinator = await world.cast.as('coordinator');
    const keep = (n: number) =>
      coordinator.post<{ code?: string }>('/api/ledger/views', { name: `视图${n}`, asked: {} });
    for (let n = 1; n <= 20; n++) await keep(n);
    const { status, body } = await keep(21);
    expect([status, body.code]).toEqual([409, 'ledger.too-many-views']);
  });
});
