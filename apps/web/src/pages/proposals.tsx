import { keepPreviousData, useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Input, Pagination } from 'antd';
import type { ProposalsSearch } from '../app/search';
import { Views } from '../features/ledger/views';
import { CaseRow, RowHead } from '../features/todo/case-row';
import { meQuery, pageSize, proposalsQuery } from '../shared/api/queries';
import { ExportButton } from '../shared/ui/list-buttons';
import { Answer, Nothing, usePageTitle } from '../shared/ui/states';

const route = getRouteApi('/shell/proposals');

/** The ledger counts no further. */
const COUNTED = 10_000;

/** The ledger: every proposal one may know of. */
export function ProposalsPage() {
  usePageTitle('提案台账');
  const search = route.useSearch();
  const { page = 1, ...asked } = search;
  const q = asked.q ?? '';
  const chosen = Object.values(asked).some(Boolean);
  const navigate = route.useNavigate();
  const query = useQuery({ ...proposalsQuery(search), placeholderData: keepPreviousData });
  const { data: me } = useSuspenseQuery(meQuery);
  const begin = me.actions.find((action) => action.command === 'proposal.register');
  const bring = me.actions.find((action) => action.command === 'import.create');
  return (
    <>
      <div className="page-head">
        <h1>提案台账</h1>
        <Input.Search
          key={q}
          className="search"
          aria-label="搜提案号、案由、提案者"
          placeholder="提案号、案由、提案者"
          defaultValue={q}
          allowClear
          enterButton="搜索"
          onSearch={(words) => void navigate({ search: { ...asked, q: words.trim() || undefined } })}
        />
        <ExportButton list="/ledger.xlsx" asked={{ ...asked }} name="提案台账" />
        {bring && (
          <Link to="/proposals/import" className="as-button">
            {bring.label}
          </Link>
        )}
        {begin && (
          <Link to="/proposals/new" className="as-button as-primary">
            {begin.label}
          </Link>
        )}
      </div>
      <Views search={search} />
      <Answer query={query}>
        {({ items, total }) => (
          <div className="card ledger">
            <p className="quiet count" role="status">
              {q ? `“${q}”：` : ''}共 {total > COUNTED ? `${COUNTED} 多` : total} 件
            </p>
            {items.length === 0 ? (
              <Empty asked={asked} chosen={chosen} total={total} />
            ) : (
              <>
                <RowHead from={false} />
                <ul className="rows">
                  {items.map((row) => (
                    <CaseRow key={row.proposalId} row={row} />
                  ))}
                </ul>
              </>
            )}
            {total > pageSize && (
              <Pagination
                className="pages"
                current={page}
                pageSize={pageSize}
                total={Math.min(total, COUNTED)}
                showSizeChanger={false}
                onChange={(to) => void navigate({ search: { ...asked, page: to } })}
              />
            )}
          </div>
        )}
      </Answer>
    </>
  );
}

/** No row to show: there is none, none is as asked, or the address names a page behind the last one. */
function Empty({ asked, chosen, total }: { asked: ProposalsSearch; chosen: boolean; total: number }) {
  if (total === 0) {
    if (!chosen) return <Nothing words="台账还是空的。" />;
    return (
      <Nothing words={asked.q ? '没有找到，换个词试试。' : '现在没有这样的提案。'}>
        <Link to="/proposals" className="as-button">
          看全部
        </Link>
      </Nothing>
    );
  }
  return (
    <Nothing words="没有这么多页。">
      <Link to="/proposals" search={asked} className="as-button">
        回到第一页
      </Link>
    </Nothing>
  );
}
