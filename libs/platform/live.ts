import type { EntityManager } from 'typeorm';

/** The PostgreSQL channel on which processes hear of each other's changes. */
export const LIVE_CHANNEL = 'fuhan_live';

/** What has changed, for those who have it on their screens. */
export type LiveChange =
  /** Something of this person's own: notices, the session. */
  | { readonly person: string }
  /** A case; `by` changed it (null: the system or somebody outside). */
  | { readonly case: string; readonly by: string | null };

/** Says what changed to every process, once and only if the transaction commits. Nothing depends on it arriving. */
export async function announce(em: EntityManager, changes: readonly LiveChange[]): Promise<void> {
  if (changes.length === 0) return;
  await em.query(`SELECT pg_notify($1, change) FROM unnest($2::text[]) AS change`, [
    LIVE_CHANNEL,
    changes.map((change) => JSON.stringify(change)),
  ]);
}
