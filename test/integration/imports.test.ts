import { Client, PASSWORD } from '@fuhan/testing';
import { readList } from '@fuhan/intake';
import { HEADER, line, xlsx } from '../../libs/intake/testing/xlsx';
import { refusal } from './casework-world';
import { ImportWorld } from './import-world';

let world: ImportWorld;
beforeAll(async () => {
  world = await ImportWorld.open();
});
afterAll(() => world.app.close());

describe('a list of proposals', () => {
  it('should be read by a job, and registered once it is confirmed', async () => {
    const before = await world.count();
    const batch = await world.begin([line('135001'), line('135002')]);
    expect(batch).toMatchObject({ state: 'checked', good: 2, bad: 0 });
    expect(await world.count()).toBe(before);
    expect(await world.confirm(batch.id)).toMatchObject({ state: 'imported', done: 2, total: 2 });
    expect(await world.count()).toBe(before + 2);
  });

  it('should tell each line with its problems by the head of the column', async () => {
    const batch = await world.begin([line('135003'), line('135004', { 5: '市财证局' })]);
    const { rows } = await world.rowsOf(batch.id, 'errors');
    expect(rows).toMatchObject([
      { line: 3, good: false, problems: [{ column: '主办单位', words: '没有名为“市财证局”的单位。' }] },
    ]);
  });

  it('should not be registered whole while a line has problems', async () => {
    const batch = await world.begin([line('135005'), line('135006', { 0: 'x' })]);
    expect((await refusal(world.coordinator, `/api/imports/${batch.id}/confirm`, { mode: 'all' }))[1]).toBe(
      'import.has-problems',
    );
    expect((await world.settled(batch.id)).state).toBe('checked');
  });

  it('should be registered by its good lines alone where that is asked', async () => {
    const batch = await world.begin([line('135007'), line('135008', { 0: 'x' })]);
    await world.confirm(batch.id, 'good');
    const { rows } = await world.rowsOf(batch.id);
    expect(rows.map(({ proposalId }) => proposalId !== null)).toEqual([true, false]);
    const file = await world.coordinator.download(`/api/imports.xlsx?list=${batch.id}&only=errors`);
    const [head, ...lines] = (await readList(file, '各行.xlsx')).rows;
    expect(head?.cells.map((cell) => cell?.text).slice(0, 4)).toEqual([
      '行',
      '可以导入',
      '问题和提示',
      '提案号',
    ]);
    expect(lines.map(({ cells }) => [cells[0]?.text, cells[2]?.text])).toEqual([
      ['3', expect.stringMatching(/^错误：/)],
    ]);
  });

  it('should be mended line by line', async () => {
    const batch = await world.begin([line('135009', { 5: '市财证局' })]);
    const fields = [
      { field: 'leadUnit', text: '市财政局' },
      { field: 'coUnits', text: '' },
    ];
    await world.coordinator.done(`/api/imports/${batch.id}/change`, { rows: [{ line: 2, fields }] });
    expect(await world.settled(batch.id)).toMatchObject({ state: 'checked', good: 1, bad: 0 });
  });

  it('should remember the columns a person chose for the next list of that form', async () => {
    const strange = ['甲', '乙', '丙', '丁'];
    const rows = [strange, ['135010', '修桥', '何委员', '修。']];
    const columns = ['number', 'title', 'proposers', 'fullText'].map((field, column) => ({ field, column }));
    const first = await world.coordinator.done('/api/imports', {
      fileId: await world.upload(xlsx([{ rows }])),
    });
    expect((await world.settled(first.id)).good).toBe(0);
    await world.coordinator.done(`/api/imports/${first.id}/change`, { columns });
    expect((await world.settled(first.id)).good).toBe(1);
    const second = await world.coordinator.done('/api/imports', {
      fileId: await world.upload(xlsx([{ rows }])),
    });
    expect(await world.settled(second.id)).toMatchObject({ good: 1, columns });
  });

  it('should take kind and session from the person where it tells none', async () => {
    const rows = [line('7', { 1: null })];
    expect((await world.begin(rows)).bad).toBe(1);
    expect(await world.begin(rows, { kind: 'npc_suggestion', term: 16, meeting: 5 })).toMatchObject({
      good: 1,
      term: 16,
    });
  });

  it('should find what is registered already', async () => {
    const { id } = await world.begin([line('135020')]);
    await world.confirm(id);
    const again = await world.begin([line('135020'), line('135021')]);
    expect((await world.rowsOf(again.id, 'errors')).rows[0]?.problems[0]?.words).toBe(
      '第 135020 号已经登记过。',
    );
  });

  it('should be checked anew, with nothing registered, when a number is taken between check and confirmation', async () => {
    const one = await world.begin([line('135022'), line('135023')]);
    const two = await world.begin([line('135023')]);
    await world.confirm(two.id);
    const before = await world.count();
    expect(await world.confirm(one.id)).toMatchObject({ state: 'checked', good: 1, bad: 1 });
    expect(await world.count()).toBe(before);
  });

  it('should be registered once however often it is confirmed at the same time', async () => {
    const before = await world.count();
    const { id } = await world.begin([line('135024'), line('135025')]);
    const clicks = await Promise.all(
      [1, 2, 3, 4].map(() => world.coordinator.post(`/api/imports/${id}/confirm`, { mode: 'all' })),
    );
    await world.settled(id);
    expect(clicks.map(({ status }) => status).sort()).toEqual([200, 409, 409, 409]);
    expect(await world.count()).toBe(before + 2);
  });

  it('should say why its file cannot be read, and store nothing of it', async () => {
    const ole = Buffer.concat([
      Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]),
      Buffer.alloc(600),
    ]);
    const { id } = await world.coordinator.done('/api/imports', {
      fileId: await world.upload(ole, '旧表.xls'),
    });
    expect(await world.settled(id)).toMatchObject({
      state: 'refused',
      refusal: expect.stringContaining('“旧表.xls”是旧版表格'),
    });
    expect((await world.rowsOf(id)).total).toBe(0);
  });

  it.each([
    [
      'unpacks to more than a list holds',
      { name: 'S', rows: [HEADER], data: ' '.repeat(101 * 2 ** 20) },
      '展开后过大',
    ],
    ['has a header and nothing below', { name: 'S', rows: [HEADER] }, '没有提案的行'],
  ])('should be refused as a whole when its file %s', async (_, sheet, words) => {
    const { id } = await world.coordinator.done('/api/imports', {
      fileId: await world.upload(xlsx([sheet])),
    });
    expect(await world.settled(id)).toMatchObject({
      state: 'refused',
      refusal: expect.stringContaining(words),
    });
    expect((await world.rowsOf(id)).total).toBe(0);
  });

  it('should be one paper where the file is one, with the file for its original', async () => {
    const text =
      '案号：135030\n案由：关于修桥的提案\n提案者：民盟中山市委会\n\n桥旧了。\n建议：\n1.修。\n2.养。\n';
    const { id } = await world.coordinator.done('/api/imports', {
      fileId: await world.upload(new TextEncoder().encode(text), '提案.txt'),
    });
    await world.settled(id);
    await world.confirm(id);
    const { rows } = await world.rowsOf(id);
    const { proposal } = (
      await world.coordinator.get<{ proposal: { original: object | null } }>(
        `/api/proposals/${rows[0]?.proposalId}`,
      )
    ).body;
    expect(proposal.original).not.toBeNull();
  });
});

