import type { Client } from '@fuhan/testing';
import { caseOf, type CaseView } from '../e2e/walk';
import { CO, HANDED_OVER_AT, startWorld, type World } from './casework-world';

let world: World;
let coordinator: Client;
let office: Client;
const LEAD = '市工业和信息化局';
const view = async (id: string): Promise<CaseView> => caseOf(coordinator, id);

/** A case handed over to the lead and one co-handler; nobody has signed for it. */
async function handedOver(number: string): Promise<string> {
  const id = await world.registered(number);
  await coordinator.done(`/api/proposals/${id}/hand-over`, {
    leadUnitId: await world.unit('gongxin'),
    coHandlers: [{ unitId: await world.unit(CO[0]) }],
  });
  return id;
}

async function ask(id: string): Promise<string> {
  const own = (await view(id)).assignments.find(({ unit }) => unit === LEAD)?.id;
  const input = { wish: 'nobody', unitId: null, reason: '属交通管理职责。' };
  return (await office.done(`/api/assignments/${own}/request-return`, input)).id;
}

describe('where the clocks stand still until a return is decided', () => {
  const replyOf = async (id: string) => {
    const { clocks } = (await view(id)) as unknown as {
      clocks: { clock: string; unit: string; dueOn: string; light: { words: string } }[];
    };
    return clocks.find((each) => each.clock === 'reply' && each.unit === LEAD);
  };

  beforeAll(async () => {
    world = await startWorld();
    // A newer version of the place, which says so.
    await world.app.house.dataSource.query(
      `INSERT INTO place_profile SELECT (jsonb_populate_record(p, jsonb_build_object('version', p.version + 1, 'files',
         p.files || jsonb_build_object('hand-over.yaml', replace(p.files->>'hand-over.yaml', 'pauseWhileOpen: false', 'pauseWhileOpen: true'))))).*
       FROM place_profile p ORDER BY version DESC LIMIT 1`,
    );
    world.app.clock.moveTo(new Date(HANDED_OVER_AT));
    coordinator = await world.cast.as('coordinator');
    office = await world.cast.as('office');
  });

  afterAll(async () => world.app.close());

  it('should stop them with the request, and let them run on with the answer by as many days', async () => {
    const id = await handedOver('136991');
    const before = (await replyOf(id))?.dueOn ?? '';
    const requestId = await ask(id);
    expect((await replyOf(id))?.light.words).toContain('暂停');
    world.app.clock.moveTo(new Date('2026-03-11T02:00:00Z'));
    coordinator = await world.cast.as('coordinator');
    await coordinator.done(`/api/return-requests/${requestId}/decide`, {
      ...{ decision: 'keep', unitId: null, words: '仍由贵局承办。' },
    });
    const after = await replyOf(id);
    expect([before, after?.dueOn, after?.light.words.includes('暂停')]).toEqual([
      '2026-06-09',
      // The day of the hand-over does not count anyway: one day stood still.
      '2026-06-10',
      false,
    ]);
  });
});
