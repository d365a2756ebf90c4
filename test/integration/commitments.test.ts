import { reminderDesk } from '@fuhan/casework';
import { fireDue, Notice } from '@fuhan/clocks';
import { Client, savePerson } from '@fuhan/testing';
import { walkToSigned } from '../e2e/walk';
import { refusal, startWorld, type World } from './casework-world';
import {
  type Ledger,
  type LinkPage,
  type Promised,
  promisingPlan,
  type SeenPromises,
  statedByTrade,
} from './promising-plan';

const TRADE = '市商务局';

/** 承诺: found in the letter, confirmed, kept or not, answered once more, rated. */
describe('the promises of a letter', () => {
  let world: World;
  let id: string;
  let letterId: string;
  let person: (account: string) => Promise<string>;

  const as = (account: string): Promise<Client> => world.cast.as(account);
  const co = (): Promise<Client> => world.co(TRADE);
  const outside = (): Client => new Client(world.app.url);
  const seen = async (account: string): Promise<SeenPromises> =>
    (await world.seen(account, id)) as SeenPromises;
  const promise = async (words: string, account = 'drafter'): Promise<Promised> => {
    const found = (await seen(account)).commitments.find(({ text }) => text.includes(words));
    if (!found) throw new Error(`nothing promises ${words}`);
    return found;
  };
  const at = async (words: string, verb: string): Promise<string> =>
    `/api/commitments/${(await promise(words)).id}/${verb}`;
  const asked = async (account: string, words: string): Promise<string[]> => {
    const { id: promiseId } = await promise(words);
    return (await seen(account)).nextActions
      .filter(({ targetId }) => targetId === promiseId)
      .map(({ command }) => command);
  };
  const clock = async (words: string): Promise<{ state: string; due: string }> => {
    const [row] = await world.app.house.dataSource.query(
      `SELECT state, due_on::text AS due FROM deadline WHERE subject_id = $1`,
      [(await promise(words)).id],
    );
    return row;
  };
  const moveTo = (day: string): void => world.app.clock.moveTo(new Date(`${day}T02:00:00Z`));
  const file = async (client: Client): Promise<string> =>
    (await client.upload('照片.png', Buffer.from('89504e470d0a1a0a', 'hex'))).id;
  const ledger = async (account: string, more = ''): Promise<Ledger> =>
    (await (await as(account)).get<Ledger>(`/api/commitments${more}`)).body;
  const leftToTell = async (kind: string): Promise<string[]> =>
    (
      await world.app.house.dataSource.query(
        `SELECT payload ->> 'title' AS title FROM outbox WHERE payload ->> 'kind' = $1 ORDER BY id`,
        [kind],
      )
    ).map(({ title }: { title: string }) => title);
  /** Sends what is due now. @returns what a person was told by it */
  async function remind(account: string): Promise<string[]> {
    const { house, clock: now } = world.app;
    const em = house.dataSource.manager;
    await em.query('DELETE FROM notice');
    const context = {
      ...{ now: now.now(), today: now.today(), horizonHours: 24 },
      profile: await house.profiles.current(em),
      calendar: await house.workingDays.current(em),
    };
    await fireDue(
      house.dataSource,
      context,
      reminderDesk((one, version) => house.profiles.version(one, version)),
    );
    const rows = await em.findBy(Notice, { personId: await person(account) });
    return rows.map(({ title }) => title);
  }

  beforeAll(async () => {
    world = await startWorld();
    const { dataSource } = world.app.house;
    await savePerson(dataSource.manager, 'colleague', 'gongxin', ['drafter']);
    await savePerson(dataSource.manager, 'stranger', 'gongan', ['proposal_office', 'drafter']);
    person = async (account) =>
      (await dataSource.query('SELECT id FROM person WHERE account = $1', [account]))[0].id;
    const walked = await walkToSigned(world.app, world.cast, promisingPlan());
    id = walked.id;
    await dataSource.query(
      `UPDATE opinion_item SET commitments = $1 WHERE id IN (SELECT x.opinion_item_id FROM passage_source x
         JOIN unit u ON u.id = x.unit_id WHERE u.short_name = $2)`,
      [JSON.stringify(statedByTrade), TRADE],
    );
    moveTo('2026-06-05');
    const day = { date: '2026-06-05' };
    const { id: issued } = await (await as('clerk')).done(`/api/drafts/${walked.draftId}/issue`, day);
    letterId = issued;
  }, 120_000);
  afterAll(() => world.app.close());

  describe('when the letter is numbered', () => {
    it('should be put before the drafter, with suggestion, owner and day, and what was done left out', async () => {
      const { commitments } = await seen('drafter');
      const shown = commitments.map(({ text, state, dueOn, dueWords }) => [text, state, dueOn, dueWords]);
      expect(shown.slice(0, 2)).toEqual([
        ['我局将把底数并入产业地图，力争2026年底前上线', 'proposed', '2026-12-31', '2026年底前'],
        [
          '市商务局将牵头开展共享试点，预计2027年6月底前覆盖十个园区',
          'proposed',
          '2027-06-30',
          '2027年6月底前',
        ],
      ]);
      expect(commitments[0]?.suggestion).toBe('摸清厂区用电底数');
      expect(await leftToTell('promises_found')).toEqual([
        '答复函里有 3 条承诺，请确认责任单位、责任人和期限',
      ]);
    });

    it('should be once what an opinion states too, with its unit and section, and what it states beside', async () => {
      const { commitments } = await seen('drafter');
      expect(commitments.map(({ ownerUnit, owner, dueOn }) => [ownerUnit, owner, dueOn]).slice(1)).toEqual([
        [TRADE, '商贸科', '2027-06-30'],
        [TRADE, null, '2027-12-31'],
      ]);
    });

    it('should wait in the drafter’s 待办', async () => {
      await world.app.house.dataSource.query(`UPDATE letter_file SET state = 'ready' WHERE letter_id = $1`, [
        letterId,
      ]);
      await (await as('clerk')).done(`/api/letters/${letterId}/deliver`);
      const { body } = await (await as('drafter')).get<{ items: { waitingFor: string }[] }>('/api/todo');
      expect(body.items.map(({ waitingFor }) => waitingFor)).toEqual(['确认承诺']);
    });

    it('should not count yet: no clock runs, no list has them, other units see none', async () => {
      expect((await ledger('coordinator')).counts).toMatchObject({ all: 0 });
      expect((await (await co()).get<SeenPromises>(`/api/proposals/${id}`)).body.commitments).toEqual([]);
      expect((await seen('drafter')).promisesOpen[0]?.reason).toContain('还有 3 条');
    });

    it('should be set aside by a person, with the reason, where it is no promise', async () => {
      await (await as('drafter')).done(await at('供需对接', 'strike'), { reason: '属日常工作。' });
      expect((await promise('供需对接')).state).toBe('struck');
      expect((await seen('drafter')).promisesOpen[0]?.reason).toContain('还有 2 条');
    });
  });

  describe('a promise that is confirmed', () => {
    it('should not be due before it was made', async () => {
      const owner = { ownerUnitId: await world.unit('gongxin'), ownerName: '综合科' };
      const body = { text: '上线。', dueOn: '2026-06-05', ...owner };
      const [status, code, why] = await refusal(await as('drafter'), await at('上线', 'confirm'), body);
      expect([status, code, why]).toEqual([409, 'guard.failed', expect.stringContaining('成文日期')]);
    });

    it('should name who is to keep it', async () => {
      const body = { text: '上线。', dueOn: '2026-12-31', ownerUnitId: await world.unit('gongxin') };
      expect((await (await as('drafter')).post(await at('上线', 'confirm'), body)).status).toBe(422);
    });

    it('should be kept by a unit that has part in the case', async () => {
      const body = {
        text: '上线。',
        dueOn: '2026-12-31',
        ownerUnitId: await world.unit('gongan'),
        ownerName: '综合科',
      };
      expect((await refusal(await as('drafter'), await at('上线', 'confirm'), body))[2]).toContain(
        '从名单里选',
      );
    });

    it('should count from then on: its clock runs from the letter, the unit that keeps it is told', async () => {
      const own = { ownerUnitId: await world.unit('gongxin'), ownerId: await person('drafter') };
      const { text } = await promise('上线');
      await (await as('drafter')).done(await at('上线', 'confirm'), { text, dueOn: '2026-12-31', ...own });
      const body = {
        text: (await promise('共享')).text,
        dueOn: '2027-06-30',
        ownerUnitId: await world.unit(TRADE),
        ownerName: '商贸科',
      };
      await (await as('drafter')).done(await at('共享', 'confirm'), body);
      expect([await clock('上线'), await clock('共享')]).toEqual([
        { state: 'running', due: '2026-12-31' },
        { state: 'running', due: '2027-06-30' },
      ]);
      expect((await leftToTell('promise_owed')).at(-1)).toContain('2027年6月30日前完成');
      expect((await seen('drafter')).promisesOpen).toEqual([]);
    });

    it('should be shown to the unit that keeps it, and no other promise with it', async () => {
      const { commitments } = (await (await co()).get<SeenPromises>(`/api/proposals/${id}`)).body;
      expect(commitments.map(({ ownerUnit, owner }) => [ownerUnit, owner])).toEqual([[TRADE, '商贸科']]);
    });

    it('should be moved on by those who have to keep it, alone', async () => {
      const coAccount = world.cast.coAccounts.get(TRADE) ?? '';
      expect([await asked(coAccount, '共享'), await asked('drafter', '共享')]).toEqual([
        ['commitment.report', 'commitment.keep', 'commitment.carry', 'commitment.giveUp'],
        ['commitment.assign'],
      ]);
      const report = { on: '2026-06-05', text: '已选点。' };
      expect((await refusal(await as('stranger'), await at('共享', 'report'), report))[0]).toBe(404);
    });

    it('should be added by hand where the program did not see it', async () => {
      const lead = (await seen('drafter')).assignments.find(({ role }) => role === 'lead');
      await (
        await as('drafter')
      ).done(`/api/assignments/${lead?.id}/add-commitment`, {
        text: '每季度向委员通报一次进度，年底前通报三次',
        ...{ dueOn: '2026-12-20', ownerUnitId: await world.unit('gongxin'), ownerName: '综合科' },
      });
      expect((await promise('通报')).state).toBe('confirmed');
    });
  });

  describe('as time goes by', () => {
    it('should be reported on, with evidence its own units read', async () => {
      const keeper = await co();
      const fileId = await file(keeper);
      const report = { on: '2026-07-01', text: '四个园区开通。', percent: 40, fileId };
      expect((await refusal(keeper, await at('共享', 'report'), report))[2]).toContain('今天以前');
      moveTo('2026-07-01');
      const later = await co();
      await later.done(await at('共享', 'report'), report);
      expect((await promise('共享')).progress.map(({ text }) => text)).toEqual(['四个园区开通。']);
      const reads = async (account: string) => (await (await as(account)).get(`/api/files/${fileId}`)).status;
      expect([await reads('drafter'), await reads('coordinator'), await reads('stranger')]).toEqual([
        200, 200, 404,
      ]);
    });

    it('should remind its owner before the day, and chase once it is over', async () => {
      moveTo('2026-12-24');
      expect(await remind('drafter')).toEqual([
        expect.stringMatching(/^兑现承诺将于2026年12月31日到期，剩5个工作日/),
      ]);
      moveTo('2027-01-05');
      expect((await promise('上线')).light.color).toBe('overdue');
      expect(await remind('drafter')).toEqual([expect.stringMatching(/^催办：兑现承诺已逾期\d个工作日/)]);
    });

    it('should stand in the list of the next year by itself while it is open', async () => {
      const { items, counts } = await ledger('coordinator', '?year=2027&show=open');
      expect(items.map(({ carriedOver }) => carriedOver)).toEqual([true, true, true]);
      expect(counts).toMatchObject({ open: 3, overdue: 2 });
      expect((await ledger('stranger', '?year=2027')).items).toEqual([]);
    });

    it('should be carried on to a later day with a reason, and fall silent until then', async () => {
      const [status] = await refusal(await as('drafter'), await at('上线', 'carry'), {
        dueOn: '2026-11-30',
        reason: '系统改造。',
      });
      expect(status).toBe(409);
      await (
        await as('drafter')
      ).done(await at('上线', 'carry'), { dueOn: '2027-04-30', reason: '系统改造。' });
      expect(await clock('上线')).toEqual({ state: 'running', due: '2027-04-30' });
      expect((await promise('上线')).progress.at(-1)).toMatchObject({
        dueFrom: '2026-12-31',
        dueTo: '2027-04-30',
      });
      const open = (await ledger('coordinator', '?year=2027')).items.find(({ text }) =>
        text.includes('上线'),
      );
      expect(open?.firstDueOn).toBe('2026-12-31');
      expect(await leftToTell('promise_carried')).toEqual(['承诺结转到2027年4月30日']);
    });
  });

  describe('who has to keep it', () => {
    it('should be another person or unit once it is assigned anew, with the reason', async () => {
      await (
        await as('drafter')
      ).done(await at('通报', 'assign'), {
        ...{ ownerUnitId: await world.unit('gongxin'), ownerId: await person('colleague') },
        reason: '人员分工有调整。',
      });
      expect((await promise('通报')).progress.at(-1)?.text).toContain('人员分工有调整。');
      expect([
        await asked('colleague', '通报'),
        (await asked('drafter', '通报')).includes('commitment.keep'),
      ]).toEqual([['commitment.report', 'commitment.keep', 'commitment.carry', 'commitment.giveUp'], false]);
    });

    it('should be the successor of whoever leaves', async () => {
      const path = `/api/people/${await person('colleague')}/leave`;
      const system = await as('system');
      await system.done(path, { successorId: await person('drafter'), disable: true });
      expect((await asked('drafter', '通报')).slice(0, 2)).toEqual(['commitment.report', 'commitment.keep']);
    });
  });

  describe('a promise that is over', () => {
    it('should not be called kept without evidence', async () => {
      const body = { on: '2027-01-05', text: '上线了。' };
      expect((await (await as('drafter')).post(await at('上线', 'keep'), body)).status).toBe(422);
    });

    it('should be kept with evidence, and its clock be met', async () => {
      const drafter = await as('drafter');
      const fileId = await file(drafter);
      await drafter.done(await at('上线', 'keep'), { on: '2027-01-05', text: '产业地图已上线。', fileId });
      expect([(await promise('上线')).outcome, (await clock('上线')).state]).toEqual(['kept', 'met']);
    });

    it('should say why it cannot be kept, to the coordinator and on the proposer’s own page of the letter', async () => {
      await (await co()).done(await at('共享', 'give-up'), { reason: '两个园区的用地没有批下来。' });
      expect((await clock('共享')).state).toBe('cancelled');
      expect((await leftToTell('promise_settled')).at(-1)).toBe('承诺不能兑现，请向提案者说明');
      const link =
        (await seen('clerk')).letters[0]?.deliveries.find((each) => each.link !== null)?.link ?? '';
      const { body } = await outside().get<LinkPage>(`/api/f/${link.split('/').at(-1)}`);
      expect(body.promises.find(({ stateLabel }) => stateLabel === '不能兑现')?.reason).toBe(
        '两个园区的用地没有批下来。',
      );
    });
  });

  describe('the second answer', () => {
    const linkOf = async (proposer: string): Promise<string> => {
      const { links } = await promise('上线', 'coordinator');
      return (
        links
          .find((each) => each.proposer === proposer)
          ?.address.split('/')
          .at(-1) ?? ''
      );
    };

    it('should be owed by the unit that wrote the letter', async () => {
      expect([await asked('drafter', '上线'), await asked('drafter', '共享')]).toEqual([
        ['commitment.answerProposer'],
        ['commitment.answerProposer'],
      ]);
    });

    it('should go to each proposer by a link of their own, which the coordinator sends and the handler never sees', async () => {
      await (
        await as('drafter')
      ).done(await at('上线', 'answer-proposer'), { text: '产业地图已于1月上线。' });
      const { links } = await promise('上线', 'coordinator');
      expect(links.map(({ proposer }) => proposer)).toEqual(['民盟中山市委会', '何委员']);
      expect((await promise('上线')).links).toEqual([]);
      expect(await leftToTell('second_answer')).toEqual(['有一份二次答复，请把链接转给提案者']);
    });

    it('should be read by the proposer with what became of the other promises', async () => {
      const { body } = await outside().get<LinkPage>(`/api/c/${await linkOf('何委员')}`);
      expect(body.recipient).toBe('何委员');
      expect(body.promises.map(({ stateLabel, answer }) => [stateLabel, answer])).toEqual([
        ['办理中', null],
        ['已兑现', '产业地图已于1月上线。'],
        ['不能兑现', null],
      ]);
    });

    it('should give nothing away by a link that is unknown', async () => {
      expect((await outside().get(`/api/c/${'x'.repeat(43)}`)).status).toBe(404);
    });

    it('should be rated once for each proposer, with reasons where not satisfied', async () => {
      const path = `/api/c/${await linkOf('何委员')}/promises/${(await promise('上线')).id}`;
      expect((await outside().post(path, { rating: 'dissatisfied', remark: '' })).status).toBe(422);
      const sent = await Promise.all(
        [1, 2].map(() => outside().post(path, { rating: 'fair', remark: '晚了些。' })),
      );
      expect(sent.map(({ status }) => status).sort()).toEqual([204, 409]);
      const other = `/api/c/${await linkOf('民盟中山市委会')}/promises/${(await promise('上线')).id}`;
      expect((await outside().post(other, { rating: 'satisfied', remark: '' })).status).toBe(204);
      expect(
        (await promise('上线')).ratings.map(({ proposer, rating, remark }) => [proposer, rating, remark]),
      ).toEqual([
        ['何委员', 'fair', '晚了些。'],
        ['民盟中山市委会', 'satisfied', null],
      ]);
    });

    it('should not be rated before there is an answer', async () => {
      const path = `/api/c/${await linkOf('何委员')}/promises/${(await promise('共享')).id}`;
      expect((await outside().post(path, { rating: 'fair', remark: '' })).status).toBe(409);
    });

    it('should not open once its days are over, until the coordinator opens it again', async () => {
      const token = await linkOf('何委员');
      moveTo('2027-03-01');
      const status = async () => (await outside().get(`/api/c/${token}`)).status;
      expect(await status()).toBe(404);
      await (await as('coordinator')).done(await at('上线', 'renew-links'));
      expect(await status()).toBe(200);
    });
  });
});