describe('the lists', () => {
  it.each(['office', 'supervisor', 'system'])('should be no business of others: %s', async (account) => {
    const client = await new Client(world.app.url).signIn(account, PASSWORD);
    const { id } = await world.begin([line('135060')]);
    const told = [
      (await client.get('/api/imports')).status,
      (await client.get(`/api/imports/${id}`)).status,
      (await client.get(`/api/imports/${id}/rows`)).status,
      (await client.get(`/api/imports.xlsx?list=${id}`)).status,
      (await client.post(`/api/imports/${id}/confirm`, { mode: 'all' })).status,
    ];
    expect(told).toEqual([403, 403, 403, 403, 403]);
  });

  it('should not be made of another’s file', async () => {
    const client = await new Client(world.app.url).signIn('office', PASSWORD);
    const fileId = await world.upload(xlsx([{ rows: [HEADER, line('1')] }]), 'a.xlsx', client);
    expect((await refusal(world.coordinator, '/api/imports', { fileId }))[1]).toBe('file.unknown');
  });

  it('should be listed, the newest first', async () => {
    const { id } = await world.begin([line('135061')]);
    const { body } = await world.coordinator.get<{ id: string; fileName: string }[]>('/api/imports');
    expect(body[0]).toMatchObject({ id, fileName: '交办清单.xlsx' });
  });

  it('should come back when the queue has lost their job', async () => {
    const { id } = await world.begin([line('135062')]);
    await world.app.house.dataSource.query(
      `UPDATE import_batch SET state = 'reading', moved_at = now() - interval '1 year' WHERE id = $1`,
      [id],
    );
    await world.app.worker?.sweep();
    expect((await world.settled(id)).state).toBe('checked');
  });
});
