import { saveNoticeSettings } from '@fuhan/channels';
import { Deadline, insertNotices } from '@fuhan/clocks';
import { Person } from '@fuhan/identity';
import { newId } from '@fuhan/kernel';
import { prepareQueue } from '@fuhan/platform';
import { Client, saveCast, startTestApp, type TestApp } from '@fuhan/testing';

interface Settings {
  readonly mail: string | null;
  readonly calendar: string | null;
  readonly reachable: string[];
  readonly kinds: { kind: string; legal: boolean; channels: string[] }[];
}

describe('what a person is told by', () => {
  let app: TestApp;
  let people: Map<string, Client>;

  beforeAll(async () => {
    app = await startTestApp({ at: '2026-03-02T01:00:00Z', prepare: saveCast });
    await prepareQueue(app.house.queueBackend);
    people = new Map();
    for (const account of ['drafter', 'office', 'system', 'coordinator'])
      people.set(account, await new Client(app.url).signIn(account));
  });
  afterAll(() => app.close());

  const as = (account: string): Client => people.get(account) ?? new Client(app.url);
  const em = () => app.house.dataSource.manager;
  const idOf = async (account: string) => (await em().findOneByOrFail(Person, { account })).id;
  const tell = async (account: string, title = '有新交办的提案'): Promise<void> => {
    const notice = { source: newId(), kind: 'handed_over', title, body: '第1号', link: '/proposals/1' };
    await insertNotices(em(), [{ ...notice, personId: await idOf(account), createdAt: app.clock.now() }]);
  };

  describe('the inbox', () => {
    const list = async (box: string) =>
      (await as('drafter').get<{ id: string; title: string }[]>(`/api/notices?box=${box}`)).body;

    it('should show what was not read, and everything', async () => {
      await tell('drafter', '甲');
      await tell('drafter', '乙');
      const [newest] = await list('all');
      await as('drafter').done(`/api/notices/${newest?.id}/read`);
      expect([
        (await list('all')).map(({ title }) => title),
        (await list('unread')).map(({ title }) => title),
      ]).toEqual([['乙', '甲'], ['甲']]);
    });
    it('should be read as far as it was on the screen, and no further', async () => {
      const [seen] = await list('all');
      await tell('drafter', '丙');
      await as('drafter').done('/api/notices/read-all', { upTo: seen?.id });
      expect((await list('unread')).map(({ title }) => title)).toEqual(['丙']);
    });
    it('should not read what is somebody else’s', async () => {
      await tell('office');
      await as('drafter').done('/api/notices/read-all', { upTo: '999999999' });
      expect((await as('office').get<unknown[]>('/api/notices?box=unread')).body).toHaveLength(1);
    });
    it.each([{}, { upTo: '' }, { upTo: '1; DROP' }, { upTo: 7 }, { upTo: '9'.repeat(19) }])(
      'should refuse to be read up to nothing: %j',
      async (body) => {
        expect((await as('drafter').post('/api/notices/read-all', body)).status).toBe(422);
      },
    );
    it('should refuse a box that is none', async () => {
      expect((await as('drafter').get('/api/notices?box=old')).status).toBe(422);
    });
  });

  describe('the choices', () => {
    const settings = async () => (await as('drafter').get<Settings>('/api/notice-settings')).body;
    const save = (body: unknown) => as('drafter').post('/api/notice-settings', body);

    it('should begin with what is usual', async () => {
      const { kinds, mail } = await settings();
      expect([mail, kinds.find(({ kind }) => kind === 'handed_over')]).toMatchObject([
        null,
        { legal: true, channels: ['mail', 'sms'] },
      ]);
    });
    it('should keep an address and a choice', async () => {
      const { status } = await save({
        mail: 'li@example.gov.cn',
        choices: [{ kind: 'review', channels: [] }],
      });
      const { mail, kinds } = await settings();
      expect([status, mail, kinds.find(({ kind }) => kind === 'review')?.channels]).toEqual([
        204,
        'li@example.gov.cn',
        [],
      ]);
    });
    it.each([
      ['no address', { mail: '李青' }],
      ['a header', { mail: 'a@example.cn\r\nBcc: b@example.cn' }],
      ['an unknown kind', { choices: [{ kind: 'x', channels: [] }] }],
      ['a robot', { choices: [{ kind: 'review', channels: ['webhook'] }] }],
      [
        'one kind twice',
        {
          choices: [
            { kind: 'review', channels: [] },
            { kind: 'review', channels: ['mail'] },
          ],
        },
      ],
      ['something more', { admin: true }],
    ])('should refuse %s and keep what was there', async (_words, body) => {
      const before = await settings();
      expect((await save(body)).status).toBe(422);
      expect(await settings()).toEqual(before);
    });
  });

  describe('a legal notice', () => {
    const save = async (channels: ('mail' | 'sms')[], mail: string | null = 'li@example.gov.cn') =>
      saveNoticeSettings(
        em(),
        await idOf('drafter'),
        { mail, choices: [{ kind: 'handed_over', channels }] },
        new Set(['mail', 'sms']),
      );

    it('should not be switched off everywhere', async () => {
      await expect(save([])).rejects.toMatchObject({ code: 'notice.channel-required' });
    });
    it('should not be left to a way without an address', async () => {
      await expect(save(['sms'])).rejects.toMatchObject({ code: 'notice.channel-required' });
    });
    it('should be left to one way that reaches the person', async () => {
      await expect(save(['mail'])).resolves.toBeUndefined();
    });
    it('should ask nothing of who has no address at all', async () => {
      await expect(save([], null)).resolves.toBeUndefined();
    });
  });

  describe('the robots of a unit', () => {
    const unitId = async () => (await em().findOneByOrFail(Person, { account: 'drafter' })).unitId;
    const robot = {
      name: '工作群',
      format: 'dingtalk',
      url: 'https://robot.example/send?access_token=geheim',
      secret: 'SEC1',
    };
    const hooks = async () =>
      (await as('system').get<{ webhooks: { id: string; name: string; host: string }[] }>('/api/channels'))
        .body.webhooks;

    it('should be listed without their secrets, and be removed', async () => {
      const { id } = await as('system').done(`/api/units/${await unitId()}/add-webhook`, robot);
      const listed = await hooks();
      expect(listed).toMatchObject([{ id, name: '工作群', host: 'robot.example' }]);
      expect(JSON.stringify(listed)).not.toMatch(/geheim|SEC1/);
      const [kept] = await em().query('SELECT url, secret FROM webhook WHERE id = $1', [id]);
      expect(JSON.stringify(kept)).not.toMatch(/geheim|SEC1|robot/);
      await as('system').done(`/api/webhooks/${id}/remove`);
      expect([await hooks(), (await as('system').post(`/api/webhooks/${id}/remove`)).status]).toEqual([
        [],
        404,
      ]);
    });
    it.each([
      ['a file', { ...robot, url: 'file:///etc/passwd' }, 422],
      ['a name and a word in the address', { ...robot, url: 'https://u:p@robot.example/' }, 422],
      ['a program of one’s own without a secret', { ...robot, format: 'generic', secret: null }, 422],
      ['no kind', { ...robot, kinds: [] }, 422],
    ])('should refuse %s', async (_words, body, status) => {
      expect((await as('system').post(`/api/units/${await unitId()}/add-webhook`, body)).status).toBe(status);
    });
    it('should be nobody else’s business', async () => {
      expect((await as('coordinator').post(`/api/units/${await unitId()}/add-webhook`, robot)).status).toBe(
        403,
      );
    });
  });

  describe('the calendar', () => {
    const fetchIt = (address: string, headers: Record<string, string> = {}) =>
      fetch(`${app.url}${new URL(address).pathname}`, { headers });
    const renew = async () => (await as('drafter').done<{ calendar: string }>('/api/calendar-feed')).calendar;

    beforeAll(async () => {
      const { id: proposalId } = await as('coordinator').done('/api/proposals', {
        ...{
          kind: 'plenary',
          number: '135021',
          term: 13,
          meeting: 5,
          title: '关于补齐康复辅具产业短板，推动银发经济发展的建议',
        },
        proposers: [{ kind: 'member', name: '沈若谷' }],
        fullText: '提案全文。',
        suggestions: [{ title: '一', body: '一。' }],
      });
      const { unitId } = await em().findOneByOrFail(Person, { account: 'drafter' });
      const deadline = {
        proposalId,
        unitId,
        startedOn: '2026-03-02',
        provisional: false,
        metOn: null,
        explanation: [],
        basis: {},
        derivation: {},
        profileVersion: 1,
      };
      await em().query('DELETE FROM deadline');
      for (const [state, dueOn] of [
        ['running', '2026-06-09'],
        ['met', '2026-04-01'],
      ] as const)
        await em().insert(Deadline, {
          ...deadline,
          id: newId(),
          subjectId: newId(),
          clock: 'reply',
          state,
          dueOn,
        } as never);
    });

    it('should show the running deadlines of the unit as whole days', async () => {
      const response = await fetchIt(await renew());
      const text = (await response.text()).replace(/\r\n /g, '');
      expect(response.headers.get('content-type')).toMatch(/^text\/calendar/);
      expect(text.match(/DTSTART;VALUE=DATE:\d+/g)).toEqual(['DTSTART;VALUE=DATE:20260609']);
      expect(text).toContain(
        'SUMMARY:答复提案者到期：第135021号 关于补齐康复辅具产业短板，推动银发经济发展的建议',
      );
    });
    it('should not be sent again while nothing has changed', async () => {
      const address = await renew();
      const etag = (await fetchIt(address)).headers.get('etag') ?? '';
      const again = await fetchIt(address, { 'If-None-Match': etag });
      expect([again.status, await again.text()]).toEqual([304, '']);
    });
    it('should be found under the newest address alone, and under none once it is revoked', async () => {
      const first = await renew();
      const next = await renew();
      expect([(await fetchIt(first)).status, (await fetchIt(next)).status]).toEqual([404, 200]);
      await as('drafter').send('DELETE', '/api/calendar-feed');
      expect((await fetchIt(next)).status).toBe(404);
    });
    it.each(['x.ics', `${'a'.repeat(43)}.ics`, `${'a'.repeat(43)}`, '..%2F..%2Fetc%2Fpasswd'])(
      'should not be found under %s',
      async (file) => {
        expect((await fetch(`${app.url}/ical/${file}`)).status).toBe(404);
      },
    );
    it('should be closed with the account', async () => {
      const address = await renew();
      await em().update(Person, { account: 'drafter' }, { disabledAt: app.clock.now() });
      const { status } = await fetchIt(address);
      await em().update(Person, { account: 'drafter' }, { disabledAt: null });
      expect(status).toBe(404);
    });
  });
});
