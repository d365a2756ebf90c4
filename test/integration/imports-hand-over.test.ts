import { Client, PASSWORD } from '@fuhan/testing';
import { line } from '../../libs/intake/testing/xlsx';
import { refusal } from './casework-world';
import { ImportWorld } from './import-world';

let world: ImportWorld;
beforeAll(async () => {
  world = await ImportWorld.open();
});
afterAll(() => world.app.close());

describe('what a list says of the hand-over', () => {
  it('should stand in the coordinator’s form, and nobody has been handed anything', async () => {
    const { id } = await world.begin([line('135040')]);
    await world.confirm(id);
    const { rows } = await world.rowsOf(id);
    const { nextActions, clocks } = await world.caseOf(rows[0]!.proposalId!);
    const form = nextActions.find(({ command }) => command === 'proposal.handOver');
    expect(clocks).toEqual([]);
    expect(form?.defaults).toMatchObject({ handedOverOn: '2026-03-02' });
    expect((form?.defaults['coHandlers'] as unknown[]).length).toBe(2);
  });

  it('should let an open case of the running year enter with its true days', async () => {
    const { id } = await world.begin([line('135041', { 7: '2026-01-12' })]);
    await world.confirm(id);
    const proposalId = (await world.rowsOf(id)).rows[0]!.proposalId!;
    const before = await world.caseOf(proposalId);
    const form = before.nextActions.find(({ command }) => command === 'proposal.handOver');
    await world.coordinator.done(form!.href, form!.defaults);
    const { proposal, clocks } = await world.caseOf(proposalId);
    expect(proposal.registeredAt.slice(0, 10)).toBe('2026-01-12');
    expect(clocks.find(({ clock }) => clock === 'reply')?.dueOn).toBe('2026-04-13');
    const reminders = await world.app.house.dataSource.query(
      `SELECT count(*)::int AS past FROM reminder r JOIN deadline d ON d.id = r.deadline_id WHERE d.proposal_id = $1 AND r.due_at < $2`,
      [proposalId, world.app.clock.now()],
    );
    expect(reminders).toEqual([{ past: 0 }]);
  });

  it('should not be handed over on a day to come', async () => {
    const { id } = await world.begin([line('135042')]);
    await world.confirm(id);
    const proposalId = (await world.rowsOf(id)).rows[0]!.proposalId!;
    const { nextActions } = await world.caseOf(proposalId);
    const form = nextActions.find(({ command }) => command === 'proposal.handOver');
    const late = { ...form!.defaults, handedOverOn: '2026-12-01' };
    expect((await refusal(world.coordinator, form!.href, late))[1]).toBe('guard.failed');
  });
});

describe('a list that is taken back', () => {
  it('should leave nothing registered, and can be imported anew', async () => {
    const before = await world.count();
    const { id } = await world.begin([line('135050'), line('135051')]);
    await world.confirm(id);
    await world.coordinator.done(`/api/imports/${id}/undo`);
    expect([(await world.settled(id)).state, await world.count()]).toEqual(['undone', before]);
    expect((await world.begin([line('135050')])).good).toBe(1);
  });

  /** A list of two whose second paper was handed over. */
  async function handedOver(first: string, second: string): Promise<{ id: string; proposalId: string }> {
    const { id } = await world.begin([line(first), line(second)]);
    await world.confirm(id);
    const proposalId = (await world.rowsOf(id)).rows[1]!.proposalId!;
    const { nextActions } = await world.caseOf(proposalId);
    const form = nextActions.find(({ command }) => command === 'proposal.handOver');
    await world.coordinator.done(form!.href, form!.defaults);
    return { id, proposalId };
  }

  it('should be taken back with its hand-overs while nobody has signed for one', async () => {
    const before = await world.count();
    const { id, proposalId } = await handedOver('135052', '135053');
    await world.coordinator.done(`/api/imports/${id}/undo`);
    const running = await world.app.house.dataSource.query('SELECT id FROM deadline WHERE proposal_id = $1', [
      proposalId,
    ]);
    expect([await world.count(), running]).toEqual([before, []]);
  });

  it('should stay whole once one of its papers was signed for', async () => {
    const { id, proposalId } = await handedOver('135055', '135056');
    const before = await world.count();
    const lead = (await world.caseOf(proposalId)).assignments.find(({ role }) => role === 'lead');
    await (
      await new Client(world.app.url).signIn('office', PASSWORD)
    ).done(`/api/assignments/${lead?.id}/sign`);
    const [status, code, detail] = await refusal(world.coordinator, `/api/imports/${id}/undo`);
    expect([status, code, await world.count()]).toEqual([409, 'import.in-hand', before]);
    expect(detail).toContain('135056');
  });

  it('should not be taken back before it is registered', async () => {
    const { id } = await world.begin([line('135054')]);
    expect((await refusal(world.coordinator, `/api/imports/${id}/undo`))[1]).toBe('state.moved-on');
  });
});
