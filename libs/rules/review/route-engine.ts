import type { StepState } from '../machines/states';

/**
 * Where a step stands in its round. Stages follow one another; the lanes of one stage run side by side; the steps of one lane
 * (a step and whoever was added before or after it) follow one another by `ordinal`.
 */
export interface RouteStep {
  readonly id: string;
  readonly stage: number;
  readonly lane: string;
  readonly ordinal: number;
  readonly state: StepState;
  /** 改后直送: open from the beginning of the round, whatever stands before it. */
  readonly direct: boolean;
}

const live = (steps: readonly RouteStep[]): RouteStep[] =>
  steps.filter(({ state }) => state !== 'cancelled').sort((a, b) => a.ordinal - b.ordinal);

const unfinished = (steps: readonly RouteStep[]): RouteStep[] =>
  live(steps).filter(({ state }) => state !== 'approved');

/** The steps whose turn it is: the first of each lane of the first stage that is not done, and what was sent straight. */
function front(steps: readonly RouteStep[]): RouteStep[] {
  const left = unfinished(steps);
  const stage = Math.min(...left.map((step) => step.stage));
  return left.filter(
    (step) =>
      step.direct ||
      (step.stage === stage && left.find(({ stage: s, lane }) => s === stage && lane === step.lane) === step),
  );
}

/** What has to change so that exactly the steps whose turn it is are open. */
export interface Settlement {
  readonly open: readonly string[];
  readonly hold: readonly string[];
}

/**
 * Which waiting steps open and which open ones go back to waiting, after anything happened on a round: an approval, an approval
 * taken back, a signer added. A round that was sent back is over: nothing opens.
 */
export function settle(steps: readonly RouteStep[]): Settlement {
  if (steps.some(({ state }) => state === 'sent_back')) return { open: [], hold: [] };
  const turn = new Set(front(steps).map(({ id }) => id));
  const now = unfinished(steps);
  return {
    open: now.filter(({ id, state }) => state === 'waiting' && turn.has(id)).map(({ id }) => id),
    hold: now.filter(({ id, state }) => state === 'open' && !turn.has(id)).map(({ id }) => id),
  };
}

/** Every step has approved: the draft is signed. */
export const isComplete = (steps: readonly RouteStep[]): boolean =>
  live(steps).length > 0 && unfinished(steps).length === 0;

/** Whether `later` comes after `step` on the way. */
export const comesAfter = (
  later: Pick<RouteStep, 'stage' | 'lane' | 'ordinal'>,
  step: Pick<RouteStep, 'stage' | 'lane' | 'ordinal'>,
): boolean =>
  later.stage > step.stage ||
  (later.stage === step.stage && later.lane === step.lane && later.ordinal > step.ordinal);

/** The steps of the stage that signs: nothing comes after it. */
export const inLastStage = (
  steps: readonly Pick<RouteStep, 'stage'>[],
  step: Pick<RouteStep, 'stage'>,
): boolean => steps.every(({ stage }) => stage <= step.stage);
