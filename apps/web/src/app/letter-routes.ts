import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { lettersSearch, reviewSearch } from './search';
import { shell } from './shell-route';

const review = createRoute({
  getParentRoute: () => shell,
  path: '/proposals/$id/review',
  validateSearch: reviewSearch,
  component: lazyRouteComponent(() => import('../pages/review'), 'ReviewPage'),
});

const letters = createRoute({
  getParentRoute: () => shell,
  path: '/letters',
  validateSearch: lettersSearch,
  component: lazyRouteComponent(() => import('../pages/letters'), 'LettersPage'),
});

const letter = createRoute({
  getParentRoute: () => shell,
  path: '/letters/$id',
  component: lazyRouteComponent(() => import('../pages/letter'), 'LetterPage'),
});

const opinion = createRoute({
  getParentRoute: () => shell,
  path: '/opinions/$id',
  component: lazyRouteComponent(() => import('../pages/opinion'), 'OpinionPage'),
});

const supervise = createRoute({
  getParentRoute: () => shell,
  path: '/supervise',
  component: lazyRouteComponent(() => import('../pages/supervise'), 'SupervisePage'),
});

/** From the opinion and the review to the letter that went out; and who is late on the way. */
export const reviewAndLetters = [opinion, review, letters, letter, supervise] as const;
