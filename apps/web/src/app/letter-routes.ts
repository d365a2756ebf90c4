import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { dueCalendarSearch, lettersSearch, reviewSearch } from './search';
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

const calendar = createRoute({
  getParentRoute: () => shell,
  path: '/calendar',
  validateSearch: dueCalendarSearch,
  component: lazyRouteComponent(() => import('../pages/due-calendar'), 'DueCalendarPage'),
});

/** From the opinion and the review to the letter that went out; who is late on the way, and what ends when. */
export const reviewAndLetters = [opinion, review, letters, letter, supervise, calendar] as const;
