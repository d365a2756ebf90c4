import { queryOptions } from '@tanstack/react-query';
import type { AuditSearch, DashboardSearch, FullTextSearch, ProposalsSearch } from '../../app/search';
import { isLive } from '../live';
import { api } from './client';
import type { CommitmentsShown, FigureName, ImportScope, KeptView, NoticeBox, TodoBox } from './types';

/** The body of an answer that carries one; failures were thrown before. */
export async function body<T>(answer: Promise<{ data?: T }>): Promise<T> {
  return (await answer).data as T;
}

/** While news arrive by themselves nobody needs to ask; without the stream everything open is asked for again and again. */
export const askAgain = () => (isLive() ? false : 30_000);

export const meQuery = queryOptions({
  queryKey: ['me'],
  queryFn: () => body(api.GET('/me')),
  staleTime: 20_000,
  refetchInterval: askAgain,
});

export const todoQuery = (box: TodoBox) =>
  queryOptions({
    queryKey: ['todo', box],
    queryFn: () => body(api.GET('/todo', { params: { query: { box } } })),
    refetchInterval: askAgain,
  });

export const pageSize = 50;

export const proposalsQuery = ({ page = 1, ...asked }: ProposalsSearch) =>
  queryOptions({
    queryKey: ['proposals', asked, page],
    queryFn: () =>
      body(
        api.GET('/proposals', {
          params: { query: { ...asked, offset: (page - 1) * pageSize, limit: pageSize } },
        }),
      ),
  });

export const ledgerViewsQuery = queryOptions({
  queryKey: ['proposals', 'views'],
  queryFn: () => body(api.GET('/ledger/views')),
});

export const keepLedgerView = (view: KeptView) => api.POST('/ledger/views', { body: view });

export const caseQuery = (id: string) =>
  queryOptions({
    queryKey: ['case', id],
    queryFn: () => body(api.GET('/proposals/{id}', { params: { path: { id } } })),
    refetchInterval: askAgain,
  });

export const clockQuery = (id: string) =>
  queryOptions({
    queryKey: ['clock', id],
    queryFn: () => body(api.GET('/clocks/{id}', { params: { path: { id } } })),
  });

export const findingsQuery = (draftId: string) =>
  queryOptions({
    queryKey: ['findings', draftId],
    queryFn: () => body(api.GET('/drafts/{id}/findings', { params: { path: { id: draftId } } })),
  });

export const registersQuery = (year: number | undefined) =>
  queryOptions({
    queryKey: ['registers', year ?? 'now'],
    queryFn: () => body(api.GET('/registers', { params: { query: { year } } })),
  });

export const commitmentsQuery = ({
  year,
  unit,
  show,
  page = 1,
}: {
  readonly year?: number;
  readonly unit?: string;
  readonly show?: CommitmentsShown;
  readonly page?: number;
}) =>
  queryOptions({
    queryKey: ['commitments', year ?? 'now', unit ?? 'any', show ?? 'all', page],
    queryFn: () =>
      body(
        api.GET('/commitments', {
          params: { query: { year, unit, show, offset: (page - 1) * pageSize, limit: pageSize } },
        }),
      ),
  });

export const mergeDeskQuery = (draftId: string) =>
  queryOptions({
    queryKey: ['merge-desk', draftId],
    queryFn: () => body(api.GET('/drafts/{id}/merge-desk', { params: { path: { id: draftId } } })),
  });

export const noticesQuery = (box: NoticeBox) =>
  queryOptions({
    queryKey: ['notices', box],
    queryFn: () => body(api.GET('/notices', { params: { query: { box } } })),
    refetchInterval: askAgain,
  });

export const noticeSettingsQuery = queryOptions({
  queryKey: ['notice-settings'],
  queryFn: () => body(api.GET('/notice-settings')),
});

export const placeProfileQuery = queryOptions({
  queryKey: ['place-profiles'],
  queryFn: () => body(api.GET('/place-profiles')),
});

export const letterWordingQuery = queryOptions({
  queryKey: ['letter-wording'],
  queryFn: () => body(api.GET('/letter-wording')),
});

export const wordingChangesQuery = (from: number, to: number) =>
  queryOptions({
    queryKey: ['letter-wording', 'changes', from, to],
    queryFn: () => body(api.GET('/letter-wording/changes', { params: { query: { from, to } } })),
  });

export const auditQuery = ({ page = 1, ...asked }: AuditSearch) =>
  queryOptions({
    queryKey: ['audit', asked, page],
    queryFn: () =>
      body(
        api.GET('/audit', {
          params: { query: { ...asked, offset: (page - 1) * pageSize, limit: pageSize } },
        }),
      ),
  });

export const auditCheckQuery = queryOptions({
  queryKey: ['audit', 'check'],
  queryFn: () => body(api.GET('/audit/check')),
});

