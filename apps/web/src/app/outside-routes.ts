import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { root } from './root-route';

const outside = createRoute({
  getParentRoute: () => root,
  path: '/f/$token',
  component: lazyRouteComponent(() => import('../pages/outside'), 'OutsidePage'),
});

const outsideOpinion = createRoute({
  getParentRoute: () => root,
  path: '/o/$token',
  component: lazyRouteComponent(() => import('../pages/outside-opinion'), 'OutsideOpinionPage'),
});

const outsidePromises = createRoute({
  getParentRoute: () => root,
  path: '/c/$token',
  component: lazyRouteComponent(() => import('../pages/outside-promises'), 'OutsidePromisesPage'),
});

const outsideQuestion = createRoute({
  getParentRoute: () => root,
  path: '/q/$token',
  component: lazyRouteComponent(() => import('../pages/outside-question'), 'OutsideQuestionPage'),
});

const outsideRating = createRoute({
  getParentRoute: () => root,
  path: '/r/$token',
  component: lazyRouteComponent(() => import('../pages/outside-rating'), 'OutsideRatingPage'),
});

/** The pages of people without an account, each behind a link of its own. */
export const outsideRoutes = [
  outside,
  outsideOpinion,
  outsidePromises,
  outsideQuestion,
  outsideRating,
] as const;
