import { FuhanError } from '@fuhan/kernel';
import type { EntityManager } from 'typeorm';
import { Draft, DraftSection } from '../case/entities';

/** The section, if it belongs to this draft. @throws FuhanError `guard.failed` */
export async function sectionOf(
  em: EntityManager,
  draftId: string,
  sectionId: string,
): Promise<DraftSection> {
  const section = await em.findOneBy(DraftSection, { id: sectionId, draftId });
  if (!section)
    throw new FuhanError('guard.failed', { detail: '这一部分不在本稿里，可能已被删除。请刷新。' });
  return section;
}

/**
 * Changes a versioned row if it still is the version its editor saw, and counts the version up.
 * @throws FuhanError `version.stale` with the current version
 */
export async function changeVersioned<E extends Draft | DraftSection>(
  em: EntityManager,
  entity: new () => E,
  seen: { readonly id: string; readonly version: number },
  patch: Partial<Omit<E, 'id' | 'version'>>,
): Promise<void> {
  const result = await em
    .createQueryBuilder()
    .update(entity)
    .set({ ...patch, version: () => 'version + 1' } as never)
    .where('id = :id AND version = :version', seen)
    .execute();
  if (result.affected === 1) return;
  const found = await em.findOneBy(entity as never, { id: seen.id } as never);
  const current = (found as { version: number } | null)?.version ?? 0;
  throw new FuhanError('version.stale', { current, seen: seen.version }, { current });
}
