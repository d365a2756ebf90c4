import { join } from 'node:path';
import { FuhanError } from '@fuhan/kernel';
import { parseProfile, type PlaceProfile } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import { PlaceProfileVersion } from './entities';
import { findProjectRoot } from './migrate';
import { readPlaceFiles } from './profile-files';

/** The versions of one place's profile. The shipped files seed version 1; a restart never overwrites what is there. */
export class Profiles {
  private readonly parsed = new Map<number, PlaceProfile>();

  constructor(private readonly place: string) {}

  /** Seeds version 1 in an empty database. */
  async seed(em: EntityManager, now: Date): Promise<void> {
    const files = readPlaceFiles(join(findProjectRoot(), 'seeds', 'places', this.place));
    const { digest } = parseProfile(files, 1);
    await em
      .createQueryBuilder()
      .insert()
      .into(PlaceProfileVersion)
      .values({ place: this.place, version: 1, digest, files, createdAt: now })
      .orIgnore()
      .execute();
  }

  /** The profile as the program brings it, whatever has been published since. */
  shipped(): PlaceProfile {
    return parseProfile(readPlaceFiles(join(findProjectRoot(), 'seeds', 'places', this.place)), 0);
  }

  /** The newest version: what a new case begins under. */
  async current(em: EntityManager): Promise<PlaceProfile> {
    const row = await em
      .createQueryBuilder(PlaceProfileVersion, 'p')
      .select('max(p.version)', 'version')
      .where('p.place = :place', { place: this.place })
      .getRawOne<{ version: number | null }>();
    if (!row?.version)
      throw new FuhanError('config.invalid', {
        detail: `数据库里没有地方配置“${this.place}”。请核对设置 PLACE。`,
      });
    return this.version(em, row.version);
  }

  /** The texts of a version's files. */
  async filesOf(em: EntityManager, version: number): Promise<Readonly<Record<string, string>>> {
    return (await em.findOneByOrFail(PlaceProfileVersion, { place: this.place, version })).files;
  }

  /** Every version there was, the newest first. */
  versions(
    em: EntityManager,
  ): Promise<Pick<PlaceProfileVersion, 'version' | 'createdAt' | 'publishedBy' | 'reason'>[]> {
    return em.find(PlaceProfileVersion, {
      select: { version: true, createdAt: true, publishedBy: true, reason: true },
      where: { place: this.place },
      order: { version: 'DESC' },
    });
  }

  /** Until the transaction ends nobody else publishes. */
  async lock(em: EntityManager): Promise<void> {
    await em.query(`SELECT pg_advisory_xact_lock(hashtext('fuhan.profile'))`);
  }

  /** Stores one more version; what was stored before stays as it is. */
  async publish(
    em: EntityManager,
    version: Pick<PlaceProfileVersion, 'version' | 'digest' | 'files' | 'publishedBy' | 'reason'>,
    now: Date,
  ): Promise<void> {
    await em.insert(PlaceProfileVersion, { place: this.place, ...version, createdAt: now });
  }

  /** The version a case pinned. */
  async version(em: EntityManager, version: number): Promise<PlaceProfile> {
    const known = this.parsed.get(version);
    if (known) return known;
    const row = await em.findOneByOrFail(PlaceProfileVersion, { place: this.place, version });
    const profile = parseProfile(row.files, version);
    this.parsed.set(version, profile);
    return profile;
  }
}
