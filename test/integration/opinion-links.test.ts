import { Client } from '@fuhan/testing';
import type { CaseView } from '../e2e/walk';
import { handMadeDocx, par } from '../fixtures/letters/hand-made-docx';
import { CO, HANDED_OVER_AT, refusal, startWorld, type World } from './casework-world';

interface LinkView {
  id: string;
  state: string;
  address: string | null;
  expiresOn: string;
}
interface OpinionView {
  id: string;
  unit: string;
  state: string;
  links: LinkView[];
  versions: { version: number; via: string; viaLabel: string; submittedBy: string; late: boolean }[];
}
interface Page {
  unit: string;
  asker: string;
  proposal: { number: string; title: string };
  question: string | null;
  returnReason: string | null;
  suggestions: { ordinal: number; title: string }[];
  form: { defaults: { items: { suggestionId: string; body: string }[] } };
}

type Reading = { status: number; code?: string; parts?: { suggestionId: string; body: string }[] };

const contact = { contactName: '外单位联络员', contactPhone: '0760-12345678' };
const dead = { status: 404, code: 'link.dead' };

describe('a unit that is not on the system', () => {
  let world: World;
  let outside: Client;
  let office: Client;
  let numbers = 136200;

  beforeAll(async () => {
    world = await startWorld();
    outside = new Client(world.app.url);
    office = await world.cast.as('office');
  });
  afterAll(async () => world.app.close());

  interface Asked {
    id: string;
    opinionId: string;
    suggestion: string;
    token: string;
    linkId: string;
  }
  const opinionOf = (view: CaseView, unit: string = CO[0]): OpinionView =>
    view.opinions.find((each) => each.unit === unit) as unknown as OpinionView;
  const seen = async (id: string, account = 'office'): Promise<OpinionView> =>
    opinionOf(await world.seen(account, id));
  const linkNow = async (id: string): Promise<LinkView | undefined> => (await seen(id)).links.at(-1);
  const tokenOf = (link: LinkView | undefined): string => link?.address?.split('/o/')[1] ?? '';

  /** A case whose first co-handler has not even signed for it, and is sent a link. */
  async function asked(by: Client = office): Promise<Asked> {
    const id = await world.registered(String(++numbers));
    const coordinator = await world.cast.as('coordinator');
    await coordinator.done(`/api/proposals/${id}/hand-over`, {
      leadUnitId: await world.unit('gongxin'),
      coHandlers: [
        { unitId: await world.unit(CO[0]), question: '请提供底数。' },
        { unitId: await world.unit(CO[1]), question: '别家的问题。' },
      ],
    });
    const view = await world.seen('coordinator', id);
    const { id: opinionId } = opinionOf(view);
    await by.done(`/api/opinions/${opinionId}/invite-by-link`, { reason: '该单位没有接入系统。' });
    const link = await linkNow(id);
    const suggestion = view.suggestions[0]?.id ?? '';
    return { id, opinionId, suggestion, token: tokenOf(link), linkId: link?.id ?? '' };
  }
  const given = ({ suggestion }: Asked, body = '已摸底。') => ({
    ...contact,
    items: [{ suggestionId: suggestion, position: 'adopted', body }],
  });
  const send = (found: Asked, body?: string) => outside.post(`/api/o/${found.token}`, given(found, body));
  const opened = async (token: string): Promise<{ status: number; code: string }> => {
    const { status, body } = await outside.get<{ code: string }>(`/api/o/${token}`);
    return { status, code: body.code };
  };

  describe('by its link', () => {
    let found: Asked;
    let page: Page;
    beforeAll(async () => {
      found = await asked();
      page = (await outside.get<Page>(`/api/o/${found.token}`)).body;
    });

    it('should be shown who asks, about what, and its own question', () => {
      expect(page).toMatchObject({ unit: CO[0], question: '请提供底数。' });
      expect(page.suggestions.map(({ ordinal }) => ordinal)).toEqual([1, 2]);
    });

    it('should be shown nothing else of the case', () => {
      const whole = JSON.stringify(page);
      expect(['提案原文见附件', '别家的问题', CO[1]].filter((words) => whole.includes(words))).toEqual([]);
    });

    describe('and a Word file of its own', () => {
      const paper = (...lines: string[]): Uint8Array => handMadeDocx(lines.map((line) => par(line)).join(''));
      const read = async (address: string, bytes: Uint8Array, cookie = ''): Promise<Reading> => {
        const response = await fetch(`${world.app.url}${address}`, {
          method: 'POST',
          headers: {
            ...{ 'X-Requested-With': 'test', 'Content-Type': 'application/octet-stream' },
            ...(cookie && { Cookie: cookie }),
          },
          body: Buffer.from(bytes),
        });
        return { status: response.status, ...((await response.json()) as object) };
      };
      const byLink = (bytes: Uint8Array) => read(`/api/o/${found.token}/text?name=意见.docx`, bytes);

      it('should have its words in the form, each under the suggestion whose title stands above', async () => {
        const titles = page.suggestions.map(({ title }) => title);
        const ids = page.form.defaults.items.map(({ suggestionId }) => suggestionId);
        const bytes = paper(
          '来函收悉。',
          `一、关于${titles[1]}`,
          '已列入计划。',
          `二、${titles[0]}`,
          '已摸底。',
        );
        expect(await byLink(bytes)).toEqual({
          status: 200,
          parts: [
            { suggestionId: ids[1], body: '来函收悉。\n已列入计划。' },
            { suggestionId: ids[0], body: '已摸底。' },
          ],
        });
      });

      it.each([
        ['broken', Buffer.from([0x50, 0x4b, 3, 4, 1, 2, 3, 4]), 422, 'letter.docx-broken'],
        ['old', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), 415, 'letter.old-word'],
        ['a PDF', Buffer.from('%PDF-1.7 x'), 415, 'opinion.file-kind'],
        ['empty', Buffer.alloc(0), 422, 'file.empty'],
      ])('should be told what to do where the file is %s', async (_, bytes, status, code) => {
        expect(await byLink(bytes)).toMatchObject({ status, code });
      });

      it('should be told so where nothing is written in it', async () => {
        expect(await byLink(paper('　'))).toMatchObject({ status: 422, code: 'opinion.file-blank' });
      });

      it('should not be read for who has no live link, nor for an account of another unit', async () => {
        const stranger = await world.cast.as('drafter');
        const own = `/api/files/opinion-text?opinion=${found.opinionId}&name=意见.docx`;
        const bytes = paper('已摸底。');
        expect(await read('/api/o/nobody/text', bytes)).toMatchObject(dead);
        expect(await read(own, bytes)).toMatchObject({ status: 401 });
        expect(await stranger.post(own)).toMatchObject({ status: 404 });
      });
    });

    it('should not be shown who may not send the link', async () => {
      const giver = world.cast.coAccounts.get(CO[0]) ?? '';
      expect([(await seen(found.id, giver)).links, (await seen(found.id, 'drafter')).links]).toEqual([
        [],
        [],
      ]);
    });

    it('should be told what is wrong with what it wrote, and may write again', async () => {
      const { status, body } = await outside.post<{ code: string }>(`/api/o/${found.token}`, {
        ...given(found),
        contactPhone: '没有',
      });
      expect([status, body.code]).toEqual([422, 'request.invalid']);
      expect((await seen(found.id)).versions).toEqual([]);
    });

    it('should give its opinion, which says how it came', async () => {
      expect((await send(found)).status).toBe(200);
      const { state, versions } = await seen(found.id);
      expect([state, versions]).toMatchObject([
        'submitted',
        [{ via: 'link', viaLabel: '链接提交', submittedBy: '外单位联络员', late: false }],
      ]);
    });

    it('should have signed for the case by giving it', async () => {
      const { assignments } = await world.seen('coordinator', found.id);
      expect(assignments.find(({ unit }) => unit === CO[0])?.state).toBe('signed');
    });

    it('should stand in the history in words', async () => {
      const { history } = await world.seen('coordinator', found.id);
      const { actor, words } = history.at(-1) ?? {};
      expect([actor, words]).toEqual([
        `${CO[0]}（外单位联络员）`,
        `${CO[0]}通过链接提交会办意见（第 1 版），答复 1 条建议。`,
      ]);
    });

    it('should be kept in the audit chain under the link', async () => {
      const rows = await world.app.house.dataSource.query(`SELECT action FROM audit_log WHERE actor = $1`, [
        `outside-link ${found.linkId}`,
      ]);
      expect(rows).toEqual([{ action: 'opinion.submitByLink' }]);
    });

    it('should find the link used', async () => {
      expect(await opened(found.token)).toEqual(dead);
    });

    it('should be asked again by the same link when it was sent back, with the reason and its own words', async () => {
      await office.done(`/api/opinions/${found.opinionId}/send-back`, { reason: '请补充数据。' });
      const { body } = await outside.get<Page>(`/api/o/${found.token}`);
      expect([body.returnReason, body.form.defaults.items[0]?.body]).toEqual(['请补充数据。', '已摸底。']);
      expect((await send(found, '共 120 个。')).status).toBe(200);
      expect((await seen(found.id)).versions.map(({ version }) => version)).toEqual([1, 2]);
    });

    it('should have done its duty once the lead accepts', async () => {
      await office.done(`/api/opinions/${found.opinionId}/accept`);
      const { assignments } = await world.seen('coordinator', found.id);
      expect(assignments.find(({ unit }) => unit === CO[0])?.state).toBe('finished');
    });
  });

  describe('whose link opens no more', () => {
    it('should get one answer, whether it never was, was stopped, was replaced, or has run out', async () => {
      const stopped = await asked();
      await office.done(`/api/outside-links/${stopped.linkId}/revoke`, { reason: '发错了人。' });
      const replaced = await asked(await world.cast.as('coordinator'));
      await office.done(`/api/opinions/${replaced.opinionId}/invite-by-link`, { reason: '原链接丢失。' });
      const late = await asked();
      world.app.clock.moveTo(new Date('2026-04-09T01:00:00Z'));
      const answers = [];
      for (const token of ['x'.repeat(43), stopped.token, replaced.token, late.token]) {
        answers.push(
          await outside.get(`/api/o/${token}`),
          await outside.post(`/api/o/${token}`, given(late)),
        );
      }
      world.app.clock.moveTo(new Date(HANDED_OVER_AT));
      expect(new Set(answers.map(({ status, body }) => JSON.stringify([status, body]))).size).toBe(1);
      expect(answers[0]?.body).toMatchObject(dead);
    });

    it('should find the new link open', async () => {
      const found = await asked();
      await office.done(`/api/opinions/${found.opinionId}/invite-by-link`, { reason: '原链接丢失。' });
      expect((await opened(tokenOf(await linkNow(found.id)))).status).toBe(200);
    });

    it('should be open on its last day', async () => {
      const found = await asked();
      expect((await linkNow(found.id))?.expiresOn).toBe('2026-04-08');
      world.app.clock.moveTo(new Date('2026-04-08T15:59:00Z'));
      const last = await opened(found.token);
      world.app.clock.moveTo(new Date(HANDED_OVER_AT));
      expect(last.status).toBe(200);
    });

    it('should not be asked by a link for what it has given', async () => {
      const found = await asked();
      await send(found);
      const answer = await refusal(office, `/api/opinions/${found.opinionId}/invite-by-link`, {
        reason: '再发。',
      });
      expect(answer).toEqual([409, 'guard.failed', '意见已经提交，不必再请其填写。']);
    });

    it('should not be stopped twice', async () => {
      const { linkId } = await asked();
      const path = `/api/outside-links/${linkId}/revoke`;
      await office.done(path, { reason: '停用。' });
      expect((await refusal(office, path, { reason: '停用。' }))[1]).toBe('state.moved-on');
    });

    it('should be turned away when it knocks without end, and not be the reason that others are', async () => {
      const [first, second] = [await asked(), await asked()];
      const knocks = await Promise.all(Array.from({ length: 40 }, () => opened(first.token)));
      expect(knocks.filter(({ status }) => status === 429).length).toBe(10);
      expect((await opened(second.token)).status).toBe(200);
    });
  });

  describe('two at once', () => {
    it('should give one opinion, however many send it', async () => {
      const found = await asked();
      const answers = await Promise.all(Array.from({ length: 8 }, () => send(found)));
      expect(answers.map(({ status }) => status).sort()).toEqual([
        200,
        ...Array.from({ length: 7 }, () => 404),
      ]);
      expect((await seen(found.id)).versions).toHaveLength(1);
    });

    it('should either be given or be stopped first, and be told which', async () => {
      for (let i = 0; i < 4; i++) {
        const found = await asked();
        const [sent, stopped] = await Promise.all([
          send(found),
          office.post(`/api/outside-links/${found.linkId}/revoke`, { reason: '发错了人。' }),
        ]);
        const { versions } = await seen(found.id);
        expect([stopped.status, versions.length]).toEqual([200, sent.status === 200 ? 1 : 0]);
      }
    });
  });

  describe('by its paper', () => {
    const scan = async (client: Client): Promise<string> => {
      const response = await client.upload('意见扫描.pdf', Buffer.from('%PDF-1.4\n%%EOF'));
      return response.id;
    };

    it('should have its opinion entered on its behalf, marked so, with the scan for all who may read it', async () => {
      const found = await asked();
      const scanFileId = await scan(office);
      await office.done(`/api/opinions/${found.opinionId}/enter-on-behalf`, { ...given(found), scanFileId });
      const { versions } = await seen(found.id);
      expect(versions).toMatchObject([
        {
          via: 'paper',
          viaLabel: '纸质代录',
          attachments: [{ id: scanFileId, scan: true, name: '意见扫描.pdf' }],
        },
      ]);
      const { history } = await world.seen('coordinator', found.id);
      expect(history.at(-1)?.words).toBe(
        `代${CO[0]}录入纸质会办意见（附扫描件）（第 1 版），答复 1 条建议。`,
      );
      expect(await opened(found.token)).toEqual(dead);
    });

    it('should not be entered without the scan', async () => {
      const found = await asked();
      const answer = await refusal(office, `/api/opinions/${found.opinionId}/enter-on-behalf`, given(found));
      expect(answer.slice(0, 2)).toEqual([422, 'request.invalid']);
    });

    it('should not be entered with a file somebody else uploaded', async () => {
      const found = await asked();
      const scanFileId = await scan(await world.co(CO[1]));
      const body = { ...given(found), scanFileId };
      const answer = await refusal(office, `/api/opinions/${found.opinionId}/enter-on-behalf`, body);
      expect(answer.slice(0, 2)).toEqual([422, 'file.unknown']);
    });

    it('should not be entered by the lead’s drafter or by another co-handler', async () => {
      const found = await asked();
      const body = { ...given(found), scanFileId: await scan(office) };
      const path = `/api/opinions/${found.opinionId}/enter-on-behalf`;
      const others = [await world.cast.as('drafter'), await world.co(CO[1])];
      const answers = await Promise.all(others.map((client) => refusal(client, path, body)));
      expect(answers.map(([status]) => status)).toEqual([403, 403]);
    });
  });
});
