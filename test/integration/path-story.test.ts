import { Client, startTestApp, type TestApp } from '@fuhan/testing';
import { shortPlan } from '../e2e/short-plan';
import { assemble, type Cast, caseOf, type CaseView, issue, waitForFiles, walkToSigned } from '../e2e/walk';

const plan = shortPlan();

describe('one case from registering to the receipt', () => {
  let app: TestApp;
  let cast: Cast;
  let id: string;
  let signed: { id: string; draftId: string };

  beforeAll(async () => {
    app = await startTestApp({ worker: true, at: plan.handedOverAt });
    cast = await assemble(app, plan);
    signed = await walkToSigned(app, cast, plan);
    id = signed.id;
  });
  afterAll(async () => app.close());

  const seenBy = async (account: string): Promise<CaseView> => caseOf(await cast.as(account), id);

  it('should start two clocks at the hand-over, each explaining itself', async () => {
    const { clocks } = await seenBy('coordinator');
    expect(clocks.filter(({ clock }) => clock === 'reply').map(({ dueOn }) => dueOn)).toEqual(['2026-06-09']);
    expect(clocks.filter(({ clock }) => clock === 'opinion').map(({ dueOn }) => dueOn)).toEqual([
      '2026-04-09',
      '2026-04-09',
    ]);
    expect(clocks.every(({ steps }) => steps.length > 0)).toBe(true);
  });

  it('should stop the clock of an opinion when it is submitted', async () => {
    const { clocks } = await seenBy('coordinator');
    expect(clocks.filter(({ clock }) => clock === 'opinion').map(({ state }) => state)).toEqual([
      'met',
      'met',
    ]);
  });

  it('should remember of an adopted passage the unit, the opinion and its version', async () => {
    const { drafts } = await seenBy('drafter');
    const first = drafts[0]?.sections[0]?.passages[0];
    expect(first).toMatchObject({
      sources: [{ unit: '市住房城乡建设局', opinionVersion: 1 }],
      edited: false,
    });
  });

  it('should not call a passage of the drafter an adopted one', async () => {
    const { drafts } = await seenBy('drafter');
    expect(drafts[0]?.sections[0]?.passages[1]?.sources).toEqual([]);
  });

  it('should have one approved step for each stop of the route', async () => {
    const { drafts } = await seenBy('drafter');
    expect(drafts[0]?.steps.map(({ state }) => state)).toEqual(['approved', 'approved', 'approved']);
  });

  it('should show a co-handler its own opinion and nothing of the draft', async () => {
    const view = await seenBy(cast.coAccounts.get('市商务局') ?? '');
    expect(view.opinions.map(({ unit }) => unit)).toEqual(['市商务局']);
    expect(view.drafts).toEqual([]);
  });

  it('should not let a unit without part in it know of the case', async () => {
    const { status } = await (await cast.as('system')).get(`/api/proposals/${id}`);
    expect(status).toBe(404);
  });

  describe('once it is issued', () => {
    let issued: CaseView['letters'][number];
    beforeAll(async () => {
      issued = await issue(app, cast, signed, plan);
    });

    it('should carry the next number of its series', () => {
      expect(issued.documentNumber).toBe('中工信函〔2026〕7号');
    });

    it.each([
      ['pdf', 'application/pdf', '%PDF-1.'],
      ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
      ['html', 'text/html; charset=utf-8', '<!doctype html'],
      ['txt', 'text/plain; charset=utf-8', '中山市工业和信息化局'],
    ])('should give the letter as %s', async (format, mime, start) => {
      const { status, body, headers } = await (
        await cast.as('clerk')
      ).get<string>(`/api/letters/${issued.id}/files/${format}`);
      expect([status, headers.get('content-type')]).toEqual([200, mime]);
      expect(String(body).slice(0, 40).toLowerCase()).toContain(start.toLowerCase());
    });

    it('should keep the frozen words from everyone, the database’s owner’s statements included', async () => {
      await expect(
        app.house.dataSource.query(`UPDATE letter SET text = 'x' WHERE id = $1`, [issued.id]),
      ).rejects.toThrow('frozen');
    });

    it('should not take a second number when the button is pressed again', async () => {
      const { status, body } = await (
        await cast.as('clerk')
      ).post<{ code: string }>(`/api/drafts/${signed.draftId}/issue`, { date: '2026-06-05' });
      expect([status, body.code]).toEqual([409, 'state.moved-on']);
    });
  });

  describe('once it is delivered', () => {
    let view: CaseView;
    beforeAll(async () => {
      await (await cast.as('clerk')).done(`/api/letters/${(await seenBy('clerk')).letters[0]?.id}/deliver`);
      view = await seenBy('clerk');
    });

    it('should have gone to the proposer, the fixed recipients and the co-handlers in order', () => {
      expect(view.letters[0]?.deliveries.map(({ recipient }) => recipient).sort()).toEqual(
        ['民盟中山市委会', '市政协提案委', '市政府办公室', '市住房城乡建设局', '市商务局'].sort(),
      );
    });

    it('should stop the reply clock and end the case', () => {
      expect(view.clocks.find(({ clock }) => clock === 'reply')?.state).toBe('met');
      expect(view.stage).toBe('delivered');
    });

    it('should open for the proposer by the personal link alone, and take the receipt once', async () => {
      const outside = new Client(app.url);
      const link = new URL(
        view.letters[0]?.deliveries.find(({ recipientKind }) => recipientKind === 'proposer')?.link ?? '',
      ).pathname;
      const { body } = await outside.get<{ documentNumber: string; html: string; receivedAt: string | null }>(
        `/api${link}`,
      );
      expect([body.documentNumber, body.receivedAt]).toEqual(['中工信函〔2026〕7号', null]);
      expect((await outside.post(`/api${link}/receive`)).status).toBe(204);
      const again = await outside.get<{ receivedAt: string | null }>(`/api${link}`);
      expect(again.body.receivedAt).not.toBeNull();
      expect((await outside.get(`/api${link}/pdf`)).status).toBe(200);
    });

    it('should show the personal link to the writing unit alone', async () => {
      const others = await seenBy('coordinator');
      expect(others.letters[0]?.deliveries.map(({ link }) => link).filter(Boolean)).toEqual([]);
    });

    it('should answer a made-up link like a dead one', async () => {
      const { status, body } = await new Client(app.url).get<{ code: string }>(`/api/f/${'A'.repeat(43)}`);
      expect([status, body.code]).toEqual([404, 'link.dead']);
    });

    it('should tell a co-handler that its copy has come', async () => {
      const co = await cast.as(cast.coAccounts.get('市商务局') ?? '');
      const titles = async () =>
        (await co.get<{ title: string }[]>('/api/notices')).body.map(({ title }) => title);
      for (let tries = 0; tries < 100 && !(await titles()).some((title) => title.includes('抄送')); tries++) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      expect(await titles()).toContain('收到一份答复函（抄送），请签收');
    });

    it('should have an audit chain that is whole', async () => {
      const [row] = await app.house.dataSource.query('SELECT first_bad FROM audit_verify()');
      expect(row.first_bad).toBeNull();
    });
  });

  it('should tell its story in words', async () => {
    await waitForFiles(await cast.as('clerk'), id);
    const { history } = await seenBy('coordinator');
    expect(history[0]?.words).toBe('登记了第135101号大会提案，分出 2 条建议。');
    expect(history.some(({ words }) => words.startsWith('编号中工信函〔2026〕7号'))).toBe(true);
  });
});
