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

/** From the review to the letter that went out. */
export const reviewAndLetters = [review, letters, letter] as const;
