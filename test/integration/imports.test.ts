import { Client, PASSWORD, saveCast, saveCoHandler, startTestApp, type TestApp } from '@fuhan/testing';
import { HEADER, line, type Written, xlsx } from '../../libs/intake/testing/xlsx';
import { refusal } from './casework-world';

interface Batch {
  id: string;
  state: string;
  done: number;
  total: number;
  good: number;
  bad: number;
  warned: number;
  refusal: string | null;
  header: string[];
  columns: { field: string; column: number }[];
  term: number | null;
}
interface Rows {
  total: number;
  rows: {
    line: number;
    good: boolean;
    proposalId: string | null;
    problems: { words: string; column: string }[];
  }[];
}
interface Case {
  proposal: { registeredAt: string };
  clocks: { clock: string; dueOn: string; startedOn?: string }[];
  nextActions: { command: string; href: string; defaults: Record<string, unknown> }[];
  suggestions: { title: string }[];
  assignments: { id: string; role: string }[];
}

let app: TestApp;
let coordinator: Client;

const upload = async (bytes: Uint8Array, name = '交办清单.xlsx', client = coordinator): Promise<string> =>
  (await client.upload(name, Buffer.from(bytes))).id;
async function settled(id: string): Promise<Batch> {
  for (let tries = 0; tries < 400; tries++) {
    const { body } = await coordinator.get<Batch>(`/api/imports/${id}`);
    if (!['reading', 'importing'].includes(body.state)) return body;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  throw new Error('the list is not settled after 20 s');
}
const rowsOf = async (id: string, only = 'all'): Promise<Rows> =>
  (await coordinator.get<Rows>(`/api/imports/${id}/rows?only=${only}&limit=200`)).body;

async function begin(rows: readonly (readonly Written[])[], more: object = {}): Promise<Batch> {
  const fileId = await upload(xlsx([{ rows: [HEADER, ...rows] }]));
  const { id } = await coordinator.done('/api/imports', { fileId, ...more });
  return settled(id);
}
async function confirm(id: string, mode = 'all'): Promise<Batch> {
  await coordinator.done(`/api/imports/${id}/confirm`, { mode });
  return settled(id);
}
const count = async (): Promise<number> =>
  (await coordinator.get<{ total: number }>('/api/proposals')).body.total;
const caseOf = async (id: string): Promise<Case> =>
  (await coordinator.get<Case>(`/api/proposals/${id}`)).body;

beforeAll(async () => {
  app = await startTestApp({ worker: true, at: '2026-03-20T02:00:00Z', prepare: (house) => saveCast(house) });
  await saveCoHandler(app.house, 'caizheng');
  coordinator = await new Client(app.url).signIn('coordinator', PASSWORD);
});
afterAll(() => app.close());

describe('a list of proposals', () => {
  it('should be read by a job, and registered once it is confirmed', async () => {
    const before = await count();
    const batch = await begin([line('135001'), line('135002')]);
    expect(batch).toMatchObject({ state: 'checked', good: 2, bad: 0 });
    expect(await count()).toBe(before);
    expect(await confirm(batch.id)).toMatchObject({ state: 'imported', done: 2, total: 2 });
    expect(await count()).toBe(before + 2);
  });

  it('should tell each line with its problems by the head of the column', async () => {
    const batch = await begin([line('135003'), line('135004', { 5: '市财证局' })]);
    const { rows } = await rowsOf(batch.id, 'errors');
    expect(rows).toMatchObject([
      { line: 3, good: false, problems: [{ column: '主办单位', words: '没有名为“市财证局”的单位。' }] },
    ]);
  });

  it('should not be registered whole while a line has problems', async () => {
    const batch = await begin([line('135005'), line('135006', { 0: 'x' })]);
    expect((await refusal(coordinator, `/api/imports/${batch.id}/confirm`, { mode: 'all' }))[1]).toBe(
      'import.has-problems',
    );
    expect((await settled(batch.id)).state).toBe('checked');
  });

  it('should be registered by its good lines alone where that is asked', async () => {
    const batch = await begin([line('135007'), line('135008', { 0: 'x' })]);
    await confirm(batch.id, 'good');
    const { rows } = await rowsOf(batch.id);
    expect(rows.map(({ proposalId }) => proposalId !== null)).toEqual([true, false]);
  });

  it('should be mended line by line', async () => {
    const batch = await begin([line('135009', { 5: '市财证局' })]);
    const fields = [
      { field: 'leadUnit', text: '市财政局' },
      { field: 'coUnits', text: '' },
    ];
    await coordinator.done(`/api/imports/${batch.id}/change`, { rows: [{ line: 2, fields }] });
    expect(await settled(batch.id)).toMatchObject({ state: 'checked', good: 1, bad: 0 });
  });

  it('should remember the columns a person chose for the next list of that form', async () => {
    const strange = ['甲', '乙', '丙', '丁'];
    const rows = [strange, ['135010', '修桥', '何委员', '修。']];
    const columns = ['number', 'title', 'proposers', 'fullText'].map((field, column) => ({ field, column }));
    const first = await coordinator.done('/api/imports', { fileId: await upload(xlsx([{ rows }])) });
    expect((await settled(first.id)).good).toBe(0);
    await coordinator.done(`/api/imports/${first.id}/change`, { columns });
    expect((await settled(first.id)).good).toBe(1);
    const second = await coordinator.done('/api/imports', { fileId: await upload(xlsx([{ rows }])) });
    expect(await settled(second.id)).toMatchObject({ good: 1, columns });
  });

  it('should take kind and session from the person where it tells none', async () => {
    const rows = [line('7', { 1: null })];
    expect((await begin(rows)).bad).toBe(1);
    expect(await begin(rows, { kind: 'npc_suggestion', term: 16, meeting: 5 })).toMatchObject({
      good: 1,
      term: 16,
    });
  });

  it('should find what is registered already', async () => {
    const { id } = await begin([line('135020')]);
    await confirm(id);
    const again = await begin([line('135020'), line('135021')]);
    expect((await rowsOf(again.id, 'errors')).rows[0]?.problems[0]?.words).toBe('第 135020 号已经登记过。');
  });

  it('should be checked anew, with nothing registered, when a number is taken between check and confirmation', async () => {
    const one = await begin([line('135022'), line('135023')]);
    const two = await begin([line('135023')]);
    await confirm(two.id);
    const before = await count();
    expect(await confirm(one.id)).toMatchObject({ state: 'checked', good: 1, bad: 1 });
    expect(await count()).toBe(before);
  });

  it('should be registered once however often it is confirmed at the same time', async () => {
    const before = await count();
    const { id } = await begin([line('135024'), line('135025')]);
    const clicks = await Promise.all(
      [1, 2, 3, 4].map(() => coordinator.post(`/api/imports/${id}/confirm`, { mode: 'all' })),
    );
    await settled(id);
    expect(clicks.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(await count()).toBe(before + 2);
  });

  it('should say why its file cannot be read, and store nothing of it', async () => {
    const ole = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
    ]);
    const { id } = await coordinator.done('/api/imports', { fileId: await upload(ole, '旧表.xls') });
    expect(await settled(id)).toMatchObject({
      state: 'refused',
      refusal: expect.stringContaining('“旧表.xls”是旧版表格'),
    });
    expect((await rowsOf(id)).total).toBe(0);
  });

  it('should be one paper where the file is one, with the file for its original', async () => {
    const text =
      '案号：135030\n案由：关于修桥的提案\n提案者：民盟中山市委会\n\n桥旧了。\n建议：\n1.修。\n2.养。\n';
    const { id } = await coordinator.done('/api/imports', {
      fileId: await upload(new TextEncoder().encode(text), '提案.txt'),
    });
    await settled(id);
    await confirm(id);
    const { rows } = await rowsOf(id);
    const { proposal } = (
      await coordinator.get<{ proposal: { original: object | null } }>(
        `/api/proposals/${rows[0]?.proposalId}`,
      )
    ).body;
    expect(proposal.original).not.toBeNull();
  });
});

