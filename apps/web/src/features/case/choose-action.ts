import type { NextAction } from '../../shared/api/types';
import { actionKey } from './action-key';

/** The button whose form stands open: the one asked for, else what the case waits for, else none. */
export function chooseAction(
  actions: readonly NextAction[],
  asked: string | undefined,
): NextAction | undefined {
  return (
    actions.find((action) => actionKey(action) === asked) ??
    actions.find((action) => action.todo && action.blockedBy === null) ??
    actions.find((action) => action.todo)
  );
}
