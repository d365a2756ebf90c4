import { queryOptions } from '@tanstack/react-query';
import { api } from './client';
import { body, pageSize } from './queries';
import type { LetterScope } from './types';

export const letterImportsQuery = queryOptions({
  queryKey: ['letter-imports'],
  queryFn: () => body(api.GET('/letter-imports')),
});

/** A run is asked for again and again while the worker reads its files. */
export const letterImportQuery = (id: string) =>
  queryOptions({
    queryKey: ['letter-imports', id],
    queryFn: () => body(api.GET('/letter-imports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) => (data?.state === 'importing' ? 500 : false),
  });

export const letterImportRowsQuery = (id: string, only: LetterScope, page: number) =>
  queryOptions({
    queryKey: ['letter-imports', id, 'rows', only, page],
    queryFn: () =>
      body(
        api.GET('/letter-imports/{id}/rows', {
          params: { path: { id }, query: { only, offset: (page - 1) * pageSize, limit: pageSize } },
        }),
      ),
  });

export const earlierLetterQuery = (id: string) =>
  queryOptions({
    queryKey: ['earlier-letters', id],
    queryFn: () => body(api.GET('/earlier-letters/{id}', { params: { path: { id } } })),
  });
