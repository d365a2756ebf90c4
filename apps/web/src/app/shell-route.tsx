import { createRoute, redirect } from '@tanstack/react-router';
import { Problem } from '../shared/api/problem';
import { meQuery } from '../shared/api/queries';
import { root } from './root-route';
import { Shell } from './shell';

export const isSignedOut = (error: unknown): boolean => error instanceof Problem && error.status === 401;

/** Everything inside needs a person; whoever is none signs in and lands where they wanted to go. */
export const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  async beforeLoad({ context, location }) {
    try {
      await context.queryClient.ensureQueryData(meQuery);
    } catch (error) {
      if (isSignedOut(error)) throw redirect({ to: '/login', search: { next: location.href } });
      throw error;
    }
  },
  component: Shell,
});
