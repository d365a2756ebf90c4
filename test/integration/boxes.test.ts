import { produceLetterFiles } from '@fuhan/casework';
import { savePerson } from '@fuhan/testing';
import { CO, startWorld, type World } from './casework-world';

/** Everyone who could have something to do; the co-handler 市住房城乡建设局 has an office and a drafter of its own. */
const accounts = [
  ...['coordinator', 'supervisor', 'office', 'drafter', 'colleague', 'reviewer', 'leader', 'head', 'clerk'],
  ...['co-zhujian', 'zj-drafter', 'co-shangwu', 'tian-office', 'zfb-office', 'stranger', 'system'],
];
interface Item {
  batch: { label: string; unit: string | null }[];
  waitingFor: string | null;
  blockedBy: string | null;
}
interface Todo {
  items: Item[];
  counts: Record<string, number>;
}
type Boxes = Record<string, string>;

let world: World;
let id: string;
let draftId: string;
/** What stood in whose 待办 at each stage; who has nothing is left out. */
const boxes: Record<string, Boxes> = {};

const as = (account: string) => world.cast.as(account);
const view = (account = 'supervisor') => world.seen(account, id);
const todoOf = async (account: string, box = 'todo'): Promise<Todo> =>
  (await (await as(account)).get<Todo>(`/api/todo?box=${box}`)).body;
const words = ({ waitingFor, blockedBy }: Item): string =>
  `${waitingFor}${blockedBy === null ? '' : `（${blockedBy}）`}`;
/** When the case stood in whose 待我会签. */
const countersigned: Record<string, string[]> = {};
const allBoxes = async (stage: string): Promise<Boxes> => {
  const found: Boxes = {};
  for (const account of accounts) {
    const { items, counts } = await todoOf(account);
    if (items.length > 0) found[account] = items.map(words).join(' ');
    if ((counts.countersign ?? 0) > 0) countersigned[account] = [...(countersigned[account] ?? []), stage];
  }
  return found;
};

const assignmentOf = async (unit: string): Promise<string> =>
  (await view()).assignments.find((each) => each.unit === unit)?.id ?? '';
const opinionOf = async (unit: string): Promise<string> =>
  (await view()).opinions.find((each) => each.unit === unit)?.id ?? '';
const personId = async (account: string): Promise<{ id: string; office_id: string | null }> =>
  (
    await world.app.house.dataSource.query('SELECT id, office_id FROM person WHERE account = $1', [account])
  )[0];
const officeOf = async (code: string): Promise<string> => {
  const unit = await world.unit(code);
  const system = await as('system');
  return (await system.done(`/api/units/${unit}/add-office`, { name: '办公室' })).id;
};

async function handOver(): Promise<void> {
  await (
    await as('coordinator')
  ).done(`/api/proposals/${id}/hand-over`, {
    leadUnitId: await world.unit('gongxin'),
    coHandlers: [{ unitId: await world.unit(CO[0]) }, { unitId: await world.unit(CO[1]) }],
  });
}
const LEAD = '市工业和信息化局';
let officeIds: { gongxin: string; zhujian: string };
const sign = async (account: string, unit: string) =>
  (await as(account)).done(`/api/assignments/${await assignmentOf(unit)}/sign`);
const divide = async (account: string, unit: string, officeId: string, drafter: string) =>
  (await as(account)).done(`/api/assignments/${await assignmentOf(unit)}/divide`, {
    officeId,
    drafterId: (await personId(drafter)).id,
  });
const give = async (account: string, unit: string) =>
  (await as(account)).done(`/api/opinions/${await opinionOf(unit)}/submit`, {
    contactName: '联络员',
    contactPhone: '0760-12345678',
    items: [{ suggestionId: (await view()).suggestions[0]?.id, position: 'adopted', body: '已摸底。' }],
  });
const judge = async (unit: string, verb: 'accept' | 'send-back') =>
  (await as('drafter')).done(
    `/api/opinions/${await opinionOf(unit)}/${verb}`,
    verb === 'accept' ? {} : { reason: '请补时间。' },
  );

