import { Client, savePerson } from '@fuhan/testing';
import { caseOf, type CaseView } from '../e2e/walk';
import { CO, HANDED_OVER_AT, refusal, startWorld, type World } from './casework-world';

interface Request {
  id: string;
  assignmentId: string;
  state: string;
  statements: {
    kind: string;
    speaker: string;
    person: string;
    label: string;
    words: string;
    unit: string | null;
  }[];
}
type View = CaseView & { returnRequests: Request[] };

let world: World;
let coordinator: Client;
let office: Client;
const LEAD = '市工业和信息化局';
const OTHER = '市公安局';

beforeAll(async () => {
  world = await startWorld();
  coordinator = await world.cast.as('coordinator');
  office = await world.cast.as('office');
  await savePerson(world.app.house.dataSource.manager, 'police', OTHER, ['proposal_office']);
});
afterAll(async () => world.app.close());

const unit = (name: string) => world.unit(name === LEAD ? 'gongxin' : name);
const view = async (id: string, client: Client = coordinator): Promise<View> =>
  (await caseOf(client, id)) as View;
const live = async (id: string): Promise<string[]> =>
  (await view(id)).assignments
    .filter(({ state }) => !['returned', 'removed'].includes(state))
    .map(({ role, unit: name, state }) => `${role} ${name} ${state}`);
const ownOf = async (id: string, name: string): Promise<string> =>
  (await view(id)).assignments.filter((each) => each.unit === name).at(0)?.id ?? '';
const clock = async (id: string, key: string, name: string): Promise<string[]> =>
  (await view(id)).clocks
    .filter((each) => each.clock === key && each.unit === name)
    .map(({ state }) => state);

/** A case handed over to the lead and one co-handler; nobody has signed for it. */
async function handedOver(number: string): Promise<string> {
  const id = await world.registered(number);
  await coordinator.done(`/api/proposals/${id}/hand-over`, {
    leadUnitId: await unit(LEAD),
    coHandlers: [{ unitId: await unit(CO[0]) }],
  });
  return id;
}
async function ask(id: string, more: object = {}): Promise<string> {
  const input = { wish: 'other_unit', unitId: await unit(OTHER), reason: '属交通管理职责。', ...more };
  return (await office.done(`/api/assignments/${await ownOf(id, LEAD)}/request-return`, input)).id;
}
const decide = async (requestId: string, decision: string, name?: string) =>
  coordinator.done(`/api/return-requests/${requestId}/decide`, {
    ...{ decision, unitId: name ? await unit(name) : null, words: '经研究。' },
  });
const keep = { decision: 'keep', unitId: null, words: '仍由你局承办。' };

