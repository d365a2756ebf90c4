import { Deadline, recompute } from '@fuhan/clocks';
import { chineseDate, FuhanError } from '@fuhan/kernel';
import { log } from '@fuhan/platform';
import { clockOf, type PlaceProfile, profileOfKind } from '@fuhan/rules';
import type { DataSource, EntityManager } from 'typeorm';
import type { CommandContext } from '../case/context';
import { tell } from '../case/tell';
import { record } from '../case/transition';
import { concernedBy } from './clock-of-case';
import { takenOver } from './clock-rules';

export type ProfileOf = (em: EntityManager, version: number) => Promise<PlaceProfile>;
/** Works on one case in a transaction of its own, its row locked as by a command; null says that nobody sees a difference. */
export type OnCaseBySystem = (
  proposalId: string,
  work: (ctx: CommandContext) => Promise<MovedClocks | null>,
) => Promise<void>;

/** What the audit log keeps of it. */
export interface MovedClocks {
  readonly clocks: readonly { readonly id: string; readonly from: string; readonly to: string }[];
}

/** Running clocks whose day was found by an older calendar, or that are to take over another rule. */
const staleSql = `state = 'running' AND (calendar_revision < (SELECT revision FROM calendar_state) OR rules_wanted IS NOT NULL)`;

/** What another version of the profile changes of a clock; nothing where that version has no such clock. */
async function wantedRule(
  ctx: CommandContext,
  deadline: Deadline,
  profileOf: ProfileOf,
): Promise<Parameters<typeof recompute>[2]> {
  const { basis, rulesWanted } = deadline;
  if (rulesWanted === null) return {};
  const profile = profileOfKind(await profileOf(ctx.em, rulesWanted), ctx.snapshot.proposal.kind);
  const clock = clockOf(profile, basis.key);
  return {
    rulesWanted: null,
    ...(clock && takenOver(deadline, clock, rulesWanted, ctx.calendar)),
  };
}

/** 到期日由2027年2月9日（暂定）改为2027年2月18日. */
function movedWords(before: Deadline, after: Deadline): string {
  const day = ({ dueOn, provisional }: Deadline): string =>
    `${chineseDate(dueOn)}${provisional ? '（暂定）' : ''}`;
  return before.dueOn === after.dueOn && !after.provisional
    ? `暂定的到期日${chineseDate(after.dueOn)}已确定`
    : `到期日由${day(before)}改为${day(after)}`;
}

/** History says it, and those concerned hear it. */
async function sayMoved(ctx: CommandContext, before: Deadline, after: Deadline): Promise<void> {
  const moved = movedWords(before, after);
  const why =
    before.rulesWanted === null
      ? '放假安排有更新，已重新计算'
      : `时限规定已改，由系统管理员决定适用${before.extension && !after.extension ? '，原来的延期不再需要' : ''}`;
  await record(ctx, 'clock.recompute', after.id, `“${after.basis.name}”${moved}：${why}。`);
  tell(ctx, 'due_moved', `${after.basis.name}${moved}`, await concernedBy(ctx, after), `${why}。`);
}

/** Finds the days of one case's clocks anew, as its transaction sees the calendar; what did not move is only marked as seen. */
async function recomputeCase(ctx: CommandContext, profileOf: ProfileOf): Promise<MovedClocks | null> {
  const stale = await ctx.em
    .createQueryBuilder(Deadline, 'd')
    .where(`d.proposalId = :proposalId AND ${staleSql}`, { proposalId: ctx.proposalId })
    .orderBy('d.dueOn')
    .addOrderBy('d.id')
    .getMany();
  const moved: MovedClocks['clocks'][number][] = [];
  for (const before of stale) {
    const after = await recompute(ctx, before, await wantedRule(ctx, before, profileOf));
    if (after.dueOn === before.dueOn && after.provisional === before.provisional) continue;
    await sayMoved(ctx, before, after);
    moved.push({ id: after.id, from: before.dueOn, to: after.dueOn });
  }
  return moved.length > 0 ? { clocks: moved } : null;
}

/**
 * Finds the days of all clocks that are behind, one case a transaction: what breaks off halfway goes on with the next sweep. A case that cannot
 * be worked out holds up no other and is named in the log.
 * @returns how many cases were looked at
 */
export async function recomputeClocks(
  dataSource: DataSource,
  onCase: OnCaseBySystem,
  profileOf: ProfileOf,
): Promise<number> {
  const cases = (await dataSource.query(
    `SELECT DISTINCT proposal_id AS id FROM deadline WHERE ${staleSql} ORDER BY 1`,
  )) as { id: string }[];
  for (const { id } of cases) {
    try {
      await onCase(id, (ctx) => recomputeCase(ctx, profileOf));
    } catch (error) {
      if (error instanceof FuhanError && error.code === 'service.unavailable') throw error;
      log.error(`clocks of case ${id}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return cases.length;
}