describe('what a list says of the hand-over', () => {
  it('should stand in the coordinator’s form, and nobody has been handed anything', async () => {
    const { id } = await begin([line('135040')]);
    await confirm(id);
    const { rows } = await rowsOf(id);
    const { nextActions, clocks } = await caseOf(rows[0]!.proposalId!);
    const form = nextActions.find(({ command }) => command === 'proposal.handOver');
    expect(clocks).toEqual([]);
    expect(form?.defaults).toMatchObject({ handedOverOn: '2026-03-02' });
    expect((form?.defaults['coHandlers'] as unknown[]).length).toBe(2);
  });

  it('should let an open case of the running year enter with its true days', async () => {
    const { id } = await begin([line('135041', { 7: '2026-01-12' })]);
    await confirm(id);
    const proposalId = (await rowsOf(id)).rows[0]!.proposalId!;
    const before = await caseOf(proposalId);
    const form = before.nextActions.find(({ command }) => command === 'proposal.handOver');
    await coordinator.done(form!.href, form!.defaults);
    const { proposal, clocks } = await caseOf(proposalId);
    expect(proposal.registeredAt.slice(0, 10)).toBe('2026-01-12');
    expect(clocks.find(({ clock }) => clock === 'reply')?.dueOn).toBe('2026-04-13');
    const reminders = await app.house.dataSource.query(
      `SELECT count(*)::int AS past FROM reminder r JOIN deadline d ON d.id = r.deadline_id WHERE d.proposal_id = $1 AND r.due_at < $2`,
      [proposalId, app.clock.now()],
    );
    expect(reminders).toEqual([{ past: 0 }]);
  });

  it('should not be handed over on a day to come', async () => {
    const { id } = await begin([line('135042')]);
    await confirm(id);
    const proposalId = (await rowsOf(id)).rows[0]!.proposalId!;
    const { nextActions } = await caseOf(proposalId);
    const form = nextActions.find(({ command }) => command === 'proposal.handOver');
    const late = { ...form!.defaults, handedOverOn: '2026-12-01' };
    expect((await refusal(coordinator, form!.href, late))[1]).toBe('guard.failed');
  });
});

