import type { CommandContext } from '../case/context';
import { ReturnStatement, type StatementKind } from '../case/entities';

type Said = Pick<ReturnStatement, 'unitId' | 'words'> &
  Partial<Pick<ReturnStatement, 'rung' | 'decision' | 'dated'>>;

/** Adds what somebody said about a request; nothing said before is touched. */
export async function say(
  ctx: CommandContext,
  requestId: string,
  kind: StatementKind,
  said: Said,
): Promise<void> {
  const ordinal = (await ctx.em.countBy(ReturnStatement, { requestId })) + 1;
  await ctx.em.insert(ReturnStatement, {
    requestId,
    ordinal,
    kind,
    rung: null,
    decision: null,
    dated: null,
    ...said,
    at: ctx.now,
    byPerson: ctx.actor.personId,
  });
}
