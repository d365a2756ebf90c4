import type { ProfileRoute, ProfileStep } from '../profile/profile';
import type { ReviewDuty } from './review-duties';
import type { StepState } from '../machines/states';
import { type PartDigests, touchedParts } from './parts';

/** A step as the route has it, for one unit: its key names it from round to round. */
export interface PlannedStep {
  readonly key: string;
  readonly stage: number;
  readonly name: string;
  readonly duty: ReviewDuty;
  readonly unitId: string;
  /** By name; whether the unit has such an office is for the caller to find out. */
  readonly office: string | null;
  /** By account. */
  readonly person: string | null;
  /** `all`, `own` or a topic of the profile. */
  readonly sees: string;
}

interface UnitOfCase {
  readonly id: string;
  readonly name: string;
}

function expand(
  step: ProfileStep,
  stage: number,
  writerId: string,
  co: readonly UnitOfCase[],
): PlannedStep[] {
  const { key, name, duty, office = null, person = null, sees } = step;
  const planned = { key, stage, name, duty, unitId: writerId, office, person, sees };
  if (step.unit === 'writer') return [planned];
  return co.map((unit) => ({
    ...planned,
    key: `${key}@${unit.id}`,
    name: `${name}（${unit.name}）`,
    unitId: unit.id,
  }));
}

/** The steps of a route for a case: one for each co-handler where a step is theirs; what opens together shares a stage. */
export function planSteps(route: ProfileRoute, writerId: string, co: readonly UnitOfCase[]): PlannedStep[] {
  let stage = 0;
  return route.steps.flatMap((step) => {
    if (!step.withPrevious) stage += 1;
    return expand(step, stage, writerId, co);
  });
}

/** A step of the round before, as far as the next one depends on it. */
export interface PriorStep {
  readonly id: string;
  readonly key: string;
  readonly stage: number;
  readonly lane: string;
  readonly ordinal: number;
  readonly state: StepState;
  /** Added by a holder (加签): it goes along with the step of its lane. */
  readonly added: boolean;
  /** What was seen when it approved. */
  readonly seen: PartDigests;
}

/** How the round before ended: who sent it back, to which step (null: to the drafter), and whether it comes straight back. */
export interface SentBack {
  readonly key: string;
  readonly to: string | null;
  readonly direct: boolean;
}

/** One step of a new round. */
export interface RoundStep {
  readonly planned: PlannedStep | null;
  /** The same step of the round before. */
  readonly prior: PriorStep | null;
  readonly lane: string;
  readonly stage: number;
  readonly ordinal: number;
  /** Its approval still stands: the text it saw is the text there is. */
  readonly kept: boolean;
  /** The parts that changed since it approved. */
  readonly touched: readonly string[];
  readonly direct: boolean;
}

interface LaneStep {
  readonly planned: PlannedStep | null;
  readonly prior: PriorStep | null;
  readonly lane: string;
  readonly stage: number;
}

/** The steps of the route, each with those added before and after it in the round before. */
function lanes(planned: readonly PlannedStep[], prior: readonly PriorStep[]): LaneStep[] {
  return planned.flatMap((step): LaneStep[] => {
    const place = { lane: step.key, stage: step.stage };
    const before = prior.filter(({ lane }) => lane === step.key).sort((a, b) => a.ordinal - b.ordinal);
    if (!before.some(({ key }) => key === step.key)) return [{ planned: step, prior: null, ...place }];
    return before.flatMap((each): LaneStep[] => {
      if (each.key === step.key) return [{ planned: step, prior: each, ...place }];
      return each.added ? [{ planned: null, prior: each, ...place }] : [];
    });
  });
}

/** 退给某一环节: that step decides again, and, unless it comes straight back, everything after it. */
function askedAgain(prior: PriorStep, target: PriorStep | undefined, direct: boolean): boolean {
  if (target === undefined) return false;
  if (prior.id === target.id) return true;
  const later = prior.stage > target.stage || (prior.lane === target.lane && prior.ordinal > target.ordinal);
  return later && !direct;
}

/**
 * The next round of a route. An approval of the round before stands as long as the parts it saw are what they were; the others
 * are asked again, in the order of the route. Sent back with 改后直送 by the drafter's way, the sender's step opens at once beside
 * whatever has to be looked at again; sent back to a step, the sender's turn comes right after that step.
 * @param now the digests of the parts a step sees, as the text stands
 */
export function planRound(
  planned: readonly PlannedStep[],
  prior: readonly PriorStep[],
  sentBack: SentBack | null,
  now: (step: LaneStep) => PartDigests,
): RoundStep[] {
  const target = prior.find(({ key }) => key === sentBack?.to);
  // What was signed is signed: a letter that was withdrawn and is written anew is looked at anew by everyone.
  const signedOff = prior.every(({ state }) => state === 'approved');
  return lanes(planned, prior).map((step, i) => {
    const approved = step.prior?.state === 'approved' ? step.prior : null;
    const touched = approved ? touchedParts(approved.seen, now(step)) : [];
    const again = approved !== null && askedAgain(approved, target, sentBack?.direct ?? false);
    const sender = sentBack !== null && step.prior?.key === sentBack.key;
    return {
      ...step,
      ordinal: i + 1,
      kept: approved !== null && touched.length === 0 && !again && !signedOff,
      touched,
      direct: sender && sentBack.direct && sentBack.to === null,
    };
  });
}
