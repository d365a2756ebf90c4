import type { CommandInput } from '@fuhan/contracts';
import { FuhanError, newId } from '@fuhan/kernel';
import { type HouseContext, Unit } from '@fuhan/identity';
import { NumberCounter, NumberSeries } from '../case/entities';

/** 起始号: where a unit's series begins in a year; only before the first number of that year is taken. */
export async function setSeriesStart(
  { em }: HouseContext,
  { agencyCode, year, start }: CommandInput<'unit.setSeriesStart'>,
  unitId: string,
): Promise<{ id: string }> {
  if (!(await em.existsBy(Unit, { id: unitId }))) throw new FuhanError('request.not-found');
  const existing = await em.findOne(NumberSeries, { where: { unitId }, lock: { mode: 'pessimistic_write' } });
  const id = existing?.id ?? newId();
  if (!existing) {
    await em.insert(NumberSeries, {
      id,
      unitId,
      letterKind: '函',
      agencyCode,
      pattern: `${agencyCode}函〔{year}〕{serial}号`,
    });
  } else if (existing.agencyCode !== agencyCode) {
    const pattern = existing.pattern.replace(existing.agencyCode, agencyCode);
    await em.update(NumberSeries, { id }, { agencyCode, pattern });
  }
  const result = (await em.query(
    `INSERT INTO number_counter AS c (series_id, year, start) VALUES ($1, $2, $3)
     ON CONFLICT (series_id, year) DO UPDATE SET start = $3 WHERE c.last IS NULL RETURNING start`,
    [id, year, start],
  )) as unknown[];
  if (result.length === 0) {
    const { last } = await em.findOneByOrFail(NumberCounter, { seriesId: id, year });
    throw new FuhanError('series.in-use', { year, last: last ?? start });
  }
  return { id };
}
