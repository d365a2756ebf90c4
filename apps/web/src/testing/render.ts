import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterContextProvider,
} from '@tanstack/react-router';
import { App, ConfigProvider } from 'antd';
import zhCN from 'antd/locale/zh_CN';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';
import { Problem } from '../shared/api/problem';

/** What the page has already got, by the key under which it keeps it: answers, or the problems that came instead. */
export type Answers = readonly (readonly [key: readonly unknown[], answer: unknown])[];

/** The store of these answers. A question that failed stays failed: a drawing asks nobody again. */
export function storeOf(answers: Answers): QueryClient {
  const client = new QueryClient({ defaultOptions: { queries: { retryOnMount: false } } });
  for (const [queryKey, answer] of answers)
    if (answer instanceof Problem)
      client.getQueryCache().build(client, { queryKey }).setState({ status: 'error', error: answer });
    else client.setQueryData(queryKey, answer);
  return client;
}

/** The markup of a tree with the words, messages and answers that it has in the program. */
export function drawn(node: ReactNode, client: QueryClient): string {
  const inApp = createElement(App, { component: false }, node);
  const chinese = { locale: zhCN, button: { autoInsertSpace: false } };
  const spoken = createElement(ConfigProvider, chinese, inApp);
  return renderToStaticMarkup(createElement(QueryClientProvider, { client }, spoken));
}

/** The markup of a part of the page, with links, messages and answers as in the program. */
export function markup(node: ReactNode, answers: Answers = []): string {
  const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() });
  return drawn(createElement(RouterContextProvider, { router, children: node } as never), storeOf(answers));
}

/** The markup without its pictures, so that a failed test can be read. */
export const plain = (html: string): string => html.replace(/<svg.*?<\/svg>/gs, '');

/** What a person reads of the markup, without the pictures. */
export const words = (html: string): string =>
  plain(html)
    .replace(/<[^>]+>/g, '')
    .trim();