describe('asking to return a proposal', () => {
  let id: string;
  let requestId: string;
  beforeAll(async () => {
    id = await handedOver('138101');
  });

  it.each([
    ['no unit that should take it', { wish: 'other_unit', unitId: null }, '请选择应当承办的单位'],
    ['the own unit', { wish: 'other_unit', own: true }, '不能选本单位'],
    ['a unit though none can be named', { wish: 'nobody', other: true }, '清空'],
  ])('should be refused with %s', async (_what, { wish, ...which }, words) => {
    const unitId = 'own' in which ? await unit(LEAD) : 'other' in which ? await unit(OTHER) : null;
    const answer = await refusal(office, `/api/assignments/${await ownOf(id, LEAD)}/request-return`, {
      ...{ wish, unitId, reason: '不属本局。' },
    });
    expect([answer[0], answer[2]]).toEqual([409, expect.stringContaining(words)]);
  });

  it('should be refused without a reason', async () => {
    const path = `/api/assignments/${await ownOf(id, LEAD)}/request-return`;
    expect((await refusal(office, path, { wish: 'nobody' }))[0]).toBe(422);
  });

  it('should start the clock of the coordinator and stand in its box', async () => {
    requestId = await ask(id);
    expect(await clock(id, 'return_answer', '市政府办公室')).toEqual(['running']);
    expect((await view(id)).nextActions[0]).toMatchObject({ command: 'returnRequest.decide', todo: true });
  });

  it('should leave the unit its duty: it may sign, and its reply clock runs', async () => {
    await office.done(`/api/assignments/${await ownOf(id, LEAD)}/sign`);
    expect([await clock(id, 'reply', LEAD), (await live(id))[0]]).toEqual([
      ['running'],
      `lead ${LEAD} signed`,
    ]);
  });

  it('should not be asked twice at once', async () => {
    const answer = await refusal(office, `/api/assignments/${await ownOf(id, LEAD)}/request-return`, {
      ...{ wish: 'nobody', reason: '再次申请。' },
    });
    expect([answer[0], answer[2]]).toEqual([409, '已有一份申请在等答复。']);
  });

  it('should be answered by nobody but the coordinator', async () => {
    const answer = await refusal(office, `/api/return-requests/${requestId}/decide`, keep);
    expect(answer.slice(0, 2)).toEqual([403, 'permission.denied']);
  });

  it('should be kept to itself by the unit it is about and those who decide', async () => {
    expect((await view(id, await world.co(CO[0]))).returnRequests).toEqual([]);
  });

  it('should, when it is granted, give the other unit a fresh duty with clocks of its own, and end the old one', async () => {
    await decide(requestId, 'move', OTHER);
    expect(await live(id)).toEqual([`lead ${OTHER} handed_over`, `co ${CO[0]} handed_over`]);
    expect([await clock(id, 'reply', LEAD), await clock(id, 'reply', OTHER)]).toEqual([
      ['cancelled'],
      ['running'],
    ]);
    expect(await clock(id, 'return_answer', '市政府办公室')).toEqual(['met']);
  });

  it('should leave the unit that returned it its own part of the history, and nothing more', async () => {
    const own = await view(id, office);
    expect([own.stage, own.suggestions, own.drafts, own.nextActions]).toEqual(['handed_over', [], [], []]);
    expect(own.returnRequests[0]?.statements.map(({ kind }) => kind)).toEqual(['asked', 'decided']);
  });

  it('should let the new unit return it in its own window, and not hand it on by itself', async () => {
    const commands = (await view(id, await world.cast.as('police'))).nextActions.map(
      ({ command }) => command,
    );
    expect(commands.slice(0, 3)).toEqual([
      'assignment.sign',
      'assignment.signAndAskFor',
      'assignment.requestReturn',
    ]);
    expect(commands.filter((each) => /handOver|addHandler|divide|passOn/.test(each))).toEqual([]);
  });
});

describe('what else may become of it', () => {
  it('should add a unit beside the one that asked, who keeps its duty', async () => {
    const id = await handedOver('138110');
    await decide(await ask(id), 'add', OTHER);
    expect(await live(id)).toEqual([
      `lead ${LEAD} handed_over`,
      `co ${CO[0]} handed_over`,
      `co ${OTHER} handed_over`,
    ]);
  });

  it('should make the unit a co-handler of the one that takes it, where it offered that', async () => {
    const id = await handedOver('138111');
    await decide(await ask(id, { wish: 'co_handle' }), 'move', OTHER);
    expect(await live(id)).toEqual([
      `lead ${OTHER} handed_over`,
      `co ${CO[0]} handed_over`,
      `co ${LEAD} handed_over`,
    ]);
  });

  it('should let a co-handler lead from now on', async () => {
    const id = await handedOver('138112');
    await decide(await ask(id, { unitId: await unit(CO[0]) }), 'move', CO[0]);
    expect(await live(id)).toEqual([`sole ${CO[0]} handed_over`]);
    expect((await view(id)).opinions.map(({ state }) => state)).toEqual(['cancelled']);
  });

  it('should not go to the unit that returns it', async () => {
    const id = await handedOver('138113');
    const requestId = await ask(id);
    const answer = await refusal(coordinator, `/api/return-requests/${requestId}/decide`, {
      ...{ decision: 'move', unitId: await unit(LEAD), words: '经研究。' },
    });
    expect([answer[0], (await view(id)).returnRequests[0]?.state]).toEqual([409, 'asked']);
  });

  it('should end with the hand-over, unanswered, when that is recalled', async () => {
    const id = await handedOver('138114');
    await ask(id);
    await coordinator.done(`/api/proposals/${id}/recall`, { reason: '交办有误。' });
    expect((await view(id)).returnRequests[0]?.state).toBe('lapsed');
    expect(await clock(id, 'return_answer', '市政府办公室')).toEqual(['cancelled']);
  });
});

