import { verifyArchive } from '@fuhan/casework';
import { Client, startTestApp, type TestApp } from '@fuhan/testing';
import { storyPlaces } from '../e2e/places';
import { prepare, sendOn } from '../e2e/press';
import {
  assemble,
  type Cast,
  type CaseView,
  caseOf,
  reviewAll,
  walkToSigned,
  walkToWritten,
} from '../e2e/walk';

interface Seen extends CaseView {
  readonly ratings: readonly { id: string; round: number; state: string; address: string | null }[];
  readonly redos: readonly { id: string; state: string }[];
  readonly commitments: readonly {
    id: string;
    state: string;
    dueOn: string | null;
    outcome: string | null;
    links: readonly { address: string }[];
  }[];
  readonly publications: readonly { id: string; state: string }[];
  readonly stageLabel: string;
}

/** The second year of a case, in every place that is shipped: from the letter to a promise kept in the year after. What differs is data. */
describe.each(storyPlaces)(
  'one case in $place from its letter to the promise kept next year',
  ({ place, plan }) => {
    let app: TestApp;
    let cast: Cast;
    let id: string;
    beforeAll(async () => {
      app = await startTestApp({ place, at: plan.handedOverAt });
      cast = await assemble(app, plan);
      ({ id } = await walkToSigned(app, cast, plan));
    }, 120_000);
    afterAll(() => app.close());

    const as = (account: string): Promise<Client> => cast.as(account);
    const seen = async (account: string): Promise<Seen> => (await caseOf(await as(account), id)) as Seen;
    const moveTo = (day: string): void => app.clock.moveTo(new Date(`${day}T02:00:00Z`));
    const query = (sql: string, values: unknown[] = []) => app.house.dataSource.query(sql, values);
    const outside = (): Client => new Client(app.url);
    const pathOf = (address: string | null | undefined): string => `/api${new URL(address ?? '').pathname}`;

    const send = (day: string): Promise<string> => sendOn(app, cast, id, day);
    const rate = async (round: number, marks: object): Promise<void> => {
      const { ratings } = await seen('coordinator');
      const asked = ratings.find((each) => each.round === round && each.state === 'asked');
      expect((await outside().post(pathOf(asked?.address), marks)).status).toBe(204);
    };

    it('should be answered, and not satisfy', async () => {
      await send('2026-06-05');
      await rate(1, { handling: 'satisfied', result: 'dissatisfied', resultReason: '没有写时间。' });
      expect((await seen('coordinator')).redos.map(({ state }) => state)).toEqual(['due']);
    });

    it('should be handled anew on an order, and satisfy then', async () => {
      moveTo('2026-06-10');
      const { redos } = await seen('coordinator');
      await (await as('coordinator')).done(`/api/redos/${redos[0]?.id}/order`, { reason: '请补充时间。' });
      await prepare(cast, id);
      const draft = (await seen('drafter')).drafts.at(-1);
      await (await as('drafter')).done(`/api/drafts/${draft?.id}/submit`);
      for (let tries = 0; tries < 8 && (await seen('drafter')).drafts.at(-1)?.state !== 'signed'; tries++)
        for (const account of ['reviewer', 'office', 'leader', 'head'])
          for (const { command, href, defaults } of (await seen(account)).nextActions)
            if (command === 'reviewStep.approve') await (await as(account)).done(href, defaults);
      await send('2026-06-25');
      await rate(2, { handling: 'satisfied', result: 'satisfied' });
      const { redos: after, ratings } = await seen('drafter');
      expect([after.map(({ state }) => state), ratings.map(({ state }) => state)]).toEqual([
        ['answered'],
        ['given', 'given'],
      ]);
    });

    it('should be published as a copy that another person has let out', async () => {
      const letter = (await seen('office')).letters.at(-1);
      const { id: copy } = await (await as('office')).done(`/api/letters/${letter?.id}/prepare-publication`);
      const checked = { secrets: true, privacy: true, trade: true, copy: true };
      await (await as('reviewer')).done(`/api/publications/${copy}/approve`, checked);
      const { body } = await outside().get<{ total: number }>('/api/public/letters');
      expect(body.total).toBe(1);
    });

    it('should have its promise confirmed by a person, and run on into the next year', async () => {
      const drafter = await as('drafter');
      const { commitments, assignments } = await seen('drafter');
      const lead = assignments.find(({ role }) => role === 'lead');
      const [{ unit_id: ownerUnitId }] = await query('SELECT unit_id FROM assignment WHERE id = $1', [
        lead?.id,
      ]);
      const owned = { ownerUnitId, ownerName: '综合科' };
      for (const [i, { id: found }] of commitments.filter(({ state }) => state === 'proposed').entries())
        if (i === 0)
          await drafter.done(`/api/commitments/${found}/confirm`, {
            ...{ text: '年底前覆盖各园区。', dueOn: '2026-12-31', ...owned },
          });
        else await drafter.done(`/api/commitments/${found}/strike`, { reason: '与上一条相同。' });
      moveTo('2026-12-29');
      const [open] = (await seen('drafter')).commitments.filter(({ state }) => state === 'confirmed');
      await (
        await as('drafter')
      ).done(`/api/commitments/${open?.id}/carry`, {
        ...{ dueOn: '2027-03-31', reason: '两处园区迁建。' },
      });
      moveTo('2027-01-08');
      const { body } = await (
        await as('coordinator')
      ).get<{ items: { carriedOver: boolean; state: string }[] }>('/api/commitments?year=2027');
      expect(body.items.map(({ carriedOver, state }) => [carriedOver, state])).toEqual([[true, 'confirmed']]);
    });

    it('should have kept it in the year after, with evidence, and tell the proposer once more', async () => {
      moveTo('2027-03-20');
      const drafter = await as('drafter');
      const { id: fileId } = await drafter.upload('验收.png', Buffer.from('89504e470d0a1a0a', 'hex'));
      const [open] = (await seen('drafter')).commitments.filter(({ state }) => state === 'confirmed');
      await drafter.done(`/api/commitments/${open?.id}/keep`, {
        on: '2027-03-18',
        text: '已全部覆盖。',
        fileId,
      });
      await drafter.done(`/api/commitments/${open?.id}/answer-proposer`, { text: '各园区已全部覆盖。' });
      const kept = (await seen('coordinator')).commitments.find((each) => each.id === open?.id);
      const page = pathOf(kept?.links[0]?.address);
      expect(
        (await outside().post(`${page}/promises/${open?.id}`, { rating: 'satisfied', remark: '' })).status,
      ).toBe(204);
    });

    it('should leave a package that proves itself, and be closed by what the place asks for', async () => {
      const zip = await (await as('office')).download(`/api/proposals/${id}/archive.zip`);
      expect(verifyArchive(zip).faults).toEqual([]);
      await (await as('coordinator')).done(`/api/proposals/${id}/close`, { note: '' });
      expect((await seen('office')).stageLabel).toBe('已结案');
    });

    it('should have an audit chain that is whole', async () => {
      const [row] = await query('SELECT first_bad FROM audit_verify()');
      expect(row.first_bad).toBeNull();
    });
  },
);

