import { Client, startTestApp, type TestApp } from '@fuhan/testing';
import { storyPlaces } from '../e2e/places';
import {
  assemble,
  type Cast,
  caseOf,
  type CaseView,
  deliver,
  issue,
  waitForFiles,
  walkToSigned,
} from '../e2e/walk';

/** The same story in every place that is shipped: what differs is data. */
describe.each(storyPlaces)('one case in $place from registering to the receipt', (there) => {
  const { plan } = there;
  const [first = '', second = ''] = plan.coHandlers;
  let app: TestApp;
  let cast: Cast;
  let id: string;
  let signed: { id: string; draftId: string };

  beforeAll(async () => {
    app = await startTestApp({ worker: true, place: there.place, at: plan.handedOverAt });
    cast = await assemble(app, plan);
    signed = await walkToSigned(app, cast, plan);
    id = signed.id;
  });
  afterAll(async () => app.close());

  const seenBy = async (account: string): Promise<CaseView> => caseOf(await cast.as(account), id);

  it('should start two clocks at the hand-over, each explaining itself', async () => {
    const { clocks } = await seenBy('coordinator');
    expect(clocks.filter(({ clock }) => clock === 'reply').map(({ dueOn }) => dueOn)).toEqual([
      there.due.reply,
    ]);
    expect(clocks.filter(({ clock }) => clock === 'opinion').map(({ dueOn }) => dueOn)).toEqual([
      ...[there.due.opinion, there.due.opinion],
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
    expect(drafts[0]?.sections[0]?.passages[0]).toMatchObject({
      sources: [{ unit: first, opinionVersion: 1 }],
      edited: false,
    });
  });

  it('should not call a passage of the drafter an adopted one', async () => {
    const { drafts } = await seenBy('drafter');
    expect(drafts[0]?.sections[0]?.passages[1]?.sources).toEqual([]);
  });

  it('should have one approved step for each stop of the route', async () => {
    const { drafts } = await seenBy('drafter');
    expect(drafts[0]?.steps.map(({ state }) => state)).toEqual(Array(there.steps).fill('approved'));
  });

  it('should show a co-handler its own opinion and nothing of the draft', async () => {
    const view = await seenBy(cast.coAccounts.get(second) ?? '');
    expect(view.opinions.map(({ unit }) => unit)).toEqual([second]);
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
      expect(issued.documentNumber).toBe(there.documentNumber);
    });

    it.each([
      ['pdf', 'application/pdf', '%PDF-1.'],
      ['docx', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'PK'],
      ['html', 'text/html; charset=utf-8', '<!doctype html'],
      ['txt', 'text/plain; charset=utf-8', plan.letter.issuer ?? ''],
    ])('should give the letter as %s', async (format, mime, start) => {
      const { status, body, headers } = await (
        await cast.as('clerk')
      ).get<string>(`/api/letters/${issued.id}/files/${format}`);
      expect([status, headers.get('content-type')]).toEqual([200, mime]);
      expect(String(body).slice(0, 60).toLowerCase()).toContain(start.toLowerCase());
    });

    it('should speak as the place does', async () => {
      const { body } = await (await cast.as('clerk')).get<string>(`/api/letters/${issued.id}/files/txt`);
      expect(there.printed.filter((words) => !body.split('\n').some((line) => line.includes(words)))).toEqual(
        [],
      );
    });

    it('should keep the frozen words from everyone, the database’s owner’s statements included', async () => {
      await expect(
        app.house.dataSource.query(`UPDATE letter SET text = 'x' WHERE id = $1`, [issued.id]),
      ).rejects.toThrow('frozen');
    });

    it('should not take a second number when the button is pressed again', async () => {
      const { status, body } = await (
        await cast.as('clerk')
      ).post<{ code: string }>(`/api/drafts/${signed.draftId}/issue`, { date: plan.letter.date });
      expect([status, body.code]).toEqual([409, 'state.moved-on']);
    });
  });

  describe('once it is delivered', () => {
    let view: CaseView;
    beforeAll(async () => {
      view = await deliver(cast, id);
    });

    it('should have gone to the proposer, the fixed recipients and the co-handlers in order', () => {
      expect(view.letters[0]?.deliveries.map(({ recipient }) => recipient).sort()).toEqual(
        [...there.recipients].sort(),
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
      expect([body.documentNumber, body.receivedAt]).toEqual([there.documentNumber, null]);
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
      const co = await cast.as(cast.coAccounts.get(second) ?? '');
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

  it('should be handed over in the ways of the place alone', async () => {
    const coordinator = await cast.as('coordinator');
    const { body: units } = await coordinator.get<{ id: string; shortName: string }[]>('/api/units');
    const other = await coordinator.done('/api/proposals', {
      ...{ kind: 'plenary', number: '900', term: 8, meeting: 3, title: '关于参阅的提案', fullText: '正文' },
      proposers: [{ kind: 'member', name: '甲' }],
      suggestions: [{ title: '一条' }],
    });
    const { status } = await coordinator.post(`/api/proposals/${other.id}/hand-over`, {
      referenceUnitIds: units.filter(({ shortName }) => shortName === first).map(({ id: unitId }) => unitId),
    });
    expect(status).toBe(there.reference ? 200 : 409);
  });

  it('should tell its story in words', async () => {
    await waitForFiles(await cast.as('clerk'), id);
    const { history } = await seenBy('coordinator');
    expect(history[0]?.words).toBe(`登记了第${plan.letter.proposal.number ?? ''}号大会提案，分出 2 条建议。`);
    expect(history.some(({ words }) => words.startsWith(`编号${there.documentNumber}`))).toBe(true);
  });
});
