import { QueryCache, QueryClient } from '@tanstack/react-query';
import { createRoute, createRouter, lazyRouteComponent, redirect } from '@tanstack/react-router';
import { Problem } from '../shared/api/problem';
import { TodoPage } from '../pages/todo';
import { LoginPage } from '../pages/login';
import { adminRoutes } from './admin-routes';
import { earlierLetters } from './earlier-routes';
import { outsideRoutes } from './outside-routes';
import { root } from './root-route';
import {
  importSearch,
  loginSearch,
  proposalsSearch,
  caseSearch,
  commitmentsSearch,
  dashboardSearch,
  deskSearch,
  fullTextSearch,
  noticesSearch,
  policiesSearch,
  registersSearch,
  todoSearch,
} from './search';
import { isSignedOut, shell } from './shell-route';
import { reviewAndLetters } from './letter-routes';

export const queryClient = new QueryClient({
  queryCache: new QueryCache({
    onError(error) {
      if (!isSignedOut(error) || router.state.location.pathname === '/login') return;
      queryClient.clear();
      void router.navigate({ to: '/login', search: { next: router.state.location.href } });
    },
  }),
  defaultOptions: {
    queries: {
      staleTime: 5_000,
      retry: (count, error) =>
        count < 2 && !(error instanceof Problem && error.status > 0 && error.status < 500),
    },
  },
});

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: loginSearch,
  component: LoginPage,
});

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/todo' });
  },
});

const todo = createRoute({
  getParentRoute: () => shell,
  path: '/todo',
  validateSearch: todoSearch,
  component: TodoPage,
});

const proposals = createRoute({
  getParentRoute: () => shell,
  path: '/proposals',
  validateSearch: proposalsSearch,
  component: lazyRouteComponent(() => import('../pages/proposals'), 'ProposalsPage'),
});

const newProposal = createRoute({
  getParentRoute: () => shell,
  path: '/proposals/new',
  component: lazyRouteComponent(() => import('../pages/new-proposal'), 'NewProposalPage'),
});

const importRoute = createRoute({
  getParentRoute: () => shell,
  path: '/proposals/import',
  validateSearch: importSearch,
  component: lazyRouteComponent(() => import('../pages/import'), 'ImportPage'),
});

const caseRoute = createRoute({
  getParentRoute: () => shell,
  path: '/proposals/$id',
  validateSearch: caseSearch,
  component: lazyRouteComponent(() => import('../pages/case'), 'CasePage'),
});

const assign = createRoute({
  getParentRoute: () => shell,
  path: '/proposals/$id/assign',
  component: lazyRouteComponent(() => import('../pages/assign'), 'AssignPage'),
});

const draftDesk = createRoute({
  getParentRoute: () => shell,
  path: '/proposals/$id/draft',
  validateSearch: deskSearch,
  component: lazyRouteComponent(() => import('../pages/draft-desk'), 'DraftDeskPage'),
});

const notices = createRoute({
  getParentRoute: () => shell,
  path: '/notices',
  validateSearch: noticesSearch,
  component: lazyRouteComponent(() => import('../pages/notices'), 'NoticesPage'),
});

const noticeSettings = createRoute({
  getParentRoute: () => shell,
  path: '/notice-settings',
  component: lazyRouteComponent(() => import('../pages/notice-settings'), 'NoticeSettingsPage'),
});

const registers = createRoute({
  getParentRoute: () => shell,
  path: '/registers',
  validateSearch: registersSearch,
  component: lazyRouteComponent(() => import('../pages/registers'), 'RegistersPage'),
});

const commitments = createRoute({
  getParentRoute: () => shell,
  path: '/commitments',
  validateSearch: commitmentsSearch,
  component: lazyRouteComponent(() => import('../pages/commitments'), 'CommitmentsPage'),
});

const dashboard = createRoute({
  getParentRoute: () => shell,
  path: '/dashboard',
  validateSearch: dashboardSearch,
  component: lazyRouteComponent(() => import('../pages/dashboard'), 'DashboardPage'),
});

const reports = createRoute({
  getParentRoute: () => shell,
  path: '/reports',
  validateSearch: dashboardSearch,
  component: lazyRouteComponent(() => import('../pages/reports'), 'ReportsPage'),
});

const search = createRoute({
  getParentRoute: () => shell,
  path: '/search',
  validateSearch: fullTextSearch,
  component: lazyRouteComponent(() => import('../pages/search'), 'SearchPage'),
});

const policies = createRoute({
  getParentRoute: () => shell,
  path: '/policies',
  validateSearch: policiesSearch,
  component: lazyRouteComponent(() => import('../pages/policies'), 'PoliciesPage'),
});

const delegations = createRoute({
  getParentRoute: () => shell,
  path: '/delegations',
  component: lazyRouteComponent(() => import('../pages/delegations'), 'DelegationsPage'),
});

export const router = createRouter({
  routeTree: root.addChildren([
    login,
    ...outsideRoutes,
    shell.addChildren([
      home,
      todo,
      proposals,
      newProposal,
      importRoute,
      caseRoute,
      assign,
      draftDesk,
      ...adminRoutes,
      ...reviewAndLetters,
      notices,
      noticeSettings,
      registers,
      commitments,
      policies,
      earlierLetters,
      search,
      dashboard,
      reports,
      delegations,
    ]),
  ]),
  context: { queryClient },
  defaultPreload: false,
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
