import { newId } from '@fuhan/kernel';
import { loadDirectory } from '@fuhan/identity';
import {
  chooseRoute,
  planRound,
  planSteps,
  type PlannedStep,
  type PriorStep,
  type RouteChoice,
  type RoundStep,
  routeOf,
} from '@fuhan/rules';
import { IsNull } from 'typeorm';
import type { CommandContext } from '../case/context';
import { Assignment, Draft, Letter, ReviewRound, ReviewStep } from '../case/entities';
import { firstState } from '../case/transition';
import { proposalsOf } from '../merging/answered';
import { advance, newestSteps } from './advance';
import { assertHeld, type Holder, holderOf } from './holders';
import { keepSnapshot, partsFor, type TextNow, textNow } from './text-now';

/** The route the rules choose for the draft as it stands. */
async function choiceFor(ctx: CommandContext, draft: Draft, now: TextNow): Promise<RouteChoice> {
  const { proposalId, assignmentId } = draft;
  const { kind } = ctx.snapshot.proposal;
  // One key proposal among those that are handled together is enough.
  const keyProposal = (await proposalsOf(ctx.em, proposalId)).some((each) => each.keyProposal);
  const { unitId } = await ctx.em.findOneByOrFail(Assignment, { id: assignmentId });
  const answered = await ctx.em
    .createQueryBuilder(Letter, 'letter')
    .innerJoin(Draft, 'draft', 'draft.id = letter.draftId')
    .innerJoin(Assignment, 'own', 'own.id = draft.assignmentId')
    .where('letter.proposalId = :proposalId AND own.unitId = :unitId', { proposalId, unitId })
    .andWhere(`letter.state = 'delivered'`)
    .getExists();
  return chooseRoute(ctx.profile, {
    text: [...draft.prose, ...now.sections.map(({ text }) => text)].join('\n'),
    keyProposal,
    kind,
    outcomeClass: draft.outcomeClass,
    coHandlers: await ctx.em.countBy(Assignment, { proposalId, role: 'co', endedAt: IsNull() }),
    redo: answered && draft.kind !== 'correction',
  });
}

/** Sent back to an earlier step, the draft stays on its route; sent on its way anew, the rules choose again. */
async function routeFor(
  ctx: CommandContext,
  draft: Draft,
  now: TextNow,
  begunBy: ReviewRound['begunBy'],
): Promise<RouteChoice> {
  const last = await ctx.em.findOne(ReviewRound, { where: { draftId: draft.id }, order: { round: 'DESC' } });
  return begunBy === 'step' && last
    ? { route: routeOf(ctx.profile, last.route), reason: last.reason }
    : choiceFor(ctx, draft, now);
}

const priorOf = (row: ReviewStep): PriorStep => ({
  ...{ id: row.id, key: row.stepKey, stage: row.stage, lane: row.lane, ordinal: row.ordinal },
  ...{ state: row.state, added: row.addedBy !== null, seen: row.seenParts ?? {} },
});

/** An approval that stands is carried over as it was given. */
const carried = (row: ReviewStep): Partial<ReviewStep> => ({
  ...{ comment: row.comment, decidedAt: row.decidedAt, decidedBy: row.decidedBy, overrules: row.overrules },
  ...{ seenDigest: row.seenDigest, seenParts: row.seenParts, readAt: row.readAt, readBy: row.readBy },
  ...{ openedAt: row.openedAt, delegatedBy: row.delegatedBy, keptFrom: row.keptFrom ?? row.id },
  inkId: row.inkId,
});

interface Round {
  readonly draftId: string;
  readonly round: number;
  readonly prior: readonly ReviewStep[];
}

async function rowOf(ctx: CommandContext, at: Round, step: RoundStep): Promise<Partial<ReviewStep>> {
  const row = at.prior.find(({ id }) => id === step.prior?.id);
  const { planned, lane, stage, ordinal, kept, touched, direct } = step;
  const shared = { id: newId(), proposalId: ctx.proposalId, draftId: at.draftId, round: at.round };
  const place = { lane, stage, ordinal, touched, direct, addedBy: planned ? null : (row?.addedBy ?? null) };
  const named = {
    stepKey: planned?.key ?? row?.stepKey ?? '',
    name: planned?.name ?? row?.name ?? '',
    sees: planned?.sees ?? row?.sees ?? 'all',
  };
  if (row && kept) {
    const { duty, unitId, officeId, personId } = row;
    const holder = { duty, unitId, officeId, personId };
    return {
      ...shared,
      ...place,
      ...named,
      ...holder,
      ...carried(row),
      state: firstState('review_step', 'reviewStep.keep'),
    };
  }
  const holder = planned ? await holderOf(ctx, planned) : (row as Holder);
  const { duty, unitId, officeId } = holder;
  const personId = direct ? (row?.decidedBy ?? null) : holder.personId;
  await assertHeld(ctx, named.name, { duty, unitId, officeId, personId });
  const state = firstState('review_step', 'reviewStep.plan');
  return { ...shared, ...place, ...named, duty, unitId, officeId, personId, state };
}

/**
 * Sends a draft on its way: a new round of steps, as the place's rules have it for the text as it stands. What was approved
 * before and is unchanged stays approved; the first steps whose turn it is open.
 * @throws FuhanError `review.no-holder`
 */
export async function beginRound(
  ctx: CommandContext,
  draftId: string,
  begunBy: ReviewRound['begunBy'],
): Promise<void> {
  const draft = await ctx.em.findOneByOrFail(Draft, { id: draftId });
  const now = await textNow(ctx, draftId);
  const { route, reason } = await routeFor(ctx, draft, now, begunBy);
  const prior = await newestSteps(ctx.em, draftId);
  const round = (prior[0]?.round ?? 0) + 1;
  const assignments = await ctx.em.find(Assignment, {
    where: { proposalId: ctx.proposalId },
    order: { ordinal: 'ASC' },
  });
  const { units } = await loadDirectory(ctx.em);
  const co = assignments
    // Who was taken off, or has given it back, signs no more; and may be there a second time.
    .filter(({ role, endedAt }) => role === 'co' && endedAt === null)
    .map(({ unitId }) => ({ id: unitId, name: units.get(unitId)?.shortName ?? '' }));
  const writerId = assignments.find(({ id }) => id === draft.assignmentId)?.unitId ?? '';
  const sender = prior.find(({ state }) => state === 'sent_back');
  const sentBack = sender ? { key: sender.stepKey, to: sender.backTo, direct: sender.backDirect } : null;
  const holderNow = ({ planned, prior: before }: { planned: PlannedStep | null; prior: PriorStep | null }) =>
    planned ?? prior.find(({ id }) => id === before?.id) ?? { sees: 'all', unitId: writerId };
  const steps = planRound(planSteps(route, writerId, co), prior.map(priorOf), sentBack, (step) =>
    partsFor(ctx.profile, now, holderNow(step)),
  );
  const rows: Partial<ReviewStep>[] = [];
  for (const step of steps) rows.push(await rowOf(ctx, { draftId, round, prior }, step));
  await ctx.em.insert(ReviewRound, {
    ...{ draftId, round, route: route.key, routeName: route.name, reason, begunBy },
    ...{ begunAt: ctx.now, personId: ctx.actor.personId, digest: now.digest },
  });
  await ctx.em.insert(ReviewStep, rows as never);
  await keepSnapshot(ctx.em, draftId, now, ctx.now);
  await advance(ctx, draftId);
}