export const channelsQuery = queryOptions({
  queryKey: ['channels'],
  queryFn: () => body(api.GET('/channels')),
  refetchInterval: 30_000,
});

export const calendarsQuery = queryOptions({
  queryKey: ['calendars'],
  queryFn: () => body(api.GET('/calendars')),
  refetchInterval: 30_000,
});

export const clockRulesQuery = queryOptions({
  queryKey: ['clock-rules'],
  queryFn: () => body(api.GET('/clock-rules')),
  refetchInterval: 30_000,
});

export const delegationsQuery = queryOptions({
  queryKey: ['delegations'],
  queryFn: () => body(api.GET('/delegations')),
});

export const statisticsQuery = ({ year, term, meeting, asOf }: DashboardSearch) =>
  queryOptions({
    queryKey: ['statistics', year ?? 'now', term ?? 'any', meeting ?? 'any', asOf ?? 'today'],
    queryFn: () => body(api.GET('/statistics', { params: { query: { year, term, meeting, asOf } } })),
  });
export const stageTableQuery = ({ year, term, meeting }: DashboardSearch) =>
  queryOptions({
    queryKey: ['stages', year ?? 'now', term ?? 'any', meeting ?? 'any'],
    queryFn: () => body(api.GET('/statistics/stages', { params: { query: { year, term, meeting } } })),
  });
export const stageListQuery = (
  { year, term, meeting, light }: DashboardSearch,
  stage: NonNullable<DashboardSearch['stage']>,
) =>
  queryOptions({
    queryKey: ['stages', 'list', year ?? 'now', term ?? 'any', meeting ?? 'any', stage, light ?? 'any'],
    queryFn: () =>
      body(api.GET('/statistics/stages/list', { params: { query: { year, term, meeting, stage, light } } })),
  });
export const factListQuery = ({
  page = 1,
  stage: _,
  light: __,
  ...asked
}: DashboardSearch & { readonly figure: FigureName }) =>
  queryOptions({
    queryKey: ['facts', asked, page],
    queryFn: () =>
      body(
        api.GET('/statistics/list', {
          params: { query: { ...asked, offset: (page - 1) * pageSize, limit: pageSize } },
        }),
      ),
  });

export const earlierRepliesQuery = (draftId: string, section: string) =>
  queryOptions({
    queryKey: ['earlier', draftId, section],
    queryFn: () =>
      body(api.GET('/drafts/{id}/earlier', { params: { path: { id: draftId }, query: { section } } })),
    staleTime: 300_000,
  });
/** Asked once there are words enough to be alike. */
export const similarProposalsQuery = (title: string) =>
  queryOptions({
    queryKey: ['similar', title],
    queryFn: () => body(api.GET('/similar-proposals', { params: { query: { title } } })),
    enabled: title.length >= 6,
  });

export const foundPerPage = 20;
/** @param asked as the address has it, the page counted from one */
export const searchQuery = ({ page = 1, q = '', ...asked }: FullTextSearch) =>
  queryOptions({
    queryKey: ['search', q, asked, page],
    queryFn: () =>
      body(
        api.GET('/search', {
          params: { query: { q, ...asked, offset: (page - 1) * foundPerPage, limit: foundPerPage } },
        }),
      ),
    enabled: q !== '',
  });

export const policiesQuery = queryOptions({
  queryKey: ['policies'],
  queryFn: () => body(api.GET('/policies')),
});
export const policyQuery = (id: string) =>
  queryOptions({
    queryKey: ['policies', id],
    queryFn: () => body(api.GET('/policies/{id}', { params: { path: { id } } })),
  });

export const importsQuery = queryOptions({ queryKey: ['imports'], queryFn: () => body(api.GET('/imports')) });

/** A list is asked for again and again while the worker reads or registers it. */
export const importQuery = (id: string) =>
  queryOptions({
    queryKey: ['import', id],
    queryFn: () => body(api.GET('/imports/{id}', { params: { path: { id } } })),
    refetchInterval: ({ state: { data } }) =>
      data?.state === 'reading' || data?.state === 'importing' ? 500 : false,
  });

export const importRowsQuery = (id: string, revision: number, only: ImportScope, page: number) =>
  queryOptions({
    queryKey: ['import', id, 'rows', revision, only, page],
    queryFn: () =>
      body(
        api.GET('/imports/{id}/rows', {
          params: { path: { id }, query: { only, offset: (page - 1) * pageSize, limit: pageSize } },
        }),
      ),
  });

export const unitsQuery = queryOptions({ queryKey: ['units'], queryFn: () => body(api.GET('/units')) });
export const peopleQuery = queryOptions({ queryKey: ['people'], queryFn: () => body(api.GET('/people')) });

export const demoQuery = queryOptions({
  queryKey: ['demo'],
  queryFn: () => body(api.GET('/demo')),
  staleTime: Infinity,
});
