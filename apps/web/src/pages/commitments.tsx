import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Pagination, Select } from 'antd';
import type { CommitmentsSearch } from '../app/search';
import { commitmentsQuery, pageSize } from '../shared/api/queries';
import type { CommitmentLedger } from '../shared/api/types';
import { showDay } from '../shared/format';
import { Light } from '../shared/ui/light';
import { ExportButton, PrintButton } from '../shared/ui/list-buttons';
import { Answer, Nothing, usePageTitle } from '../shared/ui/states';
import { Tag } from '../shared/ui/tag';
import { WideTable } from '../shared/ui/wide-table';

const route = getRouteApi('/shell/commitments');

type Show = NonNullable<CommitmentsSearch['show']>;
const shows: readonly (readonly [Show, string, keyof CommitmentLedger['counts']])[] = [
  ['all', '全部', 'all'],
  ['open', '办理中', 'open'],
  ['overdue', '逾期', 'overdue'],
  ['kept', '已兑现', 'kept'],
  ['unkept', '不能兑现', 'unkept'],
  ['answered', '已二次答复', 'answered'],
];

/** 承诺台账: every promise of a year, those carried over with it. */
export function CommitmentsPage() {
  usePageTitle('承诺台账');
  const search = route.useSearch();
  const query = useQuery({ ...commitmentsQuery(search), placeholderData: keepPreviousData });
  return (
    <Answer query={query}>
      {(answer) => (
        <>
          <div className="page-head">
            <h1>{answer.year}年承诺台账</h1>
            <nav className="row-buttons" aria-label="年份">
              <Link to="/commitments" search={{ year: answer.year - 1 }} className="as-button">
                上一年
              </Link>
              <Link to="/commitments" search={{ year: answer.year + 1 }} className="as-button">
                下一年
              </Link>
            </nav>
            <UnitChoice answer={answer} search={search} />
            <ExportButton
              list="/commitments.xlsx"
              asked={{ year: answer.year, unit: search.unit, show: search.show }}
              name={`承诺台账${answer.year}`}
            />
            <PrintButton />
          </div>
          <nav className="tabs" aria-label="哪些承诺">
            {shows.map(([show, words, count]) => (
              <Link
                key={show}
                to="/commitments"
                search={{ ...search, show: show === 'all' ? undefined : show, page: undefined }}
                activeOptions={{ exact: true }}
                className="tab"
                aria-current={(search.show ?? 'all') === show ? 'page' : undefined}
              >
                {words} {answer.counts[count]}
              </Link>
            ))}
          </nav>
          <Ledger answer={answer} search={search} />
        </>
      )}
    </Answer>
  );
}

interface Props {
  readonly answer: CommitmentLedger;
  readonly search: CommitmentsSearch;
}

/** Whose promises; a reader who sees those of one unit alone has nothing to choose. */
function UnitChoice({ answer, search }: Props) {
  const navigate = route.useNavigate();
  if (answer.units.length < 2 && !search.unit) return null;
  return (
    <Select
      aria-label="责任单位"
      className="unit-choice"
      placeholder="责任单位"
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={search.unit}
      options={answer.units.map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(unit: string | undefined) =>
        void navigate({ search: (now) => ({ ...now, unit: unit ?? undefined, page: undefined }) })
      }
    />
  );
}

function Ledger({ answer, search }: Props) {
  const navigate = route.useNavigate();
  const { page = 1, show = 'all' } = search;
  const count = shows.find(([key]) => key === show)?.[2] ?? 'all';
  const total = answer.counts[count];
  return (
    <div className="card pad">
      {answer.items.length === 0 ? (
        <Nothing words="这一年没有这样的承诺。答复函发文后，确认过的承诺会列在这里。" />
      ) : (
        <WideTable title="承诺" heads={['承诺事项', '责任单位', '期限', '进展', '状态']}>
          {answer.items.map((item) => (
            <Row key={item.id} item={item} />
          ))}
        </WideTable>
      )}
      {total > pageSize && (
        <Pagination
          className="pages"
          current={page}
          pageSize={pageSize}
          total={total}
          showSizeChanger={false}
          onChange={(to) => void navigate({ search: (now) => ({ ...now, page: to }) })}
        />
      )}
    </div>
  );
}

const ratingWords = { satisfied: '满意', fair: '基本满意', dissatisfied: '不满意' } as const;

function Row({ item }: { item: CommitmentLedger['items'][number] }) {
  return (
    <tr>
      <th scope="row">
        <Link to="/proposals/$id" params={{ id: item.proposalId }} search={{ tab: 'promises' }}>
          {item.text}
        </Link>
        <p className="quiet">
          第{item.number}号 {item.title} · {item.documentNumber}
        </p>
      </th>
      <td>
        {item.ownerUnit}
        {item.owner && <p className="quiet">{item.owner}</p>}
      </td>
      <td>
        {showDay(item.dueOn)}前
        {item.firstDueOn && <p className="quiet">原定{showDay(item.firstDueOn)}，已结转</p>}
        {item.carriedOver && !item.firstDueOn && <p className="quiet">往年承诺</p>}
      </td>
      <td>
        {item.percent !== null && <b>{item.percent}% </b>}
        {item.lastText && (
          <span className="quiet">
            {item.lastOn && showDay(item.lastOn)} {item.lastText}
          </span>
        )}
      </td>
      <td>
        <Tag tint={item.outcome === 'unkept' ? 'red' : item.outcome === 'kept' ? 'green' : 'blue'}>
          {item.stateLabel}
        </Tag>{' '}
        {item.state === 'confirmed' && <Light light={item.light} />}
        {item.ratings.length > 0 && (
          <p className="quiet">{item.ratings.map((rating) => ratingWords[rating]).join('、')}</p>
        )}
      </td>
    </tr>
  );
}