describe('a return that is not granted', () => {
  let id: string;
  let requestId: string;
  beforeAll(async () => {
    id = await handedOver('138120');
    requestId = await ask(id);
  });
  const path = (verb: string) => `/api/return-requests/${requestId}/${verb}`;

  it('should not be disputed before it is answered', async () => {
    expect((await refusal(office, path('dispute'), { words: '不同意。' }))[1]).toBe('state.moved-on');
  });

  it('should be disputed once, in writing, to the next rung', async () => {
    await decide(requestId, 'keep');
    await office.done(path('dispute'), { words: '三定方案没有这项职责。' });
    expect((await view(id)).history.at(-1)?.words).toContain('提请分管副秘书长裁定');
    expect((await refusal(office, path('dispute'), { words: '再次。' }))[1]).toBe('state.moved-on');
  });

  it('should not free the unit meanwhile', async () => {
    expect([await clock(id, 'reply', LEAD), (await live(id))[0]]).toEqual([
      ['running'],
      `lead ${LEAD} handed_over`,
    ]);
  });

  it('should not be settled by the unit itself', async () => {
    expect((await refusal(office, path('settle'), { ...keep, dated: '2026-03-09' }))[0]).toBe(403);
  });

  it('should be settled by what the rung ruled, entered by a supervisor too, for good', async () => {
    await (await world.cast.as('supervisor')).done(path('settle'), { ...keep, dated: '2026-03-09' });
    expect((await view(id)).returnRequests[0]?.state).toBe('settled');
    const again = await refusal(office, `/api/assignments/${await ownOf(id, LEAD)}/request-return`, {
      ...{ wish: 'nobody', reason: '还是不属本局。' },
    });
    expect([again[0], again[2]]).toEqual([409, expect.stringContaining('已经答复过')]);
  });

  it('should keep who said what, in order', async () => {
    const said = (await view(id)).returnRequests[0]?.statements ?? [];
    expect(said.map(({ speaker, person, label }) => `${speaker} ${person} ${label}`)).toEqual([
      `${LEAD} 测试office 申请退办`,
      '市政府办公室 测试coordinator 答复：维持原交办',
      `${LEAD} 测试office 提出异议`,
      '分管副秘书长 测试supervisor 裁定：维持原交办',
    ]);
  });

  it('should not let anybody rewrite what was said, not even past the program', async () => {
    const { dataSource } = world.app.house;
    for (const sql of [`UPDATE return_statement SET words = ''`, 'DELETE FROM return_statement'])
      await expect(dataSource.query(sql)).rejects.toThrow('not rewritten');
  });
});

describe('signing for it with a wish', () => {
  it('should take the duty on, and add the co-handler when the coordinator agrees', async () => {
    const id = await handedOver('138130');
    const { id: requestId } = await office.done(
      `/api/assignments/${await ownOf(id, LEAD)}/sign-and-ask-for`,
      {
        ...{ unitId: await unit(OTHER), reason: '第二条属其职责。' },
      },
    );
    expect(await live(id)).toEqual([`lead ${LEAD} signed`, `co ${CO[0]} handed_over`]);
    await decide(requestId, 'add', OTHER);
    expect((await live(id)).at(-1)).toBe(`co ${OTHER} handed_over`);
  });

  it('should not be a way to be rid of it', async () => {
    const id = await handedOver('138131');
    const { id: requestId } = await office.done(
      `/api/assignments/${await ownOf(id, LEAD)}/sign-and-ask-for`,
      {
        ...{ unitId: await unit(OTHER), reason: '第二条属其职责。' },
      },
    );
    const answer = await refusal(coordinator, `/api/return-requests/${requestId}/decide`, {
      ...{ decision: 'move', unitId: await unit(OTHER), words: '经研究。' },
    });
    expect(answer[0]).toBe(409);
  });
});

