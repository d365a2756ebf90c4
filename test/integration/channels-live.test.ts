import { insertNotices } from '@fuhan/clocks';
import { Person } from '@fuhan/identity';
import { newId } from '@fuhan/kernel';
import { Client, PASSWORD, saveCast, startTestApp, type TestApp } from '@fuhan/testing';
import { createApi } from '../../apps/server/app';

const WITHIN_MS = 2_000;

/** A page that stands open at one of the two processes. */
class OpenPage {
  readonly events: { type: string; data: Record<string, unknown> }[] = [];
  ended = false;
  private readonly abort = new AbortController();

  async open(url: string, cookie: string): Promise<this> {
    const response = await fetch(`${url}/api/events`, { headers: { cookie }, signal: this.abort.signal });
    void this.read(response).catch(() => undefined);
    await this.until(() => this.events.length > 0);
    return this;
  }
  private async read(response: Response): Promise<void> {
    let text = '';
    for await (const chunk of response.body as unknown as AsyncIterable<Uint8Array>) {
      text += Buffer.from(chunk).toString('utf8');
      const blocks = text.split('\n\n');
      text = blocks.pop() ?? '';
      for (const block of blocks) {
        const type = /^event: (.*)$/m.exec(block)?.[1];
        const data = /^data: (.*)$/m.exec(block)?.[1];
        if (type) this.events.push({ type, data: JSON.parse(data ?? '{}') as Record<string, unknown> });
      }
    }
    this.ended = true;
  }
  /** Waits until it holds, at most as long as a person should. */
  async until(holds: () => boolean): Promise<boolean> {
    for (const from = Date.now(); !holds(); await new Promise((again) => setTimeout(again, 20)))
      if (Date.now() - from > 5 * WITHIN_MS) return false;
    return true;
  }
  close(): void {
    this.abort.abort();
  }
}

describe('the stream of news of two processes', () => {
  let app: TestApp;
  let second: { url: string; close: () => Promise<void> };
  let coordinator: Client;

  beforeAll(async () => {
    app = await startTestApp({ at: '2026-03-02T01:00:00Z', prepare: saveCast });
    const other = await createApi(app.house);
    await other.listen(0, '127.0.0.1');
    second = { url: (await other.getUrl()).replace('[::1]', '127.0.0.1'), close: () => other.close() };
    coordinator = await new Client(app.url).signIn('coordinator');
  });
  afterAll(async () => {
    await second.close();
    await app.close();
  });

  const em = () => app.house.dataSource.manager;
  const tell = async (account: string): Promise<void> => {
    const { id: personId } = await em().findOneByOrFail(Person, { account });
    const notice = {
      source: newId(),
      kind: 'handed_over',
      title: '有新交办的提案',
      body: '第1号',
      link: '/',
    };
    await insertNotices(em(), [{ ...notice, personId, createdAt: app.clock.now() }]);
  };
  const signIn = async (account: string): Promise<string> => {
    const { token } = await app.house.sessions.signIn(account, PASSWORD, app.clock.now());
    return `fuhan_session=${token}`;
  };
  const pages: OpenPage[] = [];
  const openAt = async (url: string, account: string): Promise<OpenPage> => {
    const page = await new OpenPage().open(url, await signIn(account));
    pages.push(page);
    return page;
  };
  afterEach(() => {
    for (const page of pages.splice(0)) page.close();
  });

  it('should begin with the unread count, and follow it at every process', async () => {
    const [here, there] = [await openAt(app.url, 'drafter'), await openAt(second.url, 'drafter')];
    const [first] = here.events;
    await tell('drafter');
    const unread = Number(first?.data['unread']) + 1;
    const told = ({ events }: OpenPage) =>
      events.some(({ type, data }) => type === 'unread' && data['unread'] === unread);
    expect([await here.until(() => told(here)), await there.until(() => told(there))]).toEqual([true, true]);
  });
  it('should tell who may see a case that it was changed, and whether by others; and tell nobody else', async () => {
    const [writer, reader, stranger] = [
      await openAt(app.url, 'coordinator'),
      await openAt(second.url, 'supervisor'),
      await openAt(app.url, 'drafter'),
    ];
    const { id } = await coordinator.done('/api/proposals', {
      ...{ kind: 'plenary', number: '135099', term: 13, meeting: 5, title: '关于停车的建议' },
      proposers: [{ kind: 'member', name: '何委员' }],
      fullText: '全文。',
      suggestions: [{ title: '一', body: '一。' }],
    });
    const told = ({ events }: OpenPage) => events.find(({ type }) => type === 'case')?.data;
    await writer.until(() => told(writer) !== undefined);
    await reader.until(() => told(reader) !== undefined);
    expect([told(writer), told(reader), told(stranger)]).toEqual([
      { id, others: false },
      { id, others: true },
      undefined,
    ]);
  });
  it('should end with the session', async () => {
    const cookie = await signIn('drafter');
    const page = await new OpenPage().open(second.url, cookie);
    pages.push(page);
    await fetch(`${app.url}/api/session`, {
      method: 'DELETE',
      headers: { cookie, 'X-Requested-With': 'test' },
    });
    expect(await page.until(() => page.ended)).toBe(true);
  });
  it('should not open to a stranger', async () => {
    expect((await fetch(`${app.url}/api/events`)).status).toBe(401);
  });
  it('should come back after its connection was cut, and say that something may have been missed', async () => {
    const page = await openAt(app.url, 'drafter');
    await em().query(
      `SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'fuhan-live' AND datname = current_database()`,
    );
    const before = page.events.length;
    const missed = () => page.events.slice(before).some(({ type }) => type === 'missed');
    expect(await page.until(missed)).toBe(true);
    await tell('drafter');
    const count = page.events.length;
    expect(await page.until(() => page.events.slice(count - 1).some(({ type }) => type === 'unread'))).toBe(
      true,
    );
  });
});
