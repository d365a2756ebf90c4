import type { QueryClient } from '@tanstack/react-query';
import { createMemoryHistory, createRouter, RouterProvider } from '@tanstack/react-router';
import { createElement } from 'react';
import { router as program } from '../app/router';
import { type Answers, drawn, plain, storeOf, words } from './render';

export interface Page {
  /** Where one stands in the end, after all that leads elsewhere. */
  readonly address: string;
  readonly html: string;
  /** What a person reads between the head and the foot. */
  readonly text: string;
}

/** A question that failed fails again, without a server to ask. */
function neverAsks(client: QueryClient): QueryClient {
  const ensure = client.ensureQueryData.bind(client);
  client.ensureQueryData = ((options: { queryKey: readonly unknown[] }) => {
    const error = client.getQueryState(options.queryKey)?.error;
    return error ? Promise.reject(error) : ensure(options as never);
  }) as typeof client.ensureQueryData;
  return client;
}

const mainOf = (html: string): string => /<main.*<\/main>/s.exec(html)?.[0] ?? html;

/** Where an address leads: nowhere else, or to another one. */
async function arrive(address: string, client: QueryClient) {
  const history = createMemoryHistory({ initialEntries: [address] });
  const router = createRouter({
    routeTree: program.routeTree,
    history,
    context: { queryClient: client },
    isServer: true,
  });
  await router.load();
  // Without a browser the router does not follow a redirection, it lays it down.
  const result = router._serverResult;
  return { router, next: result?.type === 'redirect' ? result.redirect.headers.get('Location') : null };
}

/** The page at an address of the program, drawn by its own routes from these answers. */
export async function visit(address: string, answers: Answers = []): Promise<Page> {
  const client = neverAsks(storeOf(answers));
  const { router, next } = await arrive(address, client);
  if (next !== null) return visit(next, answers);
  const html = plain(drawn(createElement(RouterProvider, { router } as never), client));
  return { address: router.state.location.href, html, text: words(mainOf(html)) };
}