async function write(): Promise<void> {
  const drafter = await as('drafter');
  const draft = (await view()).drafts[0];
  draftId = draft?.id ?? '';
  for (const { id: sectionId, version } of draft?.sections ?? [])
    await drafter.done(`/api/drafts/${draftId}/save-section`, {
      ...{ sectionId, version, verdict: 'adopted' },
      passages: [{ id: null, kind: 'paragraph', body: '我局已经办理。' }],
    });
  await drafter.done(`/api/drafts/${draftId}/save-frame`, {
    ...{ version: 1, outcomeClass: 'A', printClass: false, publication: 'active' },
    ...{ contacts: [{ name: '林小雨', phone: '0760-88880001' }], prose: '', wording: [] },
  });
}
const submit = async () => (await as('drafter')).done(`/api/drafts/${draftId}/submit`);
const decide = async (account: string, verb = 'approve', comment = '') => {
  const step = (await view()).drafts[0]?.steps.find(({ state }) => state === 'open');
  return (await as(account)).done(`/api/review-steps/${step?.id}/${verb}`, { comment });
};
const letterId = async (): Promise<string> => (await view()).letters[0]?.id ?? '';
async function makeFiles(): Promise<void> {
  const { dataSource, blobs, printer, clock } = world.app.house;
  const services = { dataSource, blobs, now: () => clock.now() };
  await produceLetterFiles(
    { ...services, printPdf: (model) => printer.render(model) },
    { letterId: await letterId() },
  );
}
async function receive(account: string, unit: string): Promise<void> {
  const { nextActions } = await view(account);
  const action = nextActions.find(({ targetLabel }) => targetLabel === unit);
  await (await as(account)).done(action?.href ?? '');
}

/** What came of signing, of taking that back, and of trying to once more. */
const slip: { undo?: { label: string; href: string }; box?: string; again?: number; other?: number } = {};
async function slipAndSign(): Promise<void> {
  const office = await as('office');
  const done = async () => (await sign('office', LEAD)) as { id: string; undo?: typeof slip.undo };
  slip.undo = (await done()).undo;
  const href = slip.undo?.href ?? '';
  slip.other = (await (await as('drafter')).post(href)).status;
  await office.done(href);
  slip.box = (await todoOf('office')).items.map(words).join(' ');
  slip.again = (await office.post(href)).status;
  await done();
}

/** The way of the case; after each step everyone's box is looked into. */
const way: [string, () => Promise<unknown>][] = [
  ['registered', async () => (id = await world.registered('137201'))],
  ['handed over', handOver],
  ['signed for by the lead', slipAndSign],
  ['signed for by a co-handler', () => sign('co-zhujian', CO[0])],
  ['divided in the lead', () => divide('office', LEAD, officeIds.gongxin, 'drafter')],
  ['divided in the co-handler', () => divide('co-zhujian', CO[0], officeIds.zhujian, 'zj-drafter')],
  ['given an opinion', () => give('zj-drafter', CO[0])],
  ['sent that opinion back', () => judge(CO[0], 'send-back')],
  [
    'accepted every opinion',
    async () => {
      await give('co-zhujian', CO[0]);
      await judge(CO[0], 'accept');
      await sign('co-shangwu', CO[1]);
      await give('co-shangwu', CO[1]);
      await judge(CO[1], 'accept');
    },
  ],
  ['written', write],
  ['submitted', submit],
  ['checked', () => decide('reviewer')],
  ['sent back by the leader', () => decide('leader', 'send-back', '请改第二条。')],
  ['submitted again', submit],
  ['approved by the leader', () => decide('leader')],
  ['signed', () => decide('head')],
  ['issued', async () => (await as('clerk')).done(`/api/drafts/${draftId}/issue`, { date: '2026-03-09' })],
  ['made into files', makeFiles],
  ['delivered', async () => (await as('clerk')).done(`/api/letters/${await letterId()}/deliver`)],
  ['received by a co-handler', () => receive('co-shangwu', CO[1])],
  [
    'received by all',
    async () => {
      await receive('co-zhujian', CO[0]);
      await receive('tian-office', '市政协提案委');
      await receive('zfb-office', '市政府办公室');
    },
  ],
];
/** What the boxes 我承办的 and 全部 held when the lead had divided, and when all was over. */
const others: Record<string, Record<string, number>> = {};
/** What could be done with the case together with others, once it was handed over. */
const batches: Record<string, Item['batch']> = {};
const lookElsewhere = async (stage: string): Promise<void> => {
  const found: Record<string, number> = {};
  for (const account of accounts) {
    const { items, counts } = await todoOf(account, 'all');
    if (items.length > 0) found[account] = counts.mine ?? 0;
  }
  others[stage] = found;
};

