import type { NextAction } from '../../shared/api/types';

/**
 * The name of a button in an address, so that a link can open exactly it.
 * One command on one draft may have a form for each section; the section then tells them apart.
 */
export const actionKey = (action: Pick<NextAction, 'command' | 'targetId' | 'defaults'>): string =>
  [action.command, action.targetId, action.defaults.sectionId].filter(Boolean).join('~');
