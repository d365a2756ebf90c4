import { endUnrated, reminderDesk } from '@fuhan/casework';
import { fireDue } from '@fuhan/clocks';
import { Client } from '@fuhan/testing';
import { type CaseView, walkToSigned } from '../e2e/walk';
import { sendOn } from '../e2e/press';
import { refusal, startWorld, type World } from './casework-world';
import { promisingPlan } from './promising-plan';

interface Rated {
  id: string;
  proposer: string;
  state: string;
  round: number;
  address: string | null;
  given: { handlingLabel: string; resultLabel: string; resultReason: string | null; viaLabel: string } | null;
}
interface Redone {
  id: string;
  state: string;
  round: number;
  rung: { wayLabel: string } | null;
}
type Seen = CaseView & { ratings: Rated[]; redos: Redone[]; stageLabel: string };

const PLEASED = { handling: 'satisfied', result: 'fair' };
const NOT_PLEASED = { handling: 'satisfied', result: 'dissatisfied', resultReason: '没有写建设时间。' };
const HANDLERS = ['drafter', 'office', 'reviewer', 'leader', 'head', 'clerk'];

/** 测评、重新办理: what the proposers say to the letter, and what follows. */
describe('the rating of a letter', () => {
  let world: World;
  let id: string;
  const as = (account: string): Promise<Client> => world.cast.as(account);
  const outside = (): Client => new Client(world.app.url);
  const seen = async (account: string): Promise<Seen> => (await world.seen(account, id)) as Seen;
  const moveTo = (day: string): void => world.app.clock.moveTo(new Date(`${day}T02:00:00Z`));
  const query = (sql: string, values: unknown[] = []) => world.app.house.dataSource.query(sql, values);

  const send = (day: string): Promise<string> => sendOn(world.app, world.cast, id, day);
  const ratingOf = async (proposer: string, round = 1, account = 'coordinator'): Promise<Rated> => {
    const found = (await seen(account)).ratings.find(
      (each) => each.proposer.includes(proposer) && each.round === round,
    );
    if (!found) throw new Error(`${account} is shown no rating of ${proposer}`);
    return found;
  };
  const link = async (proposer: string, round = 1): Promise<string> =>
    `/api${new URL((await ratingOf(proposer, round)).address ?? '').pathname}`;
  const redo = async (): Promise<Redone> => (await seen('coordinator')).redos.at(-1)!;
  const clock = async (name: string, subject: string): Promise<[string, string]> => {
    const [row] = await query(
      `SELECT state, due_on::text AS due FROM deadline WHERE clock = $1 AND subject_id = $2`,
      [name, subject],
    );
    return [row?.state, row?.due];
  };
  const told = async (kind: string): Promise<string[]> =>
    (
      await query(`SELECT DISTINCT payload ->> 'title' AS title FROM outbox WHERE payload ->> 'kind' = $1`, [
        kind,
      ])
    ).map(({ title }: { title: string }) => title);

  beforeAll(async () => {
    world = await startWorld();
    ({ id } = await walkToSigned(world.app, world.cast, promisingPlan()));
    await send('2026-06-05');
  }, 120_000);
  afterAll(() => world.app.close());

  describe('when the letter is out', () => {
    it('should be asked of every proposer, within 15 working days, by the coordinator alone', async () => {
      const { ratings } = await seen('coordinator');
      expect(ratings.map(({ proposer, state, round }) => [proposer, state, round])).toEqual([
        ['民盟中山市委会', 'asked', 1],
        ['何委员', 'asked', 1],
      ]);
      expect(await clock('rating', ratings[0]?.id ?? '')).toEqual(['running', '2026-06-29']);
      expect(await told('rating_asked')).toEqual(['答复函已送达，请把测评链接交给提案者']);
    });

    it('should be hidden from everyone who handles the proposal', async () => {
      for (const account of HANDLERS) {
        const view = await seen(account);
        expect([account, view.ratings]).toEqual([account, []]);
        expect(JSON.stringify(view)).not.toContain('/r/');
      }
    });

    it('should stay hidden when the proposer has opened the link: nothing is written down', async () => {
      const before = await query('SELECT count(*) FROM audit_log');
      expect((await outside().get(await link('民盟'))).status).toBe(200);
      expect(await query('SELECT count(*) FROM audit_log')).toEqual(before);
    });

    it('should not be given through the link of the letter, which the clerk knows', async () => {
      const [, token = ''] = (await link('民盟')).split('/r/');
      expect(token).not.toBe('');
      const clerks = (await seen('clerk')).letters[0]?.deliveries.map(
        (each) => (each as unknown as { link: string | null }).link,
      );
      expect(clerks?.join()).not.toContain(token);
    });

    it('should not be entered by the handler', async () => {
      const { id: ratingId } = await ratingOf('民盟');
      const paper = { ...PLEASED, givenOn: '2026-06-05', scanFileId: ratingId };
      for (const account of HANDLERS)
        expect((await (await as(account)).post(`/api/ratings/${ratingId}/enter-paper`, paper)).status).toBe(
          403,
        );
    });
  });

  describe('by the proposer', () => {
    it('should need a reason where one is not satisfied', async () => {
      const [status, code, why] = await refusal(outside(), await link('民盟'), {
        ...NOT_PLEASED,
        resultReason: ' ',
      });
      expect([status, code, why]).toEqual([422, 'request.invalid', expect.stringContaining('请写明理由')]);
    });

    it('should be kept once when two send at the same moment on one link', async () => {
      const address = await link('何');
      const answers = await Promise.all([outside().post(address, PLEASED), outside().post(address, PLEASED)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    });

    it('should be read again, and not changed', async () => {
      const [{ token_hash: _, ...row }] = await query(`SELECT * FROM rating WHERE state = 'given'`);
      expect([row.handling, row.result, row.given_via]).toEqual(['satisfied', 'fair', 'link']);
      const { ratings } = await seen('coordinator');
      expect(ratings.find(({ state }) => state === 'given')?.address).toBeNull();
    });

    it('should be shown to the handler once it is sent', async () => {
      const { ratings, history } = await seen('drafter');
      expect(ratings.map(({ given }) => [given?.handlingLabel, given?.resultLabel])).toEqual([
        ['满意', '基本满意'],
      ]);
      expect(history.at(-1)?.words).toBe('提案者何委员测评：办理满意，结果基本满意。');
    });

    it('should be open no longer on a link that was replaced', async () => {
      const old = await link('民盟');
      const { id: ratingId } = await ratingOf('民盟');
      await (
        await as('coordinator')
      ).done(`/api/ratings/${ratingId}/renew-link`, { reason: '委员没有收到。' });
      expect((await outside().get(old)).status).toBe(404);
      expect((await outside().get(await link('民盟'))).status).toBe(200);
    });

    it('should open so often and no more in five minutes', async () => {
      const address = await link('民盟');
      const answers: number[] = [];
      for (let i = 0; i < 31; i++) answers.push((await outside().get(address)).status);
      expect([answers[0], answers.at(-1)]).toEqual([200, 429]);
      await query('UPDATE rating SET hits = 0');
    });

    it('should be reminded of by the program through the coordinator, never the handler', async () => {
      moveTo('2026-06-22');
      const { house, clock: now } = world.app;
      const em = house.dataSource.manager;
      const context = {
        ...{ now: now.now(), today: now.today(), horizonHours: 24 },
        profile: await house.profiles.current(em),
        calendar: await house.workingDays.current(em),
      };
      const desk = reminderDesk((one, version) => house.profiles.version(one, version));
      await fireDue(house.dataSource, context, desk);
      const rows = await query(
        `SELECT p.account FROM notice n JOIN person p ON p.id = n.person_id WHERE n.title LIKE '提案者测评%'`,
      );
      expect(rows).toEqual([{ account: 'coordinator' }]);
    });

    it('should be reminded of by the coordinator, unseen by the handler', async () => {
      const { id: ratingId } = await ratingOf('民盟');
      await (await as('coordinator')).done(`/api/ratings/${ratingId}/remind`, { how: '电话' });
      const words = '提醒提案者民盟中山市委会测评：电话';
      expect((await seen('coordinator')).history.at(-1)?.words).toBe(words);
      expect(JSON.stringify((await seen('drafter')).history)).not.toContain(words);
    });

    it('should end unanswered on the day after the last', async () => {
      const { house, clock: now } = world.app;
      moveTo('2026-06-29');
      expect(await endUnrated({ dataSource: house.dataSource, clock: now }, house.door)).toBe(0);
      const address = await link('民盟');
      moveTo('2026-06-30');
      expect(await endUnrated({ dataSource: house.dataSource, clock: now }, house.door)).toBe(1);
      expect((await outside().post(address, PLEASED)).status).toBe(404);
    });

    it('should still be entered from the proposer’s own paper, with its scan', async () => {
      const coordinator = await as('coordinator');
      const { id: ratingId } = await ratingOf('民盟');
      const bare = { ...NOT_PLEASED, givenOn: '2026-06-20' };
      expect((await coordinator.post(`/api/ratings/${ratingId}/enter-paper`, bare)).status).toBe(422);
      const scan = await coordinator.upload('测评表.png', Buffer.from('89504e470d0a1a0a', 'hex'));
      await coordinator.done(`/api/ratings/${ratingId}/enter-paper`, { ...bare, scanFileId: scan.id });
      expect((await ratingOf('民盟', 1, 'drafter')).given).toMatchObject({
        resultLabel: '不满意',
        resultReason: '没有写建设时间。',
        viaLabel: '书面代录',
      });
    });
  });

  describe('that does not satisfy', () => {
    it('should ask the coordinator for a decision within five working days', async () => {
      const { id: redoId, state, round } = await redo();
      expect([state, round]).toEqual(['due', 2]);
      expect(await clock('redo_order', redoId)).toEqual(['running', '2026-07-07']);
      const { body } = await (await as('coordinator')).get<{ items: { waitingFor: string }[] }>('/api/todo');
      expect(body.items.map(({ waitingFor }) => waitingFor)).toEqual(['交办重新办理']);
    });

    it('should wait while a correction of the letter is in the works', async () => {
      const { letters } = await seen('drafter');
      const { id: correction } = await (
        await as('drafter')
      ).done(`/api/letters/${letters[0]?.id}/correct`, {
        reason: null,
        supersedes: false,
        corrections: [{ place: '第一部分', wrong: '上线', right: '建成' }],
      });
      const { id: redoId } = await redo();
      const asked = await refusal(await as('coordinator'), `/api/redos/${redoId}/order`, {
        reason: '请补充。',
      });
      expect(asked[2]).toContain('更正函在办');
      await query(`UPDATE draft SET state = 'dropped' WHERE id = $1`, [correction]);
    });

    it('should be handled anew when that is ordered: once, by whoever is first', async () => {
      const { id: redoId } = await redo();
      const order = { reason: '请补充建设时间和选址。' };
      const coordinator = await as('coordinator');
      const answers = await Promise.all([
        coordinator.post(`/api/redos/${redoId}/order`, order),
        coordinator.post(`/api/redos/${redoId}/decline`, { reason: '权限以外。' }),
      ]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      // Whoever was first: the story goes on with the order.
      if ((await redo()).state === 'declined') {
        await query(`UPDATE redo SET state = 'due' WHERE id = $1`, [redoId]);
        await coordinator.done(`/api/redos/${redoId}/order`, order);
      }
      const view = await seen('drafter');
      expect([view.redos.at(-1)?.state, view.stageLabel]).toEqual(['ordered', '拟稿中']);
      expect(await told('redo_ordered')).toEqual(['提案者不满意，请重新办理并再次答复']);
    });

    it('should begin with the words of the first reply and where they came from, on a clock of one month', async () => {
      const { drafts, assignments } = await seen('drafter');
      const [first, second] = drafts.filter((each) => (each as unknown as { kind: string }).kind === 'reply');
      const words = (draft: (typeof drafts)[number] | undefined) =>
        draft?.sections.map(({ passages }) =>
          passages.map(({ body, sources }) => [body, sources.map(({ unit }) => unit)]),
        );
      expect(words(second)).toEqual(words(first));
      expect((second as unknown as { prose: string[] }).prose[0]).toContain('提案者评价为不满意');
      const lead = assignments.find(({ role }) => role === 'lead')?.id ?? '';
      expect(await clock('redo', lead)).toEqual(['running', '2026-07-30']);
    });

    it('should leave the first letter as it is', async () => {
      const { letters } = await seen('drafter');
      const [, , why] = await refusal(await as('drafter'), `/api/letters/${letters[0]?.id}/ask-withdrawal`, {
        reason: '想改。',
      });
      expect(why).toContain('已交办重新办理');
    });
  });

  describe('of the second round', () => {
    let second: string;

    it('should be asked of every proposer anew, about a letter that follows the first', async () => {
      const { drafts } = await seen('drafter');
      const drafter = await as('drafter');
      const { id: draftId } = drafts.at(-1)!;
      await drafter.done(`/api/drafts/${draftId}/submit`);
      for (const account of ['reviewer', 'office', 'leader', 'head'])
        for (const { command, href, defaults } of (await seen(account)).nextActions)
          if (command === 'reviewStep.approve') await (await as(account)).done(href, defaults);
      second = await send('2026-07-15');
      const [row] = await query('SELECT follows_id AS follows FROM letter WHERE id = $1', [second]);
      expect(row.follows).toBe((await seen('drafter')).letters[0]?.id);
      expect((await redo()).state).toBe('answered');
      const { ratings } = await seen('coordinator');
      expect(ratings.filter(({ round }) => round === 2).map(({ state }) => state)).toEqual([
        'asked',
        'asked',
      ]);
      const lead = (await seen('drafter')).assignments.find(({ role }) => role === 'lead')?.id ?? '';
      expect((await clock('redo', lead))[0]).toBe('met');
    });

    it('should order no third round when it does not satisfy either', async () => {
      await outside().post(await link('民盟', 2), NOT_PLEASED);
      const { id: redoId, state, round } = await redo();
      expect([state, round]).toEqual(['due', 3]);
      const [, , why] = await refusal(await as('coordinator'), `/api/redos/${redoId}/order`, {
        reason: '再办。',
      });
      expect(why).toContain('已经重新办理过');
    });

    it('should lead to a talk or a statement, which is put on record', async () => {
      const { id: redoId } = await redo();
      const talk = { way: 'talk', on: '2026-07-15', people: '陈科长、何委员', outcome: '同意分期建设。' };
      const early = { ...talk, on: '2026-07-01' };
      const coordinator = await as('coordinator');
      expect((await refusal(coordinator, `/api/redos/${redoId}/record-next-rung`, early))[1]).toBe(
        'guard.failed',
      );
      await coordinator.done(`/api/redos/${redoId}/record-next-rung`, talk);
      expect((await seen('office')).redos.at(-1)).toMatchObject({
        state: 'settled',
        rung: { wayLabel: '当面协商' },
      });
    });

    it('should be asked no more about a letter that is withdrawn', async () => {
      await (await as('clerk')).done(`/api/letters/${second}/ask-withdrawal`, { reason: '附件有误。' });
      await (await as('head')).done(`/api/letters/${second}/withdraw`, { decision: '同意。' });
      const { ratings, redos } = await seen('coordinator');
      expect(ratings.filter(({ round }) => round === 2).map(({ state }) => state)).toEqual([
        'given',
        'withdrawn',
      ]);
      expect(redos.find(({ round }) => round === 2)?.state).toBe('ordered');
    });
  });
});
