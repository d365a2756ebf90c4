import { useNavigate } from '@tanstack/react-router';
import { type CaseTab, caseTabs } from '../../app/search';
import type { CaseFile, NextAction } from '../../shared/api/types';
import { useLetters } from '../../shared/keys';
import { chooseAction } from './choose-action';
import { stepPage } from './step-page';

const can = ({ blockedBy }: NextAction): boolean => blockedBy === null;

/** Which of the case's buttons a letter presses: A the next step, R what sends back, C a chase. */
export function pressedBy(letter: 'a' | 'r' | 'c', actions: readonly NextAction[]): NextAction | undefined {
  const able = actions.filter(can);
  if (letter === 'c') return able.find(({ command }) => command === 'assignment.chase');
  if (letter === 'r') return able.find(({ command }) => /\.(sendBack|refuse|requestReturn)$/.test(command));
  return chooseAction(able, undefined);
}

/** The tab before or after the open one; at the ends none. */
export const tabBeside = (open: CaseTab, step: -1 | 1): CaseTab | undefined =>
  caseTabs[caseTabs.indexOf(open) + step];

/** Keys of the case file: A R C press its buttons, E leads to the draft, U back to the list, [ and ] through its parts. */
export function useCaseKeys(file: CaseFile, open: CaseTab): void {
  const navigate = useNavigate();
  const { id } = file.proposal;
  const press = (letter: 'a' | 'r' | 'c') => () => {
    const action = pressedBy(letter, file.nextActions);
    if (action) void navigate(stepPage(action, id));
  };
  const beside = (step: -1 | 1) => () => {
    const tab = tabBeside(open, step);
    if (tab) void navigate({ to: '.', search: (now) => ({ ...now, tab }), resetScroll: false });
  };
  const writes = file.nextActions.some(({ command }) => command.startsWith('draft.'));
  useLetters({
    ...{ a: press('a'), r: press('r'), c: press('c') },
    e: writes ? () => void navigate({ to: '/proposals/$id/draft', params: { id } }) : undefined,
    u: () => void navigate({ to: '/todo' }),
    ...{ '[': beside(-1), ']': beside(1) },
  });
}