beforeAll(async () => {
  world = await startWorld();
  const em = world.app.house.dataSource.manager;
  await savePerson(em, 'colleague', 'gongxin', ['drafter']);
  await savePerson(em, 'zj-drafter', 'zhujian', ['drafter']);
  await savePerson(em, 'tian-office', 'zhengxie_tian', ['proposal_office']);
  await savePerson(em, 'zfb-office', 'zhengfuban', ['proposal_office']);
  await savePerson(em, 'stranger', 'gongan', ['proposal_office', 'drafter', 'clerk', 'head']);
  officeIds = { gongxin: (await personId('drafter')).office_id ?? '', zhujian: await officeOf('zhujian') };
  for (const [stage, step] of way) {
    await step();
    boxes[stage] = await allBoxes(stage);
    if (stage === 'handed over')
      for (const account of ['office', 'coordinator', 'drafter'])
        batches[account] = (await todoOf(account, 'all')).items[0]?.batch ?? [];
    if (stage.startsWith('divided') || stage.startsWith('received')) await lookElsewhere(stage);
  }
}, 120_000);
afterAll(async () => world.app.close());

describe('what stands in whose 待办, once the case is', () => {
  const unwritten = '送核稿（第 1、2 条建议还没有答复或没有选采纳意见。）';
  const unsigned = '提交会办意见（本单位还没有签收，请提案办先签收。）';
  const copy = '签收来函';
  /** The drafter writes; the unit's 提案办 may stand in. */
  const writers = (what: string): Boxes => ({ office: what, drafter: what });

  it.each<[string, Boxes]>([
    ['registered', { coordinator: '交办' }],
    ['handed over', { office: '签收', 'co-zhujian': '签收', 'co-shangwu': '签收' }],
    ['signed for by the lead', { office: '分给科室', 'co-zhujian': '签收', 'co-shangwu': '签收' }],
    ['signed for by a co-handler', { office: '分给科室', 'co-zhujian': '分给科室', 'co-shangwu': '签收' }],
    ['divided in the lead', { ...writers(unwritten), 'co-zhujian': '分给科室', 'co-shangwu': '签收' }],
    [
      'divided in the co-handler',
      {
        ...writers(unwritten),
        'co-zhujian': '提交会办意见',
        'zj-drafter': '提交会办意见',
        'co-shangwu': '签收',
      },
    ],
    ['given an opinion', { ...writers('接受意见'), 'co-shangwu': '签收' }],
    [
      'sent that opinion back',
      {
        ...writers(unwritten),
        'co-zhujian': '提交会办意见',
        'zj-drafter': '提交会办意见',
        'co-shangwu': '签收',
      },
    ],
    ['accepted every opinion', writers(unwritten)],
    ['written', writers('送核稿')],
    ['submitted', { reviewer: '同意' }],
    ['checked', { leader: '同意' }],
    ['sent back by the leader', writers('送核稿')],
    // Nothing was changed: who has agreed is not asked again.
    ['submitted again', { leader: '同意' }],
    ['approved by the leader', { head: '同意' }],
    ['signed', { clerk: '编号发文' }],
    ['issued', { clerk: '送达（正式文件还在生成，请稍候再送达。）' }],
    ['made into files', { clerk: '送达' }],
    ['delivered', { 'co-zhujian': copy, 'co-shangwu': copy, 'tian-office': copy, 'zfb-office': copy }],
    ['received by a co-handler', { 'co-zhujian': copy, 'tian-office': copy, 'zfb-office': copy }],
    ['received by all', {}],
  ])('should be, when %s: %j', (stage, expected) => {
    expect(boxes[stage]).toEqual(expected);
  });

  it('should cover every step of the way', () => {
    expect(Object.keys(boxes)).toEqual(way.map(([stage]) => stage));
  });

  it('should never be the opinion of a unit that has not signed for the case', () => {
    expect(Object.values(boxes).flatMap((each) => Object.values(each))).not.toContain(unsigned);
  });

  it.each(['supervisor', 'colleague', 'stranger', 'system'])('should never be anything for %s', (account) => {
    expect(Object.keys(boxes).filter((stage) => boxes[stage]?.[account] !== undefined)).toEqual([]);
  });
});

describe('the box of all open cases', () => {
  const lead = ['office', 'drafter', 'colleague', 'reviewer', 'leader', 'head', 'clerk'];

  it('should hold the case for everyone of its units and those who oversee all', () => {
    const expected = ['coordinator', 'supervisor', ...lead, 'co-zhujian', 'zj-drafter', 'co-shangwu'];
    expect(Object.keys(others['divided in the co-handler'] ?? {}).sort()).toEqual(expected.sort());
  });

  it('should count as mine what I am the named drafter of', () => {
    const mine = Object.entries(others['divided in the co-handler'] ?? {}).filter(([, count]) => count > 0);
    expect(mine.map(([account]) => account).sort()).toEqual(['drafter', 'zj-drafter']);
  });

  it('should hold a case that is answered for those whose receipt is missing, and nobody else of the handlers', () => {
    const left = Object.keys(others['received by a co-handler'] ?? {});
    expect(left.filter((account) => [...lead, 'co-shangwu'].includes(account))).toEqual([]);
  });

  it('should be empty for everyone once every copy has arrived', () => {
    expect(others['received by all']).toEqual({});
  });
});

