import type { ActionName } from '../actions';
import type { EffectName } from '../effects';
import type { GuardName } from '../guards';
import type { AggregateName, StateOf } from './states';

/** One row of an aggregate's table. `from: 'none'` makes the aggregate; `by: 'system'` rows are nobody's button. */
export interface Transition<A extends AggregateName = AggregateName> {
  readonly action: ActionName;
  readonly from: 'none' | readonly StateOf<A>[];
  readonly to: StateOf<A>;
  readonly guards?: readonly GuardName[];
  readonly effects?: readonly EffectName[];
  readonly by?: 'person' | 'system';
}

export interface Machine<A extends AggregateName = AggregateName> {
  readonly aggregate: A;
  readonly label: string;
  readonly final: readonly StateOf<A>[];
  readonly transitions: readonly Transition<A>[];
}

/** Types the rows of one table by the states of its aggregate. */
export const defineMachine = <A extends AggregateName>(machine: Machine<A>): Machine<A> => machine;
