import { Deadline, recompute } from '@fuhan/clocks';
import { HANDED_OVER_AT, startWorld, type World } from './casework-world';
import { notice2027 } from './notice-2027';

let world: World;
beforeAll(async () => {
  world = await startWorld({ worker: true });
});
afterAll(async () => world.app.close());

it('should move a running clock and tell its people by itself, soon after a year was imported', async () => {
  const { house, clock } = world.app;
  const em = house.dataSource.manager;
  const { id } = await world.opened('136590');
  const profile = await house.profiles.current(em);
  const calendar = await house.workingDays.current(em);
  const ctx = {
    em,
    now: new Date(HANDED_OVER_AT),
    today: clock.today(),
    profile,
    calendar,
    horizonHours: 24,
  };
  const before = await em.findOneByOrFail(Deadline, { proposalId: id, clock: 'reply' });
  await recompute(ctx, before, { startedOn: '2026-11-08' });
  await (await world.cast.as('system')).done('/api/calendars', notice2027);
  const office = await world.cast.as('office');
  const told = async () =>
    (await office.get<{ kind: string; link: string }[]>('/api/notices')).body.filter(
      ({ kind }) => kind === 'due_moved',
    );
  for (let tries = 0; tries < 200 && (await told()).length === 0; tries++)
    await new Promise((done) => setTimeout(done, 50));
  expect(await told()).toEqual([expect.objectContaining({ link: `/proposals/${id}` })]);
  expect((await em.findOneByOrFail(Deadline, { id: before.id })).dueOn).toBe('2027-02-14');
});
