import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { auditSearch } from './search';
import { shell } from './shell-route';

const channels = createRoute({
  getParentRoute: () => shell,
  path: '/admin/channels',
  component: lazyRouteComponent(() => import('../pages/channels'), 'ChannelsPage'),
});

const calendar = createRoute({
  getParentRoute: () => shell,
  path: '/admin/calendar',
  component: lazyRouteComponent(() => import('../pages/calendar'), 'CalendarPage'),
});

const place = createRoute({
  getParentRoute: () => shell,
  path: '/admin/place',
  component: lazyRouteComponent(() => import('../pages/place-profile'), 'PlaceProfilePage'),
});

const wording = createRoute({
  getParentRoute: () => shell,
  path: '/admin/wording',
  component: lazyRouteComponent(() => import('../pages/letter-wording'), 'LetterWordingPage'),
});

const units = createRoute({
  getParentRoute: () => shell,
  path: '/admin/units',
  component: lazyRouteComponent(() => import('../pages/units'), 'UnitsPage'),
});

const people = createRoute({
  getParentRoute: () => shell,
  path: '/admin/people',
  component: lazyRouteComponent(() => import('../pages/people'), 'PeoplePage'),
});

const audit = createRoute({
  getParentRoute: () => shell,
  path: '/admin/audit',
  validateSearch: auditSearch,
  component: lazyRouteComponent(() => import('../pages/audit'), 'AuditPage'),
});

/** What administrators keep. */
export const adminRoutes = [channels, calendar, place, wording, units, people, audit] as const;
