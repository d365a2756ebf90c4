import { addDays } from '@fuhan/kernel';
import { preparedQuery } from '@fuhan/platform';
import { actionNames, actions } from '@fuhan/rules';
import { overseesAll, visibleTo, type WorklistContext } from '../worklist.queries';

/** So far back the boxes look, and so many cases they hold. */
const DONE_DAYS = 90;
const CIRCULATED_DAYS = 180;
const MOST = 200;

/** The boxes that do not depend on what waits for whom. */
export type KeptBox = 'circulated' | 'done' | 'starred';

/** Opening a text leaves a line in the history, but is no step that was taken. */
const onlyRead = actionNames.filter((name) => actions[name].onlyReads);

/**
 * 传阅: papers for information (参阅), copies of letters, and what notices tell that nobody has read yet; 已办: where this person took a step,
 * the last step first; 关注. Of each only what the reader may know of today.
 */
const keptSql = (scope: string | null): string => `
  WITH told AS (SELECT substring(link FROM '^/proposals/([0-9a-f-]{36})')::uuid AS id, created_at AS at
      FROM notice WHERE person_id = $2 AND read_at IS NULL),
    kept AS (
      SELECT 'circulated' AS box, id, max(at) AS at FROM (
        SELECT proposal_id AS id, handed_over_at AS at FROM assignment
          WHERE unit_id = $3 AND role = 'reference' AND state NOT IN ('returned', 'removed', 'recalled', 'withdrawn')
        UNION ALL SELECT proposal_id, sent_at FROM delivery WHERE unit_id = $3
        UNION ALL SELECT id, at FROM told WHERE id IS NOT NULL) papers
        WHERE at >= $4::date GROUP BY id
      UNION ALL SELECT 'done', proposal_id, max(at) FROM history_entry
        WHERE person_id = $2 AND at >= $5::date AND action <> ALL ($6::text[]) GROUP BY proposal_id
      UNION ALL SELECT 'starred', proposal_id, NULL FROM star WHERE person_id = $2)
  SELECT box, id FROM (
    SELECT k.box, k.id, row_number() OVER (PARTITION BY k.box ORDER BY k.at DESC NULLS LAST, p.number) AS place
    FROM kept k JOIN proposal p ON p.id = k.id WHERE ${visibleTo(scope)}) placed
  WHERE place <= ${MOST} ORDER BY box, place`;

/** The cases of the boxes 传阅, 已办 and 关注, each in the order it is read. */
export async function keptCases(ctx: WorklistContext): Promise<Readonly<Record<KeptBox, string[]>>> {
  const { em, actor, today } = ctx;
  const scope = overseesAll(actor) ? null : actor.unitId;
  const rows = await preparedQuery<{ box: KeptBox; id: string }>(
    em,
    scope === null ? 'kept-cases-of-all' : 'kept-cases',
    keptSql(scope),
    [
      scope,
      actor.personId,
      actor.unitId,
      addDays(today, -CIRCULATED_DAYS),
      addDays(today, -DONE_DAYS),
      onlyRead,
    ],
  );
  const of = (wanted: KeptBox): string[] => rows.filter(({ box }) => box === wanted).map(({ id }) => id);
  return { circulated: of('circulated'), done: of('done'), starred: of('starred') };
}
