import { queueNames } from '@fuhan/platform';
import { Client, describeEachBackend, saveCast, startTestApp, type TestApp } from '@fuhan/testing';

/** Under the system administrator's page, on either backend. */
describeEachBackend('the board of the queue', (place) => {
  let app: TestApp;
  const as = (account: string): Promise<Client> => new Client(app.url).signIn(account);

  beforeAll(async () => {
    app = await startTestApp({ worker: true, redisUrl: place.redisUrl, prepare: saveCast });
  });
  afterAll(() => app.close());

  it('should open to the system administrator, with nothing from elsewhere', async () => {
    const { body: page } = await (await as('system')).get<string>('/api/queues/');
    expect(page).toContain('复函 · 任务队列');
    expect(page).not.toMatch(/(src|href)="(https?:)?\/\//);
  });

  it('should name every queue and let nobody change one', async () => {
    const system = await as('system');
    const { body } = await system.get<{ queues: { name: string; readOnlyMode: boolean }[] }>(
      '/api/queues/api/queues',
    );
    expect(body.queues.map(({ name, readOnlyMode }) => [name, readOnlyMode])).toEqual(
      queueNames.map((name) => [name, true]),
    );
    expect((await system.send('PUT', '/api/queues/api/queues/letters/pause')).status).toBe(404);
  });

  it('should show the jobs of the queue it was asked for', async () => {
    const { status, body } = await (
      await as('system')
    ).get<{ queues: { name: string; counts: Record<string, number> }[] }>(
      '/api/queues/api/queues?activeQueue=clocks&status=completed&page=1&jobsPerPage=5',
    );
    expect([status, typeof body.queues[0]?.counts['waiting']]).toEqual([200, 'number']);
  });

  it('should be closed to everybody else', async () => {
    const stranger = await new Client(app.url).get('/api/queues/');
    const drafter = await (await as('drafter')).get('/api/queues/api/queues');
    expect([stranger.status, drafter.status]).toEqual([401, 403]);
  });
});
