/** What is asked and told on personal links, without an account. */
import { queryOptions } from '@tanstack/react-query';
import { api } from './client';
import { body } from './queries';
import type { RatingSaid } from './types';

export const outsideQuery = (token: string) =>
  queryOptions({
    queryKey: ['outside', token],
    queryFn: () => body(api.GET('/f/{token}', { params: { path: { token } } })),
    retry: false,
  });

export const outsideOpinionQuery = (token: string) =>
  queryOptions({
    queryKey: ['outside opinion', token],
    queryFn: () => body(api.GET('/o/{token}', { params: { path: { token } } })),
    retry: false,
  });

export const outsideQuestionQuery = (token: string) =>
  queryOptions({
    queryKey: ['outside question', token],
    queryFn: () => body(api.GET('/q/{token}', { params: { path: { token } } })),
    retry: false,
  });

export const outsidePromisesQuery = (token: string) =>
  queryOptions({
    queryKey: ['outside promises', token],
    queryFn: () => body(api.GET('/c/{token}', { params: { path: { token } } })),
    retry: false,
  });

/** The proposer says how a promise was kept. */
export const ratePromise = (
  token: string,
  id: string,
  rating: { rating: 'satisfied' | 'fair' | 'dissatisfied'; remark: string },
) => api.POST('/c/{token}/promises/{id}', { params: { path: { token, id } }, body: rating });

/** Whoever was asked about a draft says whether it may stay as it is. */
export const answerQuestion = (token: string, answer: { agree: boolean; name: string; remark: string }) =>
  api.POST('/q/{token}', { params: { path: { token } }, body: answer });

/** The proposer has the letter on the screen: that is the receipt. A mail program that looks at links does not come this far. */
export const confirmReceipt = (token: string) =>
  api.POST('/f/{token}/receive', { params: { path: { token } } });

export const outsideRatingQuery = (token: string) =>
  queryOptions({
    queryKey: ['outside rating', token],
    queryFn: () => body(api.GET('/r/{token}', { params: { path: { token } } })),
    retry: false,
  });

/** The proposer says how satisfied it is: once. */
export const giveRating = (token: string, said: RatingSaid) =>
  api.POST('/r/{token}', { params: { path: { token } }, body: said });

/** The same question on the rating's own link. */
export const answerContactOfRating = (
  token: string,
  id: string,
  answer: { confirmed: boolean; remark: string },
) => api.POST('/r/{token}/contacts/{id}', { params: { path: { token, id } }, body: answer });

/** The proposer says whether a talk on record took place. */
export const answerContact = (token: string, id: string, answer: { confirmed: boolean; remark: string }) =>
  api.POST('/f/{token}/contacts/{id}', { params: { path: { token, id } }, body: answer });
