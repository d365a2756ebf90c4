import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Outlet } from '@tanstack/react-router';
import { NotFound, RouteFailure } from '../shared/ui/states';

/** Above every page: what stands where no page is, and where one failed. */
export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Outlet,
  notFoundComponent: () => (
    <main className="narrow">
      <NotFound />
    </main>
  ),
  errorComponent: RouteFailure,
});
