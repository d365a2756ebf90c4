import { chineseDate, type DateString, FuhanError, shanghaiDate, shanghaiInstant } from '@fuhan/kernel';
import { type HandOverMode, placesOf, writesReply } from '@fuhan/rules';
import { type CommandInput, handOverModes } from '@fuhan/contracts';
import type { CommandContext } from '../case/context';
import { record } from '../case/transition';
import type { UseCase } from '../case/use-case';
import { TargetDate } from '../case/entities';
import { nextOrdinal, placeHandlers, unitsNamed } from './place-handlers';
import { replyDueDay } from './reply-due';
import { tellSupervisor } from './supervisor';

type Input = CommandInput<'proposal.handOver'>;

/** The true moment of a hand-over: now, or the day on which it was done on paper. */
function momentOf({ now, today }: CommandContext, day: DateString | null): Date {
  if (day === null || day === today) return now;
  if (day > today)
    throw new FuhanError('guard.failed', { detail: '交办日期还没有到，请改成今天或以前的日期。' });
  return shanghaiInstant(day, '09:00');
}

/** Not every place hands over in all ways. @throws FuhanError `guard.failed` */
export function assertCustomary({ profile }: CommandContext, mode: HandOverMode): void {
  const { modes } = profile.handOver;
  if (modes.includes(mode)) return;
  const known = modes.map((each) => handOverModes[each]).join('、');
  throw new FuhanError('guard.failed', {
    detail: `${profile.name}的件没有“${handOverModes[mode]}”，请改用${known}。`,
  });
}

/** 单办, 主办加会办, 分办 or 参阅: each unit its duty, in the order of the letter. */
export const handOver: UseCase<'proposal.handOver'> = async (ctx, input) => {
  const chosen = placesOf(input);
  if ('fault' in chosen) throw new FuhanError('guard.failed', { detail: chosen.fault });
  assertCustomary(ctx, chosen.mode);
  if (chosen.places.some(({ role }) => role === 'reference')) assertCustomary(ctx, 'reference');
  const { places } = chosen;
  const units = await unitsNamed(
    ctx,
    places.map(({ unitId }) => unitId),
  );
  const handedOverAt = momentOf(ctx, input.handedOverOn);
  assertTargets({ ...ctx, today: shanghaiDate(handedOverAt) }, input);
  const named = (role: string): string =>
    places
      .filter((place) => place.role === role)
      .map(({ unitId }) => units.get(unitId)?.shortName ?? '')
      .join('、');
  const words = {
    sole: `交${named('sole')}单独办理`,
    joint: `交${named('lead')}主办，${named('co')}会办`,
    separate: `分交${named('separate')}分别办理`,
    reference: `交${named('reference')}参阅`,
  }[chosen.mode];
  const on = input.handedOverOn ? `，交办日期 ${chineseDate(input.handedOverOn)}` : '';
  await record(ctx, 'proposal.handOver', ctx.proposalId, `${words}${on}。`);
  const ids = await placeHandlers(ctx, 'proposal.handOver', places, nextOrdinal(ctx), handedOverAt);
  const writers = ids.filter((_, i) => writesReply(places[i]?.role ?? 'reference'));
  for (const { key, on } of input.targets)
    for (const assignmentId of writers) await ctx.em.update(TargetDate, { assignmentId, key }, { dueOn: on });
  await tellSupervisor(ctx);
  return { id: ctx.proposalId };
};

/** A target the coordinator moves is one of the plan, and lies between the hand-over and the day the reply is due. */
function assertTargets(ctx: CommandContext, { targets }: Input): void {
  const due = replyDueDay(ctx);
  for (const { key, on } of targets) {
    const step = ctx.profile.handOver.backPlan.find((each) => each.key === key);
    if (!step) throw new FuhanError('guard.failed', { detail: '倒排时间里有一项本地没有，请刷新后再填。' });
    if (on < ctx.today || (due !== null && on > due))
      throw new FuhanError('guard.failed', {
        detail: `“${step.name}”的日期应在交办之日到答复到期日${due ?? ''}之间，请改正。`,
      });
  }
}