describe('the boxes beside it', () => {
  const holds = async (account: string, box: string): Promise<boolean> =>
    (await todoOf(account, box)).items.length === 1;
  const holders = async (box: string): Promise<string[]> => {
    const found: string[] = [];
    for (const account of accounts) if (await holds(account, box)) found.push(account);
    return found;
  };

  it('should hold for a co-handler, as 待我会签, what it is asked for until it has given it', () => {
    const first = ['handed over', 'signed for by the lead', 'signed for by a co-handler'];
    expect(countersigned['co-zhujian']).toEqual([
      ...first,
      'divided in the lead',
      'divided in the co-handler',
      'sent that opinion back',
    ]);
  });

  it('should hold nothing as 待我会签 for the unit that writes', () => {
    const lead = ['office', 'drafter', 'reviewer', 'leader', 'head', 'clerk'];
    expect(Object.keys(countersigned).filter((account) => lead.includes(account))).toEqual([]);
  });

  it('should hold as 已办 the case of everyone who took a step in it', async () => {
    const lead = ['coordinator', 'office', 'drafter', 'reviewer', 'leader', 'head', 'clerk'];
    expect(await holders('done')).toEqual([
      ...lead,
      'co-zhujian',
      'zj-drafter',
      'co-shangwu',
      'tian-office',
      'zfb-office',
    ]);
  });

  it('should hold as 传阅 the copy of a letter for those who got one, also when it is signed for', async () => {
    const found = await holders('circulated');
    expect(found).toEqual(expect.arrayContaining(['tian-office', 'zfb-office', 'zj-drafter']));
    expect(found).not.toContain('stranger');
  });

  it('should hold as 关注 what a person has starred, for that person alone, until the star is taken away', async () => {
    const drafter = await as('drafter');
    const star = (on: boolean) => drafter.post(`/api/proposals/${id}/star`, { on });
    await star(true);
    await star(true);
    expect(await holders('starred')).toEqual(['drafter']);
    expect((await drafter.get<{ starred: boolean }>(`/api/proposals/${id}`)).body.starred).toBe(true);
    await star(false);
    expect(await holders('starred')).toEqual([]);
  });

  it('should let nobody star what that person may not know of', async () => {
    expect((await (await as('stranger')).post(`/api/proposals/${id}/star`, { on: true })).status).toBe(404);
  });
});

describe('a signature by a slip of the hand', () => {
  it('should be offered to be taken back, by the answer itself', () => {
    expect(slip.undo?.label).toBe('撤回签收');
  });
  it('should be wanted again once it was taken back', () => {
    expect(slip.box).toBe('签收');
  });
  it('should be taken back once, and by nobody else', () => {
    expect([slip.other, slip.again]).toEqual([403, 409]);
  });
  it('should leave both lines in the history', async () => {
    const { history } = (await view()) as unknown as { history: { action: string }[] };
    const lines = history
      .map(({ action }) => action)
      .filter((action) => /assignment\.(un)?sign$/.test(action));
    expect(lines.slice(0, 3)).toEqual(['assignment.sign', 'assignment.unsign', 'assignment.sign']);
  });
});

describe('what may be done for several cases at once', () => {
  it('should be to sign, for the office of a unit that has just got the case; and to chase those it leads', () => {
    expect(batches.office).toEqual([
      expect.objectContaining({ label: '签收', unit: LEAD }),
      ...CO.slice(0, 2).map(() => expect.objectContaining({ label: '催办' })),
    ]);
  });

  it('should be nothing for who has nothing to do there', () => {
    expect(batches.drafter).toEqual([]);
  });

  it('should be to take the chosen cases along as a file, those one may not know of left out', async () => {
    const size = async (account: string): Promise<number> => {
      const { status, body } = await (await as(account)).get<ArrayBuffer>(`/api/ledger.xlsx?ids=${id}`);
      return status === 200 ? String(body).length : -status;
    };
    expect(await size('drafter')).toBeGreaterThan(await size('stranger'));
  });

  it('should refuse a choice that is none', async () => {
    expect((await (await as('drafter')).get('/api/ledger.xlsx?ids=1,2')).status).toBe(422);
  });
});
