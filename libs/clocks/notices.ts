import { announce } from '@fuhan/platform';
import { type DataSource, type EntityManager, IsNull, LessThanOrEqual } from 'typeorm';
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

/** A notice that has just been written. */
export type WrittenNotice = Pick<Notice, 'id' | 'personId' | 'source' | 'kind' | 'createdAt'>;
/** Carries new notices further (mail, robots), in their own transaction: declared here, implemented by channels, bound in the app. */
export type NoticeOutlet = (em: EntityManager, notices: readonly WrittenNotice[]) => Promise<void>;

const outlets = new WeakMap<DataSource, NoticeOutlet>();

/** From now on, every notice written through this data source also goes to the outlet. */
export const bindNoticeOutlet = (dataSource: DataSource, outlet: NoticeOutlet): void =>
  void outlets.set(dataSource, outlet);

/** Writes notices; one that was written before (same source and person) is left alone. @returns how many are new */
export async function insertNotices(em: EntityManager, notices: readonly NewNotice[]): Promise<number> {
  if (notices.length === 0) return 0;
  const result = await em
    .createQueryBuilder()
    .insert()
    .into(Notice)
    .values(notices.map((notice) => ({ ...notice, items: notice.items ? [...notice.items] : null })))
    .orIgnore()
    .returning(['id', 'personId', 'source', 'kind', 'createdAt'])
    .execute();
  const written = (result.raw as WrittenRow[]).map(({ id, person_id, source, kind, created_at }) => ({
    ...{ id, source, kind },
    personId: person_id,
    createdAt: created_at,
  }));
  await outlets.get(em.connection)?.(em, written);
  await announcePeople(
    em,
    written.map(({ personId }) => personId),
  );
  return written.length;
}

interface WrittenRow {
  readonly id: string;
  readonly person_id: string;
  readonly source: string;
  readonly kind: string;
  readonly created_at: Date;
}

const announcePeople = (em: EntityManager, personIds: readonly string[]): Promise<void> =>
  announce(
    em,
    personIds.map((person) => ({ person })),
  );

/** A person's newest notices, all of them or those that were not read. */
export const noticesOf = (em: EntityManager, personId: string, unreadOnly = false): Promise<Notice[]> =>
  em.find(Notice, {
    where: { personId, ...(unreadOnly ? { readAt: IsNull() } : {}) },
    order: { id: 'DESC' },
    take: 100,
  });

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
  await announcePeople(em, [personId]);
  return (result.affected ?? 0) > 0;
}

/** Marks all of a person's notices as read up to the newest one that was on the screen: what came after it stays unread. */
export async function markAllRead(
  em: EntityManager,
  personId: string,
  upTo: string,
  now: Date,
): Promise<void> {
  await em.update(Notice, { personId, readAt: IsNull(), id: LessThanOrEqual(upTo) }, { readAt: now });
  await announcePeople(em, [personId]);
}
