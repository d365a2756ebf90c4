import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Input, Pagination } from 'antd';
import type { FullTextSearch } from '../app/search';
import { FiltersPart } from '../features/search/filters-part';
import { FindPart } from '../features/search/find-part';
import { foundPerPage, searchQuery } from '../shared/api/queries';
import { searchKinds } from '../shared/api/words';
import { ExportButton } from '../shared/ui/list-buttons';
import { Answer, Nothing, usePageTitle } from '../shared/ui/states';

const route = getRouteApi('/shell/search');
const kinds = [undefined, ...(Object.keys(searchKinds) as (keyof typeof searchKinds)[])];

/** 全文检索: every word in proposals, opinions, drafts, letters and policy documents, within what one may read. */
export function SearchPage() {
  usePageTitle('全文检索');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <>
      <div className="page-head">
        <h1>全文检索</h1>
        <Input.Search
          key={search.q}
          className="search"
          aria-label="要找的词"
          placeholder="几个词，用空格隔开"
          defaultValue={search.q}
          maxLength={200}
          allowClear
          enterButton="检索"
          onSearch={(words) =>
            void navigate({ search: (now) => ({ ...now, q: words.trim() || undefined, page: undefined }) })
          }
        />
      </div>
      <nav className="tabs" aria-label="在哪里找">
        {kinds.map((kind) => (
          <Link
            key={kind ?? 'all'}
            to="/search"
            search={{ ...search, kind, page: undefined }}
            activeOptions={{ exact: true }}
            className="tab"
            aria-current={search.kind === kind ? 'page' : undefined}
          >
            {kind ? searchKinds[kind] : '全部'}
          </Link>
        ))}
      </nav>
      <FiltersPart search={search} onChange={(to) => void navigate({ search: to })} />
      {search.q ? (
        <Finds search={search} onPage={(page) => void navigate({ search: (now) => ({ ...now, page }) })} />
      ) : (
        <div className="card pad">
          <Nothing words="写几个词就能找：提案、会办意见、答复稿、答复函、往年答复函、政策文件的全文。两个字的词也可以。" />
        </div>
      )}
    </>
  );
}

function Finds({ search, onPage }: { search: FullTextSearch; onPage: (page: number) => void }) {
  const { page: _, ...asked } = search;
  const query = useQuery({ ...searchQuery(search), placeholderData: keepPreviousData });
  return (
    <Answer query={query}>
      {({ items, total, more }) => (
        <div className="card pad">
          <p className="quiet count" role="status">
            {more
              ? `超过 ${total} 条，列出最新的 ${total} 条。再加一个词，或用上面的条件缩小范围。`
              : `共 ${total} 条`}{' '}
            {total > 0 && <ExportButton list="/search.xlsx" asked={{ ...asked }} name="检索结果" small />}
          </p>
          {items.length === 0 ? (
            <Nothing words="没有找到。换个词，或去掉一些条件试试。" />
          ) : (
            <ul className="lines">
              {items.map((find) => (
                <FindPart key={`${find.kind} ${find.sourceId}`} find={find} />
              ))}
            </ul>
          )}
          {total > foundPerPage && (
            <Pagination
              className="pages"
              current={search.page ?? 1}
              pageSize={foundPerPage}
              total={total}
              showSizeChanger={false}
              onChange={onPage}
            />
          )}
        </div>
      )}
    </Answer>
  );
}
