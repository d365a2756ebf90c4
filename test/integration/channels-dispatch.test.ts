import {
  type Channel,
  DispatchAttempt,
  NoticeDispatch,
  type Outcome,
  type Outgoing,
  planDispatches,
  sendDispatch,
  sweepDispatches,
  Webhook,
} from '@fuhan/channels';
import { bindNoticeOutlet, insertNotices } from '@fuhan/clocks';
import { Person } from '@fuhan/identity';
import { newId } from '@fuhan/kernel';
import { inTransaction, type JobSender, type NewJob, Outbox } from '@fuhan/platform';
import type { OutsideChannel } from '@fuhan/rules';
import { Client, saveCast, startTestApp, type TestApp } from '@fuhan/testing';

const LATE_MINUTES = 11;

/** A channel that ends as it is told and remembers what it was given. */
class Told implements Channel {
  readonly messages: Outgoing[] = [];
  constructor(private readonly ends: Outcome[] = []) {}
  send(message: Outgoing): Promise<Outcome> {
    this.messages.push(message);
    return Promise.resolve(this.ends.shift() ?? { end: 'sent', providerId: 'p-1' });
  }
}

const later: Outcome = { end: 'later', error: '451 busy' };

describe('a notice on its way out', () => {
  let app: TestApp;
  let drafterId: string;
  let count = 0;

  beforeAll(async () => {
    app = await startTestApp({ at: '2026-03-02T01:00:00Z', prepare: saveCast });
    const em = app.house.dataSource.manager;
    await em.update(
      Person,
      { account: 'drafter' },
      { mail: 'drafter@example.gov.cn', phone: '138 0000 0001' },
    );
    await em.update(Person, { account: 'office' }, { mail: 'office@example.gov.cn' });
    drafterId = (await em.findOneByOrFail(Person, { account: 'drafter' })).id;
  });
  beforeEach(async () => {
    open('mail');
    await app.house.dataSource.query(
      'TRUNCATE notice, notice_dispatch, dispatch_attempt, outbox, notice_choice',
    );
  });
  afterAll(() => app.close());

  const open = (...channels: OutsideChannel[]): void =>
    bindNoticeOutlet(app.house.dataSource, planDispatches(new Set(channels)));
  const em = () => app.house.dataSource.manager;
  const personId = async (account: string) => (await em().findOneByOrFail(Person, { account })).id;

  const tell = (
    kind = 'handed_over',
    people = [drafterId],
    source = `test-${(count += 1)}`,
  ): Promise<number> =>
    inTransaction(app.house.dataSource, (tx) =>
      insertNotices(
        tx,
        people.map((each) => ({
          personId: each,
          ...{ source, kind, title: '有新交办的提案', body: '第1号', link: '/proposals/1' },
          createdAt: app.clock.now(),
        })),
      ),
    );
  const dispatches = () => em().find(NoticeDispatch, { order: { channel: 'ASC', address: 'ASC' } });
  const only = async (): Promise<NoticeDispatch> => {
    const [dispatch, ...others] = await dispatches();
    if (!dispatch || others.length > 0) throw new Error(`${others.length + 1} dispatches`);
    return dispatch;
  };
  const send = async (channel: Channel, minutesLater = 0, attempt?: number) => {
    const { id, attempt: next } = await only();
    const now = () => new Date(app.clock.now().getTime() + minutesLater * 60_000 + 1_000);
    return sendDispatch(
      { dataSource: app.house.dataSource, channels: { mail: channel }, publicUrl: 'https://f.example', now },
      { dispatchId: id, attempt: attempt ?? next },
    );
  };

  describe('being planned', () => {
    it('should be planned for the address there is, with a job for the queue, in the notice’s own transaction', async () => {
      await tell();
      const dispatch = await only();
      expect(dispatch).toMatchObject({
        channel: 'mail',
        address: 'drafter@example.gov.cn',
        state: 'waiting',
        attempt: 0,
      });
      const [row] = await em().findBy(Outbox, { topic: 'dispatch.send' });
      expect(row?.payload).toMatchObject({ dispatchId: dispatch.id, attempt: 0 });
    });
    it('should leave nothing when the transaction is rolled back', async () => {
      const failed = inTransaction(app.house.dataSource, async (tx) => {
        const notice = { kind: 'handed_over', title: 'x', body: 'x', link: '/', createdAt: app.clock.now() };
        await insertNotices(tx, [{ ...notice, personId: drafterId, source: 'rolled-back' }]);
        throw new Error('stop');
      });
      await expect(failed).rejects.toThrow('stop');
      expect([await dispatches(), await em().find(Outbox)]).toEqual([[], []]);
    });
    it('should not be planned again when the notice was already there', async () => {
      await tell('handed_over', [drafterId], 'same');
      await tell('handed_over', [drafterId], 'same');
      expect(await dispatches()).toHaveLength(1);
    });
    it('should go nowhere when no channel is set up', async () => {
      open();
      await tell();
      expect(await dispatches()).toEqual([]);
    });
    it('should go nowhere for a person without an address', async () => {
      await tell('handed_over', [await personId('head')]);
      expect(await dispatches()).toEqual([]);
    });
    it('should go nowhere for a kind that stays inside unless it is chosen', async () => {
      await tell('opinion_accepted');
      expect(await dispatches()).toEqual([]);
    });
    it('should go by every usual way that is open and has an address', async () => {
      open('mail', 'sms');
      await tell();
      expect((await dispatches()).map(({ channel, address }) => [channel, address])).toEqual([
        ['mail', 'drafter@example.gov.cn'],
        ['sms', '13800000001'],
      ]);
    });
    it('should tell a unit’s robot once of one happening, however many of the unit are told', async () => {
      open('mail', 'webhook');
      const { unitId } = await em().findOneByOrFail(Person, { id: drafterId });
      const hook = { name: '群', format: 'wecom' as const, url: 'https://x.example/', secret: null };
      await em().insert(Webhook, {
        id: newId(),
        unitId,
        ...hook,
        kinds: ['handed_over'],
        createdAt: app.clock.now(),
      });
      await tell('handed_over', [drafterId, await personId('office')]);
      expect((await dispatches()).map(({ channel }) => channel)).toEqual(['mail', 'mail', 'webhook']);
      await tell('review');
      expect((await dispatches()).filter(({ channel }) => channel === 'webhook')).toHaveLength(1);
    });
  });

  describe('being sent', () => {
    it('should be sent with its words, its link and its key, and be done', async () => {
      await tell();
      const channel = new Told();
      expect(await send(channel)).toBe('sent');
      const dispatch = await only();
      expect(dispatch).toMatchObject({ state: 'sent', providerId: 'p-1', attempt: 1, error: null });
      expect(channel.messages).toMatchObject([
        {
          address: 'drafter@example.gov.cn',
          key: dispatch.idempotencyKey,
          link: 'https://f.example/proposals/1',
        },
      ]);
    });
    it('should be sent once when its job runs several times at once', async () => {
      await tell();
      const channel = new Told();
      const ends = await Promise.all(Array.from({ length: 8 }, () => send(channel, 0, 0)));
      expect([ends.filter((end) => end === 'sent'), channel.messages]).toEqual([
        ['sent'],
        [expect.anything()],
      ]);
    });
    it('should not be sent by the job of an older attempt', async () => {
      await tell();
      await send(new Told([later]));
      const channel = new Told();
      expect(await send(channel, 60, 0)).toBeNull();
      expect(channel.messages).toEqual([]);
    });
    it('should wait with a growing pause after each failure, and be dead after the last', async () => {
      await tell();
      const pauses: number[] = [];
      let minutes = 0;
      for (;;) {
        await send(new Told([later]), minutes);
        const { state, nextAt } = await only();
        if (state !== 'waiting') break;
        const pause = Math.round((nextAt.getTime() - app.clock.now().getTime()) / 60_000 - minutes);
        pauses.push(pause);
        minutes += pause + 1;
      }
      expect(pauses).toEqual([1, 5, 15, 60, 240]);
      expect(await only()).toMatchObject({ state: 'dead', attempt: 6, error: '451 busy' });
      expect(await em().count(DispatchAttempt)).toBe(6);
    });
    it('should not be tried before its pause is over', async () => {
      await tell();
      await send(new Told([later]));
      expect(await send(new Told())).toBeNull();
    });
    it('should be dead at once when it was refused', async () => {
      await tell();
      await send(new Told([{ end: 'refused', error: '550 nobody' }]));
      expect(await only()).toMatchObject({ state: 'dead', attempt: 1, error: '550 nobody' });
    });
    it('should be unknown, and stay so, when nobody knows whether it arrived', async () => {
      await tell();
      await send(new Told([{ end: 'unknown', error: 'cut' }]));
      const channel = new Told();
      expect(await send(channel, 600)).toBeNull();
      expect([(await only()).state, channel.messages]).toEqual(['unknown', []]);
    });
    it('should be unknown when the channel itself breaks', async () => {
      await tell();
      await send({ send: () => Promise.reject(new Error('broken')) });
      expect(await only()).toMatchObject({ state: 'unknown', error: 'broken' });
    });
    it('should not be sent to who has left', async () => {
      await tell();
      await em().update(Person, { id: drafterId }, { disabledAt: app.clock.now() });
      const channel = new Told();
      await send(channel);
      await em().update(Person, { id: drafterId }, { disabledAt: null });
      expect([channel.messages, (await only()).state]).toEqual([[], 'dead']);
    });
  });

  describe('after a crash', () => {
    const offered: NewJob[] = [];
    const sender = {
      send: (jobs: NewJob[]) => Promise.resolve(void offered.push(...jobs)),
    } as unknown as JobSender;
    const sweep = (minutesLater: number) =>
      sweepDispatches(
        app.house.dataSource,
        sender,
        new Date(app.clock.now().getTime() + minutesLater * 60_000),
      );
    beforeEach(() => void offered.splice(0));

    it('should be offered to the queue again when the queue has lost it', async () => {
      await tell();
      const { id } = await only();
      await sweep(1);
      expect(offered).toMatchObject([
        { name: 'dispatch.send', id: `disp-${id}-0`, data: { dispatchId: id, attempt: 0 } },
      ]);
    });
    it('should be left alone while it is being sent', async () => {
      await tell();
      await em().update(
        NoticeDispatch,
        { channel: 'mail' },
        { state: 'sending', attempt: 1, startedAt: app.clock.now() },
      );
      await sweep(LATE_MINUTES - 2);
      expect([(await only()).state, offered]).toEqual(['sending', []]);
    });
    it('should be unknown when it was being sent for too long, and never be sent by itself', async () => {
      await tell();
      await em().update(
        NoticeDispatch,
        { channel: 'mail' },
        { state: 'sending', attempt: 1, startedAt: app.clock.now() },
      );
      await sweep(LATE_MINUTES);
      expect([(await only()).state, offered]).toEqual(['unknown', []]);
    });
    it('should take the end a slow worker knows for the one nobody knew', async () => {
      await tell();
      const slow: Channel = {
        send: async () => {
          await sweep(LATE_MINUTES + 1);
          return { end: 'sent', providerId: 'late' };
        },
      };
      await send(slow);
      expect(await only()).toMatchObject({ state: 'sent', providerId: 'late' });
    });
    it('should keep what was decided meanwhile when a slow worker comes back', async () => {
      await tell();
      const slow: Channel = {
        send: async () => {
          await em().update(NoticeDispatch, { channel: 'mail' }, { state: 'waiting', attemptsLeft: 6 });
          return { end: 'refused', error: '550 nobody' };
        },
      };
      await send(slow);
      expect((await only()).state).toBe('waiting');
      const [attempt] = await em().find(DispatchAttempt);
      expect(attempt).toMatchObject({ outcome: 'refused', error: '550 nobody' });
    });
  });

  describe('in the hands of the system administrator', () => {
    let admin: Client;
    beforeAll(async () => {
      admin = await new Client(app.url).signIn('system');
    });
    const kill = async (state: 'dead' | 'unknown' = 'dead'): Promise<string> => {
      await tell();
      await em().update(
        NoticeDispatch,
        { channel: 'mail' },
        { state, attempt: 6, attemptsLeft: 0, error: '550 nobody' },
      );
      return (await only()).id;
    };

    it('should be listed with what went wrong, without a word of what it says', async () => {
      await kill();
      const { body } = await admin.get<{ dispatches: Record<string, unknown>[] }>('/api/channels');
      expect(body.dispatches).toMatchObject([
        {
          channel: '邮件',
          kind: '新交办的提案',
          address: 'dr…@example.gov.cn',
          stateLabel: '没有送到',
          error: '550 nobody',
        },
      ]);
      expect(JSON.stringify(body)).not.toContain('第1号');
    });
    it('should be shown to nobody else', async () => {
      const answers = await Promise.all(
        ['drafter', 'security', 'audit'].map(async (account) =>
          (await new Client(app.url).signIn(account)).get('/api/channels'),
        ),
      );
      expect(answers.map(({ status }) => status)).toEqual([403, 403, 403]);
    });
    it('should be redriven with all its tries, the same key, and the address of today', async () => {
      const id = await kill();
      const { idempotencyKey } = await only();
      await em().update(Person, { id: drafterId }, { mail: 'mended@example.gov.cn' });
      await admin.done(`/api/dispatches/${id}/redrive`);
      await em().update(Person, { id: drafterId }, { mail: 'drafter@example.gov.cn' });
      expect(await only()).toMatchObject({
        state: 'waiting',
        attemptsLeft: 6,
        idempotencyKey,
        address: 'mended@example.gov.cn',
      });
      const channel = new Told();
      expect(await send(channel, 1)).toBe('sent');
    });
    it('should count as arrived when somebody knows that it did', async () => {
      const id = await kill('unknown');
      await admin.done(`/api/dispatches/${id}/mark-arrived`);
      expect((await only()).state).toBe('sent');
    });
    it('should not be redriven while it is on its way', async () => {
      await tell();
      const { status, body } = await admin.post<{ code: string }>(
        `/api/dispatches/${(await only()).id}/redrive`,
      );
      expect([status, body.code]).toEqual([409, 'state.moved-on']);
    });
    it('should not be redriven by anybody else', async () => {
      const id = await kill();
      const { status } = await (
        await new Client(app.url).signIn('drafter')
      ).post(`/api/dispatches/${id}/redrive`);
      expect([status, (await only()).state]).toEqual([403, 'dead']);
    });
    it('should not be found when there is none', async () => {
      expect((await admin.post(`/api/dispatches/${newId()}/redrive`)).status).toBe(404);
    });
  });
});
