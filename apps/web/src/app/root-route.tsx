import type { QueryClient } from '@tanstack/react-query';
import { createRootRouteWithContext, Outlet, useRouterState } from '@tanstack/react-router';
import { NotFound, RouteFailure } from '../shared/ui/states';
import { TypeSwitch } from '../shared/ui/type-switch';

/** Pages without the head of the house: personal links and the door. */
const isOutside = (path: string): boolean => /^\/([a-z]\/|login)/.test(path);

function Page() {
  const outside = useRouterState({ select: ({ location }) => isOutside(location.pathname) });
  return (
    <>
      {outside && (
        <div className="type-outside">
          <TypeSwitch />
        </div>
      )}
      <Outlet />
    </>
  );
}

/** Above every page: what stands where no page is, and where one failed. */
export const root = createRootRouteWithContext<{ queryClient: QueryClient }>()({
  component: Page,
  notFoundComponent: () => (
    <main className="narrow">
      <NotFound />
    </main>
  ),
  errorComponent: RouteFailure,
});
