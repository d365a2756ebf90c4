import type { Client } from '@fuhan/testing';
import { savePerson } from '@fuhan/testing';
import type { CaseView } from '../e2e/walk';
import { CO, refusal, startWorld, type World } from './casework-world';

interface OwnRoute {
  steps: { name: string; by: string | null }[];
  refusal: string | null;
  items: { body: string }[];
}
interface Contribution {
  id: string;
  office: string;
  state: string;
  body: string | null;
}
type Seen = CaseView & {
  contributions: Contribution[];
  nextActions: { command: string; targetId: string; defaults?: { items?: { body: string }[] } }[];
};

/** 单位内部: what happens inside a unit stays inside it until it is let out. */
describe('inside a unit', () => {
  let world: World;
  let id: string;
  let view: CaseView;
  let co: Client;

  const em = () => world.app.house.dataSource.manager;
  const opinionId = (): string => view.opinions.find(({ unit }) => unit === CO[0])?.id ?? '';
  const opinionOf = async (client: Client) => {
    const { body } = await client.get<Seen>(`/api/proposals/${id}`);
    return body.opinions.find((each) => each.id === opinionId()) as unknown as {
      state: string;
      versions: { version: number; signerName: string | null }[];
      ownRoute: OwnRoute | null;
    };
  };
  const given = (body: string) => ({
    ...{ contactName: '联络员', contactPhone: '0760-12345678' },
    items: [{ suggestionId: view.suggestions[0]?.id, position: 'adopted', body }],
  });
  const at = (verb: string): string => `/api/opinions/${opinionId()}/${verb}`;

  beforeAll(async () => {
    world = await startWorld();
    const unit = (await world.app.house.dataSource.query(`SELECT code FROM unit WHERE short_name = $1`, [
      CO[0],
    ])) as { code: string }[];
    await savePerson(em(), 'co-reviewer', unit[0]?.code ?? '', ['reviewer'], { name: '苏核' });
    await savePerson(em(), 'co-leader', unit[0]?.code ?? '', ['leader'], { name: '黄局' });
    ({ id, view } = await world.opened('136701'));
    // As a place has it that lets an opinion pass its own unit first.
    await em().query(`UPDATE opinion SET route = $1 WHERE id = $2`, [
      JSON.stringify([
        { name: '核稿', duty: 'reviewer' },
        { name: '分管领导审核', duty: 'leader' },
      ]),
      opinionId(),
    ]);
    co = await world.co(CO[0]);
  });
  afterAll(() => world.app.close());

  describe('a division to the wrong one', () => {
    let office: Client;
    let duty: { id: string };
    const seen = async () => {
      const { assignments, drafts, history } = await world.seen('office', duty.id);
      const [own] = assignments as unknown as { id: string; state: string; drafter: string | null }[];
      return { own, drafts, last: history.at(-1)?.words };
    };
    /** Divided by a slip. @returns where it is taken back */
    const slip = async (account: string): Promise<string> => {
      const [drafter] = (await em().query('SELECT id FROM person WHERE account = $1', [account])) as [
        { id: string },
      ];
      const { own } = await seen();
      const body = { officeId: null, drafterId: drafter.id };
      const answer = await office.done(`/api/assignments/${own?.id}/divide`, body);
      return (answer as unknown as { undo?: { href: string } }).undo?.href ?? '';
    };

    beforeAll(async () => {
      await savePerson(em(), 'colleague', 'gongxin', ['drafter'], { name: '何同' });
      office = await world.cast.as('office');
      duty = { id: await world.registered('136702') };
      const leadUnitId = await world.unit('gongxin');
      const coordinator = await world.cast.as('coordinator');
      await coordinator.done(`/api/proposals/${duty.id}/hand-over`, { leadUnitId });
      await office.done(`/api/assignments/${(await seen()).own?.id}/sign`);
    });

    it('should be taken back with the draft it opened, and be told to the one who was named', async () => {
      await office.done(await slip('colleague'));
      const { own, drafts, last } = await seen();
      expect([own?.state, own?.drafter, drafts, last]).toEqual([
        'signed',
        null,
        [],
        '收回分给何同的承办任务。',
      ]);
      const told = (await em().query(
        `SELECT payload ->> 'title' AS title FROM outbox ORDER BY id DESC LIMIT 1`,
      )) as {
        title: string;
      }[];
      expect(told[0]?.title).toBe('分给您承办的一件提案已收回，不必办理');
    });

    it('should leave it with who had it before, and the draft', async () => {
      await slip('drafter');
      await office.done(await slip('colleague'));
      const { own, drafts, last } = await seen();
      expect([own?.state, own?.drafter, drafts.length, last]).toEqual([
        'divided',
        '测试drafter',
        1,
        '收回分给何同的承办任务，仍由测试drafter承办。',
      ]);
    });

    it('should not be taken back once anything was done on the case since', async () => {
      const href = await slip('colleague');
      const coordinator = await world.cast.as('coordinator');
      const { own } = await seen();
      await coordinator.done(`/api/assignments/${own?.id}/chase`, { text: '请抓紧办理。' });
      expect((await refusal(office, href))[2]).toBe(
        '“分给科室”以后又办过别的事项，不能再撤回。承办科室或承办人有误的，请重新“分给科室”。',
      );
    });
  });

  describe('an opinion on its way through its own unit', () => {
    it('should be read by nobody outside while it is on its way', async () => {
      await co.done(at('submit'), given('第一稿。'));
      const own = await opinionOf(co);
      expect([own.state, own.ownRoute?.items[0]?.body, own.versions]).toEqual([
        'in_approval',
        '第一稿。',
        [],
      ]);
      const outside = await opinionOf(await world.cast.as('drafter'));
      expect([outside.ownRoute, outside.versions]).toEqual([null, []]);
      expect((await opinionOf(await world.cast.as('coordinator'))).ownRoute).toBeNull();
    });

    it('should wait for the duty whose turn it is, and no other', async () => {
      expect((await refusal(await world.cast.as('co-leader'), at('endorse'), { words: '' }))[1]).toBe(
        'permission.denied',
      );
      expect((await refusal(co, at('endorse'), { words: '' }))[1]).toBe('permission.denied');
    });

    it('should come back to its drafter with what was written, and the reason', async () => {
      await (await world.cast.as('co-reviewer')).done(at('refuse'), { reason: '请补充数据。' });
      const own = await opinionOf(co);
      expect([own.state, own.ownRoute?.refusal]).toEqual(['revising', '请补充数据。']);
      const { nextActions } = (await co.get<Seen>(`/api/proposals/${id}`)).body;
      const form = nextActions.find(({ command }) => command === 'opinion.submit');
      expect((form?.defaults as { items: { body: string }[] }).items[0]?.body).toBe('第一稿。');
    });

    it('should be taken back by its drafter before it is out', async () => {
      await co.done(at('submit'), given('第二稿。'));
      await co.done(at('take-back'));
      expect((await opinionOf(co)).state).toBe('revising');
    });

    it('should leave the unit when the last step lets it out, signed by who did', async () => {
      await co.done(at('submit'), given('第三稿。'));
      await (await world.cast.as('co-reviewer')).done(at('endorse'), { words: '同意。' });
      const between = await opinionOf(co);
      expect([between.state, between.ownRoute?.steps.map(({ by }) => by)]).toEqual([
        'in_approval',
        ['苏核', null],
      ]);
      await (await world.cast.as('co-leader')).done(at('endorse'), { words: '' });
      const outside = await opinionOf(await world.cast.as('drafter'));
      expect([
        outside.state,
        outside.versions.map(({ version, signerName }) => [version, signerName]),
      ]).toEqual(['submitted', [[1, '黄局']]]);
    });

    it('should pass its unit again when the lead sends it back', async () => {
      await (await world.cast.as('drafter')).done(at('send-back'), { reason: '请写明时间。' });
      await co.done(at('submit'), given('第四稿。'));
      expect((await opinionOf(co)).state).toBe('in_approval');
      const twice = await Promise.all(
        [1, 2].map(async () => (await world.cast.as('co-reviewer')).post(at('endorse'), { words: '' })),
      );
      expect(twice.map(({ status }) => status).sort()).toEqual([200, 403]);
    });
  });

  describe('another section of the same unit', () => {
    const leadOf = (): string =>
      (view as unknown as { assignments: { id: string; role: string }[] }).assignments.find(
        ({ role }) => role === 'lead',
      )?.id ?? '';
    const officeIdOf = async (name: string): Promise<string> =>
      ((await em().query(`SELECT id FROM office WHERE name = $1`, [name])) as { id: string }[])[0]?.id ?? '';
    const seen = async (account: string): Promise<Seen> => (await world.seen(account, id)) as Seen;

    beforeAll(async () => {
      const system = await world.cast.as('system');
      const lead = await world.unit('gongxin');
      await system.done(`/api/units/${lead}/add-office`, { name: '能源科' });
      await savePerson(em(), 'energy', 'gongxin', ['drafter'], {
        name: '韦能',
        officeId: await officeIdOf('能源科'),
      });
    });

    it('should be asked by who drafts, with a day', async () => {
      const body = {
        officeId: await officeIdOf('能源科'),
        question: '请提供充电桩底数。',
        dueOn: '2026-03-12',
      };
      await (await world.cast.as('drafter')).done(`/api/assignments/${leadOf()}/ask-section`, body);
      expect((await seen('drafter')).contributions.map(({ office, state }) => [office, state])).toEqual([
        ['能源科', 'asked'],
      ]);
    });

    it('should have it in 待办, and nobody of another section', async () => {
      const asks = async (account: string) =>
        (await seen(account)).nextActions.some(({ command }) => command === 'contribution.give');
      expect([await asks('energy'), await asks('drafter')]).toEqual([true, false]);
    });

    it('should write once, and who asked reads it', async () => {
      const [asked] = (await seen('energy')).contributions;
      await (
        await world.cast.as('energy')
      ).done(`/api/contributions/${asked?.id}/give`, { body: '全市 1200 个。' });
      expect((await seen('drafter')).contributions[0]?.body).toBe('全市 1200 个。');
      expect(
        (
          await refusal(await world.cast.as('energy'), `/api/contributions/${asked?.id}/give`, {
            body: '改。',
          })
        )[1],
      ).toBe('state.moved-on');
    });

    it('should be read by no other unit', async () => {
      expect((await co.get<Seen>(`/api/proposals/${id}`)).body.contributions).toEqual([]);
      expect((await seen('coordinator')).contributions).toEqual([]);
    });

    it('should be refused of another unit', async () => {
      const [other] = (await em().query(
        `SELECT o.id FROM office o JOIN unit u ON u.id = o.unit_id WHERE u.code <> 'gongxin' LIMIT 1`,
      )) as { id: string }[];
      const body = {
        officeId: other?.id ?? '00000000-0000-4000-8000-000000000000',
        question: '？',
        dueOn: null,
      };
      expect(
        (await refusal(await world.cast.as('drafter'), `/api/assignments/${leadOf()}/ask-section`, body))[1],
      ).toBe('guard.failed');
    });
  });
});
