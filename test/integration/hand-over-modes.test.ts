import { produceLetterFiles } from '@fuhan/casework';
import { type Client, savePerson } from '@fuhan/testing';
import { caseOf, type CaseView } from '../e2e/walk';
import { CO, refusal, startWorld, type World } from './casework-world';

type Assignment = CaseView['assignments'][number] & {
  targets: { key: string; on: string }[];
  endReason: string | null;
};

let world: World;
let coordinator: Client;
const LEAD = '市工业和信息化局';

beforeAll(async () => {
  world = await startWorld();
  coordinator = await world.cast.as('coordinator');
});
afterAll(async () => world.app.close());

const unit = (name: string) => world.unit(name === LEAD ? 'gongxin' : name);
const handOver = async (id: string, choice: object): Promise<void> =>
  void (await coordinator.done(`/api/proposals/${id}/hand-over`, choice));
const view = (id: string): Promise<CaseView> => caseOf(coordinator, id);
const assignmentOf = async (id: string, name: string): Promise<Assignment> =>
  (await view(id)).assignments.find((each) => each.unit === name) as Assignment;
const clocksOf = async (id: string, name: string): Promise<Record<string, string>> =>
  Object.fromEntries(
    (await view(id)).clocks.filter((each) => each.unit === name).map(({ clock, state }) => [clock, state]),
  );
/** The notices this case has left, newest last. */
const told = async (id: string): Promise<string[]> =>
  (
    await world.app.house.dataSource.query(
      `SELECT payload->>'title' AS title FROM outbox WHERE topic = 'notice.tell' AND payload->>'proposalId' = $1 ORDER BY id`,
      [id],
    )
  ).map(({ title }: { title: string }) => title);

describe('分办: each unit answers with a letter of its own', () => {
  let id: string;
  let both: { office: Client; drafterId: string; officeId: string | null; unit: string }[];
  const everything = ['proposal_office', 'drafter', 'reviewer', 'leader', 'head', 'clerk'] as const;

  beforeAll(async () => {
    const em = world.app.house.dataSource.manager;
    both = [];
    for (const [account, name] of [
      ['all-gongxin', 'gongxin'],
      ['all-shangwu', '市商务局'],
    ] as const) {
      const { id: drafterId } = await savePerson(em, account, name, everything);
      const system = await world.cast.as('system');
      const { id: officeId } = await system.done(`/api/units/${await world.unit(name)}/add-office`, {
        name: '分办科',
      });
      await system.done(`/api/units/${await world.unit(name)}/set-series-start`, {
        ...{ agencyCode: name === 'gongxin' ? '中工信' : '中商务', year: 2026, start: 5 },
      });
      both.push({
        office: await world.cast.as(account),
        drafterId,
        officeId,
        unit: name === 'gongxin' ? LEAD : name,
      });
    }
    id = await world.registered('138001');
    await handOver(id, { mode: 'separate', separateUnitIds: [await unit(LEAD), await unit('市商务局')] });
  });

  /** One unit goes the whole way, alone. */
  async function answer(who: (typeof both)[number]): Promise<string> {
    const { office, officeId, drafterId } = who;
    const assignment = await assignmentOf(id, who.unit);
    await office.done(`/api/assignments/${assignment.id}/sign`);
    await office.done(`/api/assignments/${assignment.id}/divide`, { officeId, drafterId });
    const draft = (await caseOf(office, id)).drafts[0];
    for (const { id: sectionId, version } of draft?.sections ?? [])
      await office.done(`/api/drafts/${draft?.id}/save-section`, {
        ...{ sectionId, version, verdict: 'adopted' },
        passages: [{ id: null, kind: 'paragraph', body: '我局已经办理，下一步将于年底前完成摸底。' }],
      });
    await office.done(`/api/drafts/${draft?.id}/save-frame`, {
      ...{ version: 1, outcomeClass: 'A', printClass: false, publication: 'active' },
      ...{ contacts: [{ name: '林小雨', phone: '0760-88880001' }], prose: '', wording: [] },
    });
    await office.done(`/api/drafts/${draft?.id}/submit`);
    for (const step of ['核稿', '审核', '签发']) {
      const open = (await caseOf(office, id)).nextActions.find(
        (each) => each.command === 'reviewStep.approve',
      );
      if (!open) throw new Error(`no open step for ${step}`);
      await office.done(open.href, {});
    }
    await office.done(`/api/drafts/${draft?.id}/issue`, { date: '2026-03-09' });
    const letter = (await caseOf(office, id)).letters.find(({ draftId }) => draftId === draft?.id);
    const { dataSource, blobs, printer, clock } = world.app.house;
    await produceLetterFiles(
      { dataSource, blobs, now: () => clock.now(), printPdf: (model) => printer.render(model) },
      { letterId: letter?.id ?? '' },
    );
    await office.done(`/api/letters/${letter?.id}/deliver`);
    return letter?.documentNumber ?? '';
  }

  it('should give each its own reply clock and its own targets', async () => {
    for (const { unit: name } of both) {
      expect(await clocksOf(id, name)).toMatchObject({ reply: 'running' });
      expect((await assignmentOf(id, name)).targets).toHaveLength(3);
    }
  });

  it('should await no opinion', async () => {
    expect((await view(id)).opinions).toEqual([]);
  });

  it('should stand where the unit furthest behind stands, and end each clock with its own letter', async () => {
    const [first, second] = both as [(typeof both)[number], (typeof both)[number]];
    const numberOfFirst = await answer(first);
    const between = [numberOfFirst, (await view(id)).stage, await clocksOf(id, second.unit)];
    expect(between).toEqual([
      '中工信函〔2026〕5号',
      'handed_over',
      expect.objectContaining({ reply: 'running' }),
    ]);
    expect(await answer(second)).toBe('中商务函〔2026〕5号');
    expect((await view(id)).stage).toBe('delivered');
    expect((await view(id)).letters.map(({ deliveries }) => deliveries.length > 0)).toEqual([true, true]);
  });

  it('should show neither the other’s draft', async () => {
    for (const { office } of both) expect((await caseOf(office, id)).drafts).toHaveLength(1);
  });
});

