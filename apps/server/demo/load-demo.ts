import { Proposal } from '@fuhan/casework';
import { Person } from '@fuhan/identity';
import { inTransaction } from '@fuhan/platform';
import type { DataSource, EntityManager } from 'typeorm';
import type { House } from '../house';
import { CasePlayer } from './case-player';
import { readCast, readStories } from './demo-files';
import { savePeople } from './demo-people';

/**
 * The data source as seen from inside one transaction: whoever asks it for a transaction gets this one. So the whole demo is
 * there or nothing of it, however the first start ends.
 */
const inside = (dataSource: DataSource, em: EntityManager): DataSource =>
  Object.create(dataSource, {
    manager: { value: em },
    transaction: { value: (work: (em: EntityManager) => Promise<unknown>) => work(em) },
  }) as DataSource;

/**
 * Fills an empty house with people and three cases: one issued and delivered, one under way, one waiting to be handed over.
 * The cases come about through the command door, on the days their files name. Where there is a proposal or a person, nothing happens.
 * @returns whether this call loaded it
 */
export async function loadDemo(house: House): Promise<boolean> {
  return inTransaction(house.dataSource, async (em) => {
    await em.query(`SELECT pg_advisory_xact_lock(hashtext('fuhan.demo'))`);
    if ((await em.existsBy(Proposal, {})) || (await em.existsBy(Person, {}))) return false;
    const cast = readCast();
    const { issued, midway, waiting } = readStories();
    const stage = await savePeople(em, cast);
    const player = new CasePlayer(house, inside(house.dataSource, em), stage);
    await player.startSeries(cast.series);
    await player.play(issued);
    await player.letRest();
    await player.play(midway);
    await player.play(waiting);
    return true;
  });
}
