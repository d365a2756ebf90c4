import { proposalsSearch, type ProposalsSearch } from '../../app/search';
import type { LedgerViews } from '../../shared/api/types';

type Asked = Omit<ProposalsSearch, 'page'>;

/** A view over the ledger: a name, what its address asks, how many it holds where that is known. */
export interface View {
  readonly name: string;
  readonly asked: Asked;
  readonly count?: number | undefined;
  /** Kept by the person, who may drop it again. */
  readonly own: boolean;
}

/** A light burns while a case is open, whichever it is. */
export const OPEN_LIGHTS = 'overdue,red,yellow,green,grey';

/** The views everybody has, then the person's own. */
export const viewsOf = (data: LedgerViews | undefined): View[] => [
  { name: '全部', asked: {}, own: false },
  { name: '在办', asked: { light: OPEN_LIGHTS }, count: data?.open, own: false },
  { name: '逾期', asked: { light: 'overdue' }, count: data?.overdue, own: false },
  { name: '临近', asked: { light: 'red,yellow' }, count: data?.near, own: false },
  ...(data?.saved ?? []).map(({ name, asked }) => {
    const { page: _page, ...kept } = proposalsSearch(asked);
    return { name, asked: kept, own: true };
  }),
];

/** The same for two addresses that ask the same. */
export const viewKey = (asked: Asked): string =>
  JSON.stringify(
    Object.entries(asked)
      .filter(([, value]) => value)
      .sort(([a], [b]) => a.localeCompare(b)),
  );