describe('two at once', () => {
  const many = async (account: string): Promise<Client[]> =>
    Promise.all(Array.from({ length: 6 }, () => new Client(world.app.url).signIn(account)));

  it('should let one of several coordinators decide, and place the duty once', async () => {
    const id = await handedOver('138140');
    const requestId = await ask(id);
    const body = { decision: 'move', unitId: await unit(OTHER), words: '同意。' };
    const answers = await Promise.all(
      (await many('coordinator')).map((client) =>
        client.post(`/api/return-requests/${requestId}/decide`, body),
      ),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409, 409, 409]);
    expect(await live(id)).toEqual([`lead ${OTHER} handed_over`, `co ${CO[0]} handed_over`]);
  });

  it('should recall a hand-over that is signed for at the same moment, whichever comes first', async () => {
    const id = await handedOver('138141');
    const own = await ownOf(id, LEAD);
    const [recall, sign] = await Promise.all([
      coordinator.post(`/api/proposals/${id}/recall`, { reason: '交办有误。' }),
      office.post(`/api/assignments/${own}/sign`),
    ]);
    expect([recall.status, [200, 409].includes(sign.status)]).toEqual([200, true]);
    const { assignments, clocks } = await view(id);
    expect([
      new Set(assignments.map(({ state }) => state)),
      clocks.filter(({ state }) => state === 'running'),
    ]).toEqual([new Set(['recalled']), []]);
  });

  it('should take one return of several, signed for at the same moment or not', async () => {
    const id = await handedOver('138142');
    const own = await ownOf(id, LEAD);
    const offices = await many('office');
    const body = { wish: 'nobody', unitId: null, reason: '不属本局。' };
    const returns = offices
      .slice(1)
      .map((client) => client.post(`/api/assignments/${own}/request-return`, body));
    const [sign, ...asked] = await Promise.all([
      offices[0]?.post(`/api/assignments/${own}/sign`),
      ...returns,
    ]);
    expect([sign?.status, asked.map(({ status }) => status).sort()]).toEqual([
      200,
      [200, 409, 409, 409, 409],
    ]);
    expect([(await live(id))[0], (await view(id)).returnRequests.length]).toEqual([`lead ${LEAD} signed`, 1]);
  });
});

describe('after its window', () => {
  let id: string;
  const input = { wish: 'nobody', reason: '职责已划出。' };
  const path = async (verb: string) => `/api/assignments/${await ownOf(id, LEAD)}/${verb}`;
  const as = (account: string) => world.cast.as(account);

  beforeAll(async () => {
    world.app.clock.moveTo(new Date(HANDED_OVER_AT));
    id = await handedOver('138150');
    // Five working days after Monday, 9 March, is Monday the 16th.
    world.app.clock.moveTo(new Date('2026-03-17T01:00:00Z'));
    coordinator = await as('coordinator');
    office = await as('office');
  });

  it('should be refused, with the day that was the last', async () => {
    const answer = await refusal(office, await path('request-return'), input);
    expect([answer[0], answer[2]]).toEqual([409, expect.stringContaining('2026年3月16日')]);
  });

  it('should be possible once more when the coordinator opens it again, and the unit hears of it', async () => {
    await coordinator.done(await path('reopen-return'), { reason: '机构改革。' });
    await office.done(await path('request-return'), input);
    const { returnRequests, history } = await view(id);
    expect([returnRequests[0]?.state, history.at(-2)?.action]).toEqual(['asked', 'assignment.reopenReturn']);
  });

  it('should be possible after a final ruling too, where the coordinator opens it again', async () => {
    await decide((await view(id)).returnRequests[0]?.id ?? '', 'keep');
    const closed = await refusal(office, await path('request-return'), input);
    world.app.clock.moveTo(new Date('2026-03-17T02:00:00Z'));
    coordinator = await as('coordinator');
    office = await as('office');
    await coordinator.done(await path('reopen-return'), { reason: '情况有变。' });
    const again = await office.post(await path('request-return'), input);
    expect([closed[0], again.status]).toEqual([409, 200]);
  });
});
