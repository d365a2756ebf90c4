import { isDeepStrictEqual } from 'node:util';
import { Deadline, findDueDay, type WorkingDays } from '@fuhan/clocks';
import { FuhanError } from '@fuhan/kernel';
import type { HouseUseCase } from '@fuhan/identity';
import { type Profiles, writeOutbox } from '@fuhan/platform';
import {
  basisOf,
  type Calendar,
  clockOf,
  type PlaceProfile,
  type ProfileClock,
  profileOfKind,
  ruleText,
} from '@fuhan/rules';
import { type EntityManager, In, LessThan } from 'typeorm';
import { Proposal } from '../case/entities';

/** What a newer version of the place's rules would make of one running clock. */
export interface RuleChange {
  readonly deadline: Deadline;
  readonly proposal: Proposal;
  readonly rule: { readonly from: string; readonly to: string };
  /** The day by the new rule; null where it cannot be found. */
  readonly dueOn: string | null;
  readonly provisional: boolean;
  /** Why the new rule cannot be taken over. */
  readonly problem: string | null;
}

/** What a clock takes over with another version's rule. */
export type TakenOver = Pick<Deadline, 'basis' | 'profileVersion' | 'isWindow' | 'extension'>;

/**
 * What a running clock takes over with the rule of another version. A granted extension stays, unless the rule itself outlasts it.
 * @throws FuhanError `rule.date-passed` for a fixed day that is not after the event
 */
export function takenOver(
  deadline: Deadline,
  clock: ProfileClock,
  version: number,
  calendar: Calendar,
): TakenOver {
  const basis = basisOf(clock);
  const { dueOn, derivation } = findDueDay({ ...deadline, basis }, calendar);
  const outlasted = derivation.extendedFrom !== null && derivation.extendedFrom >= dueOn;
  const extension = outlasted ? null : deadline.extension;
  return { basis, profileVersion: version, isWindow: !clock.chase, extension };
}

/** The day by the new rule, or why there is none. */
function dayBy(
  deadline: Deadline,
  clock: ProfileClock,
  version: number,
  calendar: Calendar,
): Pick<RuleChange, 'dueOn' | 'provisional' | 'problem'> {
  try {
    const next = { ...deadline, ...takenOver(deadline, clock, version, calendar) };
    const { dueOn, provisional } = findDueDay(next, calendar);
    return { dueOn, provisional, problem: null };
  } catch (error) {
    if (!(error instanceof FuhanError)) throw error;
    return { dueOn: null, provisional: false, problem: error.message };
  }
}

/** Running clocks of older versions whose rule reads otherwise in this one, with the day it would give; first due first. */
export async function ruleChanges(
  em: EntityManager,
  current: PlaceProfile,
  calendar: Calendar,
): Promise<RuleChange[]> {
  const older = await em.find(Deadline, {
    where: { state: 'running', profileVersion: LessThan(current.version) },
    order: { dueOn: 'ASC', id: 'ASC' },
  });
  const found = await em.findBy(Proposal, { id: In(older.map(({ proposalId }) => proposalId)) });
  const proposals = new Map(found.map((proposal) => [proposal.id, proposal]));
  return older.flatMap((deadline): RuleChange[] => {
    const proposal = proposals.get(deadline.proposalId);
    const clock = proposal && clockOf(profileOfKind(current, proposal.kind), deadline.basis.key);
    if (!proposal || !clock) return [];
    const basis = basisOf(clock);
    if (isDeepStrictEqual(basis, deadline.basis)) return [];
    const rule = { from: ruleText(deadline.basis.rule), to: ruleText(basis.rule) };
    return [{ deadline, proposal, rule, ...dayBy(deadline, clock, current.version, calendar) }];
  });
}

interface Services {
  readonly profiles: Profiles;
  readonly workingDays: WorkingDays;
}

/**
 * 适用新的时限规定: what was previewed is marked, and taken over case by case after the commit.
 * @throws FuhanError `version.moved-on` where another version was previewed
 */
export const applyRulesWith =
  ({ profiles, workingDays }: Services): HouseUseCase<'clockRules.apply'> =>
  async ({ em }, { version }) => {
    const current = await profiles.current(em);
    if (version !== current.version)
      throw new FuhanError('version.moved-on', { seen: version, current: current.version });
    const calendar = await workingDays.current(em);
    const wanted = (await ruleChanges(em, current, calendar)).filter(({ problem }) => problem === null);
    if (wanted.length === 0)
      throw new FuhanError('guard.failed', { detail: '没有进行中的时限要改用新规定，请刷新看最新情况。' });
    const ids = wanted.map(({ deadline }) => deadline.id);
    await em.update(Deadline, { id: In(ids), state: 'running' }, { rulesWanted: version });
    await writeOutbox(em, [{ topic: 'clocks.recompute', payload: { revision: calendar.revision } }]);
    return { id: String(version) };
  };