describe('参阅: a proposal that only has to be known', () => {
  it('should be over when everybody has signed for it', async () => {
    const id = await world.registered('138002');
    await handOver(id, { mode: 'reference', referenceUnitIds: [await unit(LEAD)] });
    const before = (await view(id)).stage;
    const own = await assignmentOf(id, LEAD);
    await (await world.cast.as('office')).done(`/api/assignments/${own.id}/sign`);
    expect([before, (await view(id)).stage, (await view(id)).clocks]).toEqual(['handed_over', 'noted', []]);
  });
});

describe('倒排时间', () => {
  it('should be kept as the place’s plan has it, or as the coordinator moved it', async () => {
    const id = await world.registered('138003');
    await handOver(id, { leadUnitId: await unit(LEAD), targets: [{ key: 'draft', on: '2026-05-06' }] });
    const own = await assignmentOf(id, LEAD);
    // The reply is due on 9 June 2026: 30 and 10 working days before it, and the day the coordinator chose.
    expect(own.targets.map(({ key, on }) => `${key} ${on}`)).toEqual([
      ...['opinions 2026-04-24', 'draft 2026-05-06', 'review 2026-05-26'],
    ]);
  });

  it.each([
    ['an unknown step', [{ key: 'nothing', on: '2026-05-06' }], '本地没有'],
    ['a day after the reply is due', [{ key: 'draft', on: '2026-12-01' }], '答复稿拟成'],
    ['a day that has passed', [{ key: 'draft', on: '2026-03-01' }], '答复稿拟成'],
  ])('should be refused with %s', async (_what, targets, words) => {
    const id = await world.registered(`13801${targets[0]?.on.slice(6, 7)}${targets[0]?.key.length}`);
    const answer = await refusal(coordinator, `/api/proposals/${id}/hand-over`, {
      ...{ leadUnitId: await unit(LEAD), targets },
    });
    expect([answer[0], answer[2]]).toEqual([409, expect.stringContaining(words)]);
  });
});

