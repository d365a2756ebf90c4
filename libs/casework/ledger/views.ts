import type { ledgerViewBody, ledgerViewsAnswer } from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import { type Actor, type Stage, stages } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { openCases } from '../boxes/open-cases.queries';
import { caseRows, type WorklistContext } from '../worklist.queries';

export type LedgerViews = z.input<typeof ledgerViewsAnswer>;
type Given = z.output<typeof ledgerViewBody>;

/** More would be a second ledger. */
const MOST_VIEWS = 20;

const countOf = <T>(rows: readonly T[], holds: (row: T) => boolean): number => rows.filter(holds).length;

/** What stands over the ledger: how many open cases burn and where they are, what may be chosen, and the person's own views. */
export async function ledgerViews(ctx: WorklistContext): Promise<LedgerViews> {
  const open = await caseRows(ctx, await openCases(ctx));
  const here = new Map<Stage, number>();
  for (const { stage } of open) here.set(stage, (here.get(stage) ?? 0) + 1);
  const leaders = (await ctx.em.query(
    `SELECT DISTINCT s.id, s.name FROM proposal p JOIN person s ON s.id = p.supervisor_id WHERE p.id = ANY($1::uuid[]) ORDER BY s.name`,
    [open.map(({ proposalId }) => proposalId)],
  )) as LedgerViews['leaders'];
  return {
    open: open.length,
    overdue: countOf(open, ({ light }) => light.color === 'overdue'),
    near: countOf(open, ({ light }) => light.color === 'red' || light.color === 'yellow'),
    stages: (Object.keys(stages) as Stage[]).map((stage) => {
      return { stage, label: stages[stage], open: here.get(stage) ?? 0 };
    }),
    classes: ctx.profile.classes.map(({ key }) => key),
    leaders,
    saved: await savedViews(ctx.em, ctx.actor),
  };
}

const savedViews = async (em: EntityManager, { personId }: Actor): Promise<LedgerViews['saved']> =>
  (await em.query('SELECT name, asked FROM saved_view WHERE person_id = $1 ORDER BY saved_at, name', [
    personId,
  ])) as LedgerViews['saved'];

/**
 * Keeps a view under its name, or drops it (`asked` null): one's own, seen by nobody else. The same name is the same view.
 *
 * @throws FuhanError `ledger.too-many-views` where there are as many as one may have
 */
export async function keepView(
  em: EntityManager,
  { personId }: Actor,
  { name, asked }: Given,
  now: Date,
): Promise<void> {
  if (asked === null) {
    await em.query('DELETE FROM saved_view WHERE person_id = $1 AND name = $2', [personId, name]);
    return;
  }
  await em.query(
    `INSERT INTO saved_view (person_id, name, asked, saved_at) VALUES ($1, $2, $3, $4)
     ON CONFLICT (person_id, name) DO UPDATE SET asked = excluded.asked`,
    [personId, name, asked, now],
  );
  const [{ n }] = (await em.query('SELECT count(*)::int AS n FROM saved_view WHERE person_id = $1', [
    personId,
  ])) as [{ n: number }];
  if (n > MOST_VIEWS) throw new FuhanError('ledger.too-many-views', { most: MOST_VIEWS });
}