describe('a list that is taken back', () => {
  it('should leave nothing registered, and can be imported anew', async () => {
    const before = await count();
    const { id } = await begin([line('135050'), line('135051')]);
    await confirm(id);
    await coordinator.done(`/api/imports/${id}/undo`);
    expect([(await settled(id)).state, await count()]).toEqual(['undone', before]);
    expect((await begin([line('135050')])).good).toBe(1);
  });

  /** A list of two whose second paper was handed over. */
  async function handedOver(first: string, second: string): Promise<{ id: string; proposalId: string }> {
    const { id } = await begin([line(first), line(second)]);
    await confirm(id);
    const proposalId = (await rowsOf(id)).rows[1]!.proposalId!;
    const { nextActions } = await caseOf(proposalId);
    const form = nextActions.find(({ command }) => command === 'proposal.handOver');
    await coordinator.done(form!.href, form!.defaults);
    return { id, proposalId };
  }

  it('should be taken back with its hand-overs while nobody has signed for one', async () => {
    const before = await count();
    const { id, proposalId } = await handedOver('135052', '135053');
    await coordinator.done(`/api/imports/${id}/undo`);
    const running = await app.house.dataSource.query('SELECT id FROM deadline WHERE proposal_id = $1', [
      proposalId,
    ]);
    expect([await count(), running]).toEqual([before, []]);
  });

  it('should stay whole once one of its papers was signed for', async () => {
    const { id, proposalId } = await handedOver('135055', '135056');
    const before = await count();
    const lead = (await caseOf(proposalId)).assignments.find(({ role }) => role === 'lead');
    await (await new Client(app.url).signIn('office', PASSWORD)).done(`/api/assignments/${lead?.id}/sign`);
    const [status, code, detail] = await refusal(coordinator, `/api/imports/${id}/undo`);
    expect([status, code, await count()]).toEqual([409, 'import.in-hand', before]);
    expect(detail).toContain('135056');
  });

  it('should not be taken back before it is registered', async () => {
    const { id } = await begin([line('135054')]);
    expect((await refusal(coordinator, `/api/imports/${id}/undo`))[1]).toBe('state.moved-on');
  });
});

describe('the lists', () => {
  it.each(['office', 'supervisor', 'system'])('should be no business of others: %s', async (account) => {
    const client = await new Client(app.url).signIn(account, PASSWORD);
    const { id } = await begin([line('135060')]);
    const told = [
      (await client.get('/api/imports')).status,
      (await client.get(`/api/imports/${id}`)).status,
      (await client.get(`/api/imports/${id}/rows`)).status,
      (await client.post(`/api/imports/${id}/confirm`, { mode: 'all' })).status,
    ];
    expect(told).toEqual([403, 403, 403, 403]);
  });

  it('should not be made of another’s file', async () => {
    const client = await new Client(app.url).signIn('office', PASSWORD);
    const fileId = await upload(xlsx([{ rows: [HEADER, line('1')] }]), 'a.xlsx', client);
    expect((await refusal(coordinator, '/api/imports', { fileId }))[1]).toBe('file.unknown');
  });

  it('should be listed, the newest first', async () => {
    const { id } = await begin([line('135061')]);
    const { body } = await coordinator.get<{ id: string; fileName: string }[]>('/api/imports');
    expect(body[0]).toMatchObject({ id, fileName: '交办清单.xlsx' });
  });

  it('should come back when the queue has lost their job', async () => {
    const { id } = await begin([line('135062')]);
    await app.house.dataSource.query(
      `UPDATE import_batch SET state = 'reading', moved_at = now() - interval '1 year' WHERE id = $1`,
      [id],
    );
    await app.worker?.sweep();
    expect((await settled(id)).state).toBe('checked');
  });
});
