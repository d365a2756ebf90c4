import type { EntityManager } from 'typeorm';
import { Notice, type NoticeItem } from './entities';

export interface NewNotice {
  readonly personId: string;
  readonly source: string;
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  /** The address of exactly the thing to do. */
  readonly link: string;
  /** Where it tells of several things: each with its own link. */
  readonly items?: readonly NoticeItem[];
  readonly createdAt: Date;
}

/** Writes notices; one that was written before (same source and person) is left alone. @returns how many are new */
export async function insertNotices(em: EntityManager, notices: readonly NewNotice[]): Promise<number> {
  if (notices.length === 0) return 0;
  const result = await em
    .createQueryBuilder()
    .insert()
    .into(Notice)
    .values(notices.map((notice) => ({ ...notice, items: notice.items ? [...notice.items] : null })))
    .orIgnore()
    .returning('id')
    .execute();
  return (result.raw as unknown[]).length;
}

/** A person's newest notices. */
export const noticesOf = (em: EntityManager, personId: string): Promise<Notice[]> =>
  em.find(Notice, { where: { personId }, order: { id: 'DESC' }, take: 100 });

export const unreadCount = (em: EntityManager, personId: string): Promise<number> =>
  em
    .createQueryBuilder(Notice, 'n')
    .where('n.personId = :personId AND n.readAt IS NULL', { personId })
    .getCount();

/** Marks one of the person's own notices as read; another's stays untouched and unmentioned. */
export async function markRead(em: EntityManager, personId: string, id: string, now: Date): Promise<boolean> {
  const result = await em
    .createQueryBuilder()
    .update(Notice)
    .set({ readAt: () => 'COALESCE(read_at, :now)' })
    .where('id = :id AND person_id = :personId', { id, personId })
    .setParameter('now', now)
    .execute();
  return (result.affected ?? 0) > 0;
}
