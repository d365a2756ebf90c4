import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import {
  createMemoryHistory,
  createRootRoute,
  createRouter,
  RouterContextProvider,
} from '@tanstack/react-router';
import { App } from 'antd';
import { createElement, type ReactNode } from 'react';
import { renderToStaticMarkup } from 'react-dom/server';

/** The answers the page has already got, by the key under which it keeps them. */
export type Answers = readonly (readonly [key: readonly unknown[], answer: unknown])[];

/** The markup of a part of the page, with links, messages and answers as in the program. */
export function markup(node: ReactNode, answers: Answers = []): string {
  const client = new QueryClient();
  for (const [key, answer] of answers) client.setQueryData(key, answer);
  const router = createRouter({ routeTree: createRootRoute(), history: createMemoryHistory() });
  const routed = createElement(RouterContextProvider, { router, children: node } as never);
  const inApp = createElement(App, { component: false }, routed);
  return renderToStaticMarkup(createElement(QueryClientProvider, { client }, inApp));
}

/** What a person reads of the markup, without the pictures. */
export const words = (html: string): string =>
  html
    .replace(/<svg.*?<\/svg>/gs, '')
    .replace(/<[^>]+>/g, '')
    .trim();
