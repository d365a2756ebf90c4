import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { earlierSearch } from './search';
import { shell } from './shell-route';

/** Letters from before this house. */
export const earlierLetters = createRoute({
  getParentRoute: () => shell,
  path: '/earlier-letters',
  validateSearch: earlierSearch,
  component: lazyRouteComponent(() => import('../pages/earlier-letters'), 'EarlierLettersPage'),
});
