import { FuhanError } from '@fuhan/kernel';
import type { EntityManager } from 'typeorm';
import { Unit } from '@fuhan/identity';
import { NumberSeries } from '../case/entities';

export interface TakenNumber {
  readonly seriesId: string;
  readonly year: number;
  readonly serial: number;
  readonly documentNumber: string;
}

/**
 * The next number of a unit's series in a year: the start number first, then one more each time. It belongs to the caller's
 * transaction: rolled back or crashed, the number was never taken.
 * @throws FuhanError `series.missing`
 */
export async function nextNumber(em: EntityManager, unitId: string, year: number): Promise<TakenNumber> {
  const series = await em.findOneBy(NumberSeries, { unitId });
  if (!series) {
    const unit = await em.findOneByOrFail(Unit, { id: unitId });
    throw new FuhanError('series.missing', { unit: unit.name });
  }
  const [row] = (await em.query(
    `INSERT INTO number_counter AS c (series_id, year, last) VALUES ($1, $2, 1)
     ON CONFLICT (series_id, year) DO UPDATE SET last = coalesce(c.last + 1, c.start) RETURNING last`,
    [series.id, year],
  )) as [{ last: number }];
  const documentNumber = series.pattern.replace('{year}', String(year)).replace('{serial}', String(row.last));
  return { seriesId: series.id, year, serial: row.last, documentNumber };
}