/** 并案: a second proposal that asks for the same; whether both are answered in one letter or each in its own says the place's file. */
describe.each(storyPlaces)('two proposals merged in $place', ({ place, plan, merging }) => {
  let app: TestApp;
  let cast: Cast;
  beforeAll(async () => {
    app = await startTestApp({ place, at: plan.handedOverAt });
    cast = await assemble(app, plan);
  }, 60_000);
  afterAll(() => app.close());

  it('should each be answered by their number, and each proposer asked what it thinks of it', async () => {
    const walked = await walkToWritten(app, cast, plan);
    const coordinator = await cast.as('coordinator');
    const [first] = await app.house.dataSource.query('SELECT * FROM proposal WHERE id = $1', [walked.id]);
    const { suggestions } = await caseOf(coordinator, walked.id);
    const { id: second } = await coordinator.done('/api/proposals', {
      ...{
        kind: 'plenary',
        number: String(Number(first.number) + 1),
        term: first.term,
        meeting: first.meeting,
      },
      ...{ title: `再提${first.title}`, fullText: '所请与前案相同。' },
      proposers: [{ kind: 'member', name: '孟小川' }],
      suggestions: suggestions.map(({ title }) => ({ title })),
    });
    await coordinator.done(`/api/proposals/${walked.id}/merge`, {
      proposalIds: [second],
      reason: '所请相同。',
    });
    await prepare(cast, walked.id);
    await (await cast.as('drafter')).done(`/api/drafts/${walked.draftId}/submit`);
    await reviewAll(cast, walked.id, true);
    app.clock.moveTo(new Date(plan.issuedAt));
    await (await cast.as('clerk')).done(`/api/drafts/${walked.draftId}/issue`, { date: app.clock.today() });
    await app.house.dataSource.query(`UPDATE letter_file SET state = 'ready'`);
    const issued = (await caseOf(await cast.as('clerk'), walked.id)).letters;
    for (const { id } of issued) {
      await (await cast.as('clerk')).done(`/api/letters/${id}/seal`, { seal: '公章', copies: 1 });
      await (await cast.as('clerk')).done(`/api/letters/${id}/deliver`);
    }
    const { ratings } = (await caseOf(await cast.as('coordinator'), walked.id)) as Seen;
    expect([issued.length, ratings.length]).toEqual([merging === 'own_letters' ? 2 : 1, 2]);
  }, 60_000);
});
