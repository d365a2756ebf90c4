import type { stageListAnswer, stageListQuery, stagesAnswer, statisticsQuery } from '@fuhan/contracts';
import { type Stage, stages } from '@fuhan/rules';
import type { z } from 'zod';
import {
  caseRows,
  overseesAll,
  type ProposalRow,
  visibleTo,
  type WorklistContext,
} from '../worklist.queries';

type Asked = z.output<typeof statisticsQuery>;
/** So many cases of a year are looked at, the newest ones. */
const MOST_CASES = 2_000;

const casesSql = (scope: string | null): string => `SELECT p.id FROM proposal p WHERE ${visibleTo(scope)}
  AND ($3::int IS NULL OR extract(year FROM p.registered_at AT TIME ZONE 'Asia/Shanghai') = $3)
  AND ($4::int IS NULL OR p.term = $4) AND ($5::int IS NULL OR p.meeting = $5)
  ORDER BY p.registered_at DESC, p.id LIMIT $6`;

/** The cases of a year or a session as they stand now, as far as the reader may know of them. */
async function casesOf(ctx: WorklistContext, { year, term, meeting }: Asked): Promise<ProposalRow[]> {
  const { em, actor, today } = ctx;
  const scope = overseesAll(actor) ? null : actor.unitId;
  const asked = year ?? (term === undefined ? Number(today.slice(0, 4)) : null);
  const values = [scope, actor.personId, asked, term ?? null, meeting ?? null, MOST_CASES];
  const rows = (await em.query(casesSql(scope), values)) as { id: string }[];
  return caseRows(
    ctx,
    rows.map(({ id }) => id),
  );
}

/** 阶段 × 亮灯: where the cases stand now, and how near their days are. */
export async function stageTable(ctx: WorklistContext, asked: Asked): Promise<z.input<typeof stagesAnswer>> {
  const cases = await casesOf(ctx, asked);
  return (Object.keys(stages) as Stage[])
    .map((stage) => {
      const here = cases.filter((each) => each.stage === stage);
      const of = (color: ProposalRow['light']['color']): number =>
        here.filter(({ light }) => light.color === color).length;
      return {
        ...{ stage, label: stages[stage], total: here.length },
        lights: {
          ...{ overdue: of('overdue'), red: of('red'), yellow: of('yellow') },
          ...{ green: of('green'), grey: of('grey') },
        },
      };
    })
    .filter(({ total }) => total > 0);
}

/** The cases behind one number of the table. */
export async function stageList(
  ctx: WorklistContext,
  asked: z.output<typeof stageListQuery>,
): Promise<z.input<typeof stageListAnswer>> {
  const found = (await casesOf(ctx, asked)).filter(
    ({ stage, light }) => stage === asked.stage && (asked.light === undefined || light.color === asked.light),
  );
  return found.map(({ proposalId, number, title, dueOn, light }) => ({
    proposalId,
    number,
    title,
    dueOn,
    light,
  }));
}
