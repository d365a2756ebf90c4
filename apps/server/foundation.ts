import { seedCalendar } from '@fuhan/clocks';
import { fillPublicWords, NumberCounter, NumberSeries } from '@fuhan/casework';
import { newId } from '@fuhan/kernel';
import { Unit, UnitAlias } from '@fuhan/identity';
import { inTransaction } from '@fuhan/platform';
import type { PlaceProfile } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import { appointAdministrators } from './administrators';
import { playsDemo } from './demo/demo-files';
import type { House } from './house';

async function seedUnits(em: EntityManager, profile: PlaceProfile): Promise<void> {
  for (const { code, name, shortName, aliases } of profile.units) {
    const id = newId();
    await em.insert(Unit, { id, code, name, shortName });
    if (aliases.length > 0)
      await em.insert(
        UnitAlias,
        aliases.map((alias) => ({ alias, unitId: id })),
      );
  }
}

async function seedSeries(em: EntityManager, profile: PlaceProfile, year: number): Promise<void> {
  for (const { unit, agencyCode, letterKind, pattern, start } of profile.series) {
    const { id: unitId } = await em.findOneByOrFail(Unit, { code: unit });
    const id = newId();
    await em.insert(NumberSeries, { id, unitId, letterKind, agencyCode, pattern });
    await em.insert(NumberCounter, { seriesId: id, year, start });
  }
}

/** An empty database gets the place's profile, the working calendar, units, number series and administrators. What is there is never overwritten. */
export async function layFoundation(house: House): Promise<void> {
  await inTransaction(house.dataSource, async (em) => {
    await em.query(`SELECT pg_advisory_xact_lock(hashtext('fuhan.foundation'))`);
    await house.profiles.seed(em, house.clock.now());
    await seedCalendar(em, house.clock.now());
    if (!(await em.existsBy(Unit, {}))) {
      const profile = await house.profiles.current(em);
      await seedUnits(em, profile);
      await seedSeries(em, profile, Number(house.clock.today().slice(0, 4)));
    }
    if (!playsDemo(house.settings) && house.settings.NODE_ENV !== 'test')
      await appointAdministrators(house, em);
  });
  await fillPublicWords(house.dataSource);
}