describe('a co-handler that joins and leaves later', () => {
  let id: string;
  let draftId: string;
  const add = async (name: string, more: object = {}) =>
    coordinator.post(`/api/proposals/${id}/add-handler`, { unitId: await unit(name), ...more });

  beforeAll(async () => {
    ({ id, draftId } = await world.opened('138020'));
  });

  it('should have a clock, an awaited opinion and its question', async () => {
    await savePerson(world.app.house.dataSource.manager, 'finance', '市财政局', [
      'proposal_office',
      'drafter',
    ]);
    expect((await add('市财政局', { question: '有无补贴？' })).status).toBe(200);
    expect(await clocksOf(id, '市财政局')).toEqual({ opinion: 'running', return: 'running' });
    const opinion = (await view(id)).opinions.find((each) => each.unit === '市财政局');
    expect([opinion?.state, await assignmentOf(id, '市财政局')]).toEqual([
      'awaited',
      expect.objectContaining({ role: 'co', state: 'handed_over', question: '有无补贴？' }),
    ]);
  });

  it('should not join twice', async () => {
    expect((await add('市财政局')).status).toBe(409);
  });

  it('should not join as one that answers apart where others answer together', async () => {
    expect((await add('市公安局', { role: 'separate' })).status).toBe(409);
  });

  it('should leave with its clock cancelled and nothing awaited, and hear of it', async () => {
    const own = await assignmentOf(id, '市财政局');
    await coordinator.done(`/api/assignments/${own.id}/remove`, { reason: '不涉及资金。' });
    expect(await assignmentOf(id, '市财政局')).toMatchObject({ state: 'removed', endReason: '不涉及资金。' });
    expect(await clocksOf(id, '市财政局')).toEqual({ opinion: 'cancelled', return: 'cancelled' });
    expect((await view(id)).opinions.find((each) => each.unit === '市财政局')?.state).toBe('cancelled');
    expect((await told(id)).at(-1)).toBe('本单位不再承办这件提案');
  });

  it('should leave what it has given on file, and adopted words with their source', async () => {
    const [housing] = CO;
    const giver = await world.co(housing);
    const before = await view(id);
    const opinion = before.opinions.find((each) => each.unit === housing);
    await giver.done(`/api/opinions/${opinion?.id}/submit`, {
      ...{ contactName: '联络员', contactPhone: '0760-12345678' },
      items: [{ suggestionId: before.suggestions[0]?.id, position: 'adopted', body: '已摸底。' }],
    });
    const drafter = await world.cast.as('drafter');
    const opinionItemId = (await caseOf(drafter, id)).opinions.find((each) => each.unit === housing)
      ?.versions[0]?.items[0]?.id;
    const sectionId = (await caseOf(drafter, id)).drafts[0]?.sections[0]?.id;
    await drafter.done(`/api/drafts/${draftId}/adopt`, { sectionId, opinionItemId });
    await coordinator.done(`/api/assignments/${(await assignmentOf(id, housing)).id}/remove`, {
      reason: '职责已划出。',
    });
    const after = await caseOf(drafter, id);
    const given = after.opinions.find((each) => each.unit === housing);
    expect([given?.state, given?.versions.length]).toEqual(['cancelled', 1]);
    expect(after.drafts[0]?.sections[0]?.passages[0]?.sources[0]?.unit).toBe(housing);
  });

  it('should be told nothing more than what it did itself, once it has left', async () => {
    const own = await caseOf(await world.co(CO[0]), id);
    expect([own.drafts, own.suggestions, own.nextActions]).toEqual([[], [], []]);
    expect(own.opinions.map((each) => each.unit)).toEqual([CO[0]]);
    expect(own.history.map(({ action }) => action)).toEqual([
      ...['proposal.handOver', 'assignment.sign', 'opinion.submit', 'assignment.remove'],
    ]);
  });

  it('should make the lead a sole handler when it was the last, and a lead again with the next', async () => {
    const roleOfLead = async () => (await assignmentOf(id, LEAD)).role;
    await coordinator.done(`/api/assignments/${(await assignmentOf(id, CO[1])).id}/remove`, {
      reason: '无关。',
    });
    const alone = await roleOfLead();
    await add('市财政局');
    expect([alone, await roleOfLead()]).toEqual(['sole', 'lead']);
  });
});

