import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { api, apiUrl } from './client';
import { problemOf } from './problem';
import { askAgain, body } from './queries';

// What is asked from the review to the letter that went out.

/** A page the server writes about a case: the letter, a redline. It grows old with its case. */
export const writtenQuery = (proposalId: string, href: string) =>
  queryOptions({
    queryKey: ['case', proposalId, 'written', href],
    queryFn: async () => {
      const response = await fetch(apiUrl(href));
      if (!response.ok) throw await problemOf(response);
      return response.text();
    },
  });

export const signOffQuery = (proposalId: string, draftId: string) =>
  queryOptions({
    queryKey: ['case', proposalId, 'sign-off', draftId],
    queryFn: () => body(api.GET('/drafts/{id}/sign-off-sheet', { params: { path: { id: draftId } } })),
  });

export const letterBoardQuery = queryOptions({
  queryKey: ['letters'],
  queryFn: () => body(api.GET('/letters')),
  // Files are made within seconds of the number: the board waits for them by itself.
  refetchInterval: ({ state: { data } }) =>
    data?.rows.some(({ letterId, filesReady }) => letterId && !filesReady) ? 1_500 : askAgain(),
});

export const supervisionQuery = queryOptions({
  queryKey: ['supervision'],
  queryFn: () => body(api.GET('/supervision')),
  refetchInterval: () => askAgain(),
});

export const dueCalendarQuery = (month: string | undefined) =>
  queryOptions({
    queryKey: ['due-calendar', month],
    queryFn: () => body(api.GET('/due-calendar', { params: { query: { month } } })),
    placeholderData: keepPreviousData,
    refetchInterval: () => askAgain(),
  });

export const letterPlaceQuery = (id: string) =>
  queryOptions({
    queryKey: ['letter', id],
    queryFn: () => body(api.GET('/letters/{id}', { params: { path: { id } } })),
    staleTime: Infinity,
  });

export const opinionPlaceQuery = (id: string) =>
  queryOptions({
    queryKey: ['opinion', id],
    queryFn: () => body(api.GET('/opinions/{id}', { params: { path: { id } } })),
    staleTime: Infinity,
  });

export const phrasesQuery = queryOptions({ queryKey: ['phrases'], queryFn: () => body(api.GET('/phrases')) });
