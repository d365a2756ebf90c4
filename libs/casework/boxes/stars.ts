import type { Actor } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';

/** 关注 or no longer: a note of one's own, which tells nobody anything. The case is one that the person may see. */
export async function setStar(
  em: EntityManager,
  { personId }: Actor,
  proposalId: string,
  on: boolean,
): Promise<void> {
  await em.query(
    on
      ? 'INSERT INTO star (person_id, proposal_id) VALUES ($1, $2) ON CONFLICT DO NOTHING'
      : 'DELETE FROM star WHERE person_id = $1 AND proposal_id = $2',
    [personId, proposalId],
  );
}

/** Whether the person keeps an eye on the case. */
export async function isStarred(
  em: EntityManager,
  { personId }: Actor,
  proposalId: string,
): Promise<boolean> {
  const rows = (await em.query('SELECT FROM star WHERE person_id = $1 AND proposal_id = $2', [
    personId,
    proposalId,
  ])) as object[];
  return rows.length > 0;
}
