import { type Client, saveOffice, savePerson } from '@fuhan/testing';
import { caseOf } from '../e2e/walk';
import { CO, refusal, startWorld, type World } from './casework-world';

describe('handing over', () => {
  let world: World;
  let coordinator: Client;
  let lead: string;
  let housing: string;
  let commerce: string;
  let finance: string;

  beforeAll(async () => {
    world = await startWorld();
    coordinator = await world.cast.as('coordinator');
    lead = await world.unit('gongxin');
    housing = await world.unit(CO[0]);
    commerce = await world.unit(CO[1]);
    finance = await world.unit('市财政局');
  });
  afterAll(async () => world.app.close());

  const saveDrafter = async (): Promise<{ id: string }> =>
    (
      (await world.app.house.dataSource.query(`SELECT id FROM person WHERE account = 'drafter'`)) as [
        { id: string },
      ]
    )[0];
  const path = (id: string): string => `/api/proposals/${id}/hand-over`;

  describe('refused', () => {
    let id: string;
    beforeAll(async () => {
      id = await world.registered('136001');
    });
    it('should name the unit that was chosen twice among the co-handlers', async () => {
      const coHandlers = [{ unitId: housing }, { unitId: housing }];
      const [status, code, detail] = await refusal(coordinator, path(id), { leadUnitId: lead, coHandlers });
      expect([status, code]).toEqual([409, 'guard.failed']);
      expect(detail).toContain('市住房城乡建设局选了两次');
    });

    it('should not take the lead for a co-handler as well', async () => {
      const body = { leadUnitId: lead, coHandlers: [{ unitId: lead }] };
      expect((await refusal(coordinator, path(id), body))[1]).toBe('guard.failed');
    });

    it('should not take a co-handler for a reference as well', async () => {
      const body = { leadUnitId: lead, coHandlers: [{ unitId: housing }], referenceUnitIds: [housing] };
      expect((await refusal(coordinator, path(id), body))[1]).toBe('guard.failed');
    });

    it('should not know a unit that nobody added', async () => {
      const leadUnitId = '00000000-0000-4000-8000-000000000000';
      expect((await refusal(coordinator, path(id), { leadUnitId })).slice(0, 2)).toEqual([
        422,
        'unit.unknown',
      ]);
    });

    it('should not know a unit that is no longer active', async () => {
      await world.app.house.dataSource.query('UPDATE unit SET active = false WHERE id = $1', [finance]);
      const body = { leadUnitId: lead, coHandlers: [{ unitId: finance }] };
      const [status, code] = await refusal(coordinator, path(id), body);
      await world.app.house.dataSource.query('UPDATE unit SET active = true WHERE id = $1', [finance]);
      expect([status, code]).toEqual([422, 'unit.unknown']);
    });
  });

  describe('with the suggestions put right before', () => {
    let id: string;
    const edit = () => `/api/proposals/${id}/edit-suggestions`;
    const points = async () =>
      (await caseOf(coordinator, id)).suggestions.map(({ id: one, ...each }) => ({
        one,
        ...each,
      })) as unknown as {
        one: string;
        title: string;
        body: string;
      }[];
    beforeAll(async () => {
      id = await world.registered('136005');
    });

    it('should keep those that stay, in the new order, and number them anew', async () => {
      const [first, second] = await points();
      const suggestions = [
        { id: second?.one, title: second?.title, body: '改过的内容。' },
        { id: null, title: '新分出的一条', body: '' },
        { id: first?.one, title: first?.title, body: first?.body },
      ];
      await coordinator.done(edit(), { suggestions });
      const now = await points();
      expect(now.map(({ one, title }) => [one, title])).toEqual([
        [second?.one, second?.title],
        [expect.any(String), '新分出的一条'],
        [first?.one, first?.title],
      ]);
      expect((await caseOf(coordinator, id)).history.at(-1)?.words).toBe(
        '调整建议分条：新分出 1 条，改写 1 条，调整了顺序。原 2 条，现 3 条。',
      );
    });

    it('should not be written over what a colleague has changed since', async () => {
      const suggestions = [{ id: null, title: '另一种分法', body: '' }];
      const { status, body } = await coordinator.post<{ code: string }>(
        edit(),
        { suggestions },
        { 'If-Match': '"1"' },
      );
      expect([status, body.code]).toEqual([409, 'version.moved-on']);
    });

    it('should not take in a suggestion of another case', async () => {
      const other = (await caseOf(coordinator, await world.registered('136006'))).suggestions[0];
      const suggestions = [{ id: other?.id, title: '别件的', body: '' }];
      expect((await refusal(coordinator, edit(), { suggestions }))[2]).toMatch(/^有一条建议不在这件提案里/);
    });

    it('should be refused once it was handed over, and still when that was called back with a draft begun', async () => {
      await coordinator.done(path(id), { leadUnitId: lead });
      const suggestions = [{ id: null, title: '晚了', body: '' }];
      expect((await refusal(coordinator, edit(), { suggestions }))[2]).toBe('这件提案已经交办。');
      const { assignments } = await caseOf(coordinator, id);
      const office = await world.cast.as('office');
      const { id: drafterId } = await saveDrafter();
      await office.done(`/api/assignments/${assignments[0]?.id}/sign`);
      await office.done(`/api/assignments/${assignments[0]?.id}/divide`, { officeId: null, drafterId });
      await coordinator.done(`/api/proposals/${id}/recall`, { reason: '交错了。' });
      expect((await refusal(coordinator, edit(), { suggestions }))[2]).toMatch(/^已有会办意见或答复稿/);
    });
  });

  it('should leave nothing behind when it was refused', async () => {
    const id = await world.registered('136004');
    await refusal(coordinator, path(id), { leadUnitId: lead, coHandlers: [{ unitId: lead }] });
    expect(await caseOf(coordinator, id)).toMatchObject({ assignments: [], clocks: [], opinions: [] });
  });

  describe('to one unit alone', () => {
    let id: string;
    beforeAll(async () => {
      id = await world.registered('136002');
      await coordinator.done(path(id), { leadUnitId: lead });
    });

    it('should make it the sole handler', async () => {
      expect((await caseOf(coordinator, id)).assignments.map(({ role }) => role)).toEqual(['sole']);
    });

    it('should await no opinion', async () => {
      expect((await caseOf(coordinator, id)).opinions).toEqual([]);
    });

    it('should start its clocks, and none of a co-handler', async () => {
      expect((await caseOf(coordinator, id)).clocks.map(({ clock }) => clock)).toEqual([
        'return',
        'contact',
        'reply',
      ]);
    });

    it('should say so in the history', async () => {
      expect((await caseOf(coordinator, id)).history.at(-1)?.words).toBe('交市工业和信息化局单独办理。');
    });

    it('should be done once only', async () => {
      expect((await refusal(coordinator, path(id), { leadUnitId: housing }))[0]).toBe(409);
    });

    it('should have no order of co-handlers to change', async () => {
      const unitIds = [housing, commerce];
      expect((await refusal(coordinator, `/api/proposals/${id}/reorder-handlers`, { unitIds }))[2]).toContain(
        '不足两家',
      );
    });
  });

  describe('with co-handlers, a question and a unit that only takes note', () => {
    let id: string;
    beforeAll(async () => {
      id = await world.registered('136003');
      await coordinator.done(path(id), {
        leadUnitId: lead,
        coHandlers: [{ unitId: commerce, question: '共享充电桩有无补贴？' }, { unitId: housing }],
        referenceUnitIds: [finance],
      });
    });

    const assignmentOf = async (unitId: string) => {
      const found = (await caseOf(coordinator, id)).assignments.find((each) => each.unitId === unitId);
      return found as NonNullable<typeof found> & { question: string | null };
    };

    it('should keep the order in which they were chosen', async () => {
      const { assignments } = await caseOf(coordinator, id);
      expect(assignments.map(({ unitId }) => unitId)).toEqual([lead, commerce, housing, finance]);
    });

    it('should ask the question of the unit it was written for', async () => {
      expect((await assignmentOf(commerce)).question).toBe('共享充电桩有无补贴？');
    });

    it('should ask nothing of a co-handler whose question was left empty', async () => {
      expect((await assignmentOf(housing)).question).toBeNull();
    });

    it('should run no clock for the unit that only takes note', async () => {
      const { clocks } = await caseOf(coordinator, id);
      expect(clocks.filter(({ unit }) => unit === '市财政局')).toEqual([]);
    });

    it('should await an opinion from the co-handlers alone', async () => {
      const { opinions } = await caseOf(coordinator, id);
      expect(opinions.map(({ unitId }) => unitId).sort()).toEqual([commerce, housing].sort());
    });

    it('should end a reference with its signature', async () => {
      const account = 'finance-office';
      await savePerson(world.app.house.dataSource.manager, account, '市财政局', ['proposal_office']);
      await (await world.cast.as(account)).done(`/api/assignments/${(await assignmentOf(finance)).id}/sign`);
      expect((await assignmentOf(finance)).state).toBe('finished');
    });

    it.each([
      ['leaves one out', () => [commerce, commerce]],
      ['names a stranger', () => [commerce, finance]],
      ['names one too many', () => [commerce, housing, finance]],
    ])('should refuse a new order that %s', async (_, unitIds) => {
      const answer = await refusal(coordinator, `/api/proposals/${id}/reorder-handlers`, {
        unitIds: unitIds(),
      });
      expect(answer.slice(0, 2)).toEqual([409, 'guard.failed']);
    });

    it('should put the co-handlers into a new order and leave the others where they are', async () => {
      await coordinator.done(`/api/proposals/${id}/reorder-handlers`, { unitIds: [housing, commerce] });
      const { assignments } = await caseOf(coordinator, id);
      expect(assignments.map(({ unitId }) => unitId)).toEqual([lead, housing, commerce, finance]);
    });
  });
});

