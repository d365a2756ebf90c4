import type { NextAction } from '../../shared/api/types';

/** The name of a button in an address, so that a link can open exactly it. */
export const actionKey = (action: Pick<NextAction, 'command' | 'targetId'>): string =>
  action.targetId === null ? action.command : `${action.command}~${action.targetId}`;