describe('重点提案 with a supervising leader', () => {
  it('should be told of the hand-over, see the case, and stand in it by name', async () => {
    const leader = await savePerson(
      world.app.house.dataSource.manager,
      'vice-mayor',
      'zhengfuban',
      ['leader'],
      {
        name: '林副市长',
      },
    );
    const id = await world.registered('138030');
    const asLeader = await world.cast.as('vice-mayor');
    const before = (await asLeader.get(`/api/proposals/${id}`)).status;
    await coordinator.done(`/api/proposals/${id}/name-supervisor`, { supervisorId: leader.id });
    await handOver(id, { leadUnitId: await unit(LEAD) });
    const seen = (await caseOf(asLeader, id)) as CaseView & {
      proposal: { supervisor: string; keyProposal: boolean };
    };
    expect([before, seen.proposal.supervisor, seen.proposal.keyProposal]).toEqual([404, '林副市长', true]);
    expect(await told(id)).toContain('您督办的重点提案已经交办');
  });

  it.each([
    ['both a person and a name', { supervisorName: '某领导' }, true],
    ['neither', {}, false],
  ])('should be refused with %s', async (_what, input, person) => {
    const id = await world.registered(`13803${person ? 1 : 2}`);
    const [{ id: supervisorId }] = await world.app.house.dataSource.query(
      `SELECT id FROM person WHERE account = 'leader'`,
    );
    const answer = await refusal(coordinator, `/api/proposals/${id}/name-supervisor`, {
      ...(person ? { supervisorId } : {}),
      ...input,
    });
    expect(answer.slice(0, 2)).toEqual([409, 'guard.failed']);
  });

  it('should not be led by somebody who leads nothing', async () => {
    const id = await world.registered('138033');
    const [{ id: supervisorId }] = await world.app.house.dataSource.query(
      `SELECT id FROM person WHERE account = 'drafter'`,
    );
    const answer = await refusal(coordinator, `/api/proposals/${id}/name-supervisor`, { supervisorId });
    expect(answer.slice(0, 2)).toEqual([422, 'person.unfit']);
  });
});

describe('a wrong hand-over', () => {
  let id: string;
  beforeAll(async () => {
    ({ id } = await world.opened('138040'));
    await coordinator.done(`/api/proposals/${id}/recall`, { reason: '主办单位选错了。' });
  });

  it('should end every duty, every clock and the draft, and tell each unit why', async () => {
    const { assignments, clocks, drafts, stage } = await view(id);
    expect(new Set(assignments.map(({ state }) => state))).toEqual(new Set(['recalled']));
    expect(clocks.filter(({ state }) => state === 'running')).toEqual([]);
    expect([drafts.map(({ state }) => state), stage]).toEqual([['dropped'], 'registered']);
    expect((await told(id)).filter((title) => title.includes('撤回'))).toHaveLength(3);
  });

  it('should keep what was done', async () => {
    const actions = (await view(id)).history.map(({ action }) => action);
    expect(actions).toEqual(
      expect.arrayContaining(['proposal.handOver', 'assignment.divide', 'proposal.recall']),
    );
  });

  it('should be put right by another hand-over, to the same units or others', async () => {
    await handOver(id, { leadUnitId: await unit(CO[0]), coHandlers: [{ unitId: await unit(LEAD) }] });
    const standing = (await view(id)).assignments.filter(({ state }) => state === 'handed_over');
    expect(standing.map(({ role, unit: name }) => `${role} ${name}`)).toEqual([
      `lead ${CO[0]}`,
      `co ${LEAD}`,
    ]);
    expect((await view(id)).opinions.filter(({ state }) => state === 'awaited')).toHaveLength(1);
  });
});

describe('撤案', () => {
  let id: string;
  const withdraw = (documentOn: string) => ({ documentOn, reason: '已与部门当面沟通解决。' });
  beforeAll(async () => {
    ({ id } = await world.opened('138050'));
  });

  it('should not rest on a letter from the future', async () => {
    const answer = await refusal(coordinator, `/api/proposals/${id}/withdraw`, withdraw('2026-12-01'));
    expect([answer[0], answer[2]]).toEqual([409, expect.stringContaining('不能晚于今天')]);
  });

  it('should end everything, be told to all, and stand as the stage', async () => {
    await coordinator.done(`/api/proposals/${id}/withdraw`, withdraw('2026-03-06'));
    const { stage, assignments, clocks, history } = await view(id);
    expect([stage, new Set(assignments.map(({ state }) => state))]).toEqual([
      'withdrawn',
      new Set(['withdrawn']),
    ]);
    expect(clocks.filter(({ state }) => state === 'running')).toEqual([]);
    expect((await told(id)).filter((title) => title.includes('撤案'))).toHaveLength(3);
    expect(history.at(-1)?.words).toContain('2026年3月6日来函');
  });

  it('should leave nobody anything to do', async () => {
    for (const account of ['coordinator', 'office', 'drafter'])
      expect((await caseOf(await world.cast.as(account), id)).nextActions).toEqual([]);
  });

  it('should stand in nobody’s box any more', async () => {
    for (const account of ['coordinator', 'office']) {
      const { body } = await (
        await world.cast.as(account)
      ).get<{ items: { proposalId: string }[] }>('/api/todo?box=all');
      expect(body.items.filter((each) => each.proposalId === id)).toEqual([]);
    }
  });
});