describe('signing and dividing', () => {
  let world: World;
  let office: Client;
  let assignmentId: string;
  let id: string;
  let drafter: { id: string; office_id: string };

  beforeAll(async () => {
    world = await startWorld();
    office = await world.cast.as('office');
    id = await world.registered('136010');
    await (
      await world.cast.as('coordinator')
    ).done(`/api/proposals/${id}/hand-over`, {
      leadUnitId: await world.unit('gongxin'),
      coHandlers: [{ unitId: await world.unit(CO[0]) }],
    });
    assignmentId = (await world.seen('office', id)).assignments[0]?.id ?? '';
    drafter = await person('drafter');
  });
  afterAll(async () => world.app.close());

  const person = async (account: string): Promise<{ id: string; office_id: string }> =>
    (
      await world.app.house.dataSource.query('SELECT id, office_id FROM person WHERE account = $1', [account])
    )[0];
  const divide = (officeId: string, drafterId: string) =>
    refusal(office, `/api/assignments/${assignmentId}/divide`, { officeId, drafterId });
  const lead = async () => {
    const found = (await world.seen('office', id)).assignments[0];
    return found as NonNullable<typeof found> & { drafter: string | null; signedBy: string | null };
  };

  it('should not be divided before it is signed for', async () => {
    expect((await divide(drafter.office_id, drafter.id)).slice(0, 2)).toEqual([409, 'state.moved-on']);
  });

  it('should not be signed for by another unit that has part in the case', async () => {
    const answer = await refusal(await world.co(CO[0]), `/api/assignments/${assignmentId}/sign`);
    expect(answer.slice(0, 2)).toEqual([403, 'permission.denied']);
  });

  it('should remember who signed for it', async () => {
    await office.done(`/api/assignments/${assignmentId}/sign`);
    expect((await lead()).signedBy).toBe('测试office');
  });

  it('should not be signed for twice', async () => {
    expect((await refusal(office, `/api/assignments/${assignmentId}/sign`))[1]).toBe('state.moved-on');
  });

  it('should not go to a section of another unit', async () => {
    const strange = await saveOffice(world.app.house.dataSource.manager, CO[0], '节能科');
    expect((await divide(strange, drafter.id))[2]).toContain('不在本单位');
  });

  it('should not go to somebody who drafts for another unit', async () => {
    const account = world.cast.coAccounts.get(CO[0]) ?? '';
    expect((await divide(drafter.office_id, (await person(account)).id)).slice(0, 2)).toEqual([
      422,
      'person.unfit',
    ]);
  });

  it('should not go to a colleague who does not draft', async () => {
    expect((await divide(drafter.office_id, (await person('reviewer')).id))[2]).toContain('承办人');
  });

  it('should not go to a drafter who has left', async () => {
    const em = world.app.house.dataSource.manager;
    const gone = await savePerson(em, 'gone', 'gongxin', ['drafter']);
    await em.query('UPDATE person SET disabled_at = now() WHERE id = $1', [gone.id]);
    expect((await divide(drafter.office_id, gone.id))[1]).toBe('person.unfit');
  });

  it('should open a draft with a section for each suggestion', async () => {
    await office.done(`/api/assignments/${assignmentId}/divide`, {
      officeId: drafter.office_id,
      drafterId: drafter.id,
    });
    const { drafts, suggestions } = await world.seen('drafter', id);
    expect(drafts[0]?.sections.map(({ suggestionId }) => suggestionId)).toEqual(
      suggestions.map((each) => each.id),
    );
  });

  it('should hand the work on and keep the draft when it is divided again', async () => {
    const before = (await world.seen('office', id)).drafts.map((each) => each.id);
    const next = await savePerson(world.app.house.dataSource.manager, 'next', 'gongxin', ['drafter'], {
      name: '接手人',
    });
    await office.done(`/api/assignments/${assignmentId}/divide`, {
      officeId: drafter.office_id,
      drafterId: next.id,
    });
    expect((await lead()).drafter).toBe('接手人');
    expect((await world.seen('office', id)).drafts.map((each) => each.id)).toEqual(before);
  });
});
