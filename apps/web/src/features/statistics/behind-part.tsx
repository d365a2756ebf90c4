import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate } from '@tanstack/react-router';
import { Pagination } from 'antd';
import type { DashboardSearch } from '../../app/search';
import { factListQuery, pageSize } from '../../shared/api/queries';
import type { FigureName } from '../../shared/api/types';
import { showDay } from '../../shared/format';
import { ExportButton } from '../../shared/ui/list-buttons';
import { Answer, Nothing } from '../../shared/ui/states';
import type { Place } from './place';

interface Props {
  readonly search: DashboardSearch & { readonly figure: FigureName };
  readonly to: Place;
}

/** The list behind a figure: exactly what was counted. */
export function BehindPart({ search, to }: Props) {
  const navigate = useNavigate();
  const query = useQuery(factListQuery(search));
  const { figure: _, unit: __, outcomeClass: ___, page: ____, ...rest } = search;
  const { page: _____, stage: ______, light: _______, ...asked } = search;
  return (
    <Answer query={query}>
      {({ label, definition, total, items }) => (
        <section className="card pad settings" aria-label={label}>
          <h2 className="between">
            {label} {total} 件
            <ExportButton list="/statistics/list.xlsx" asked={asked} name={label} small />
            <Link to={to} search={rest} className="no-print">
              收起
            </Link>
          </h2>
          <p className="quiet">{definition}</p>
          {items.length === 0 ? (
            <Nothing words="没有这样的件。" />
          ) : (
            <div className="scroll-x wide-table" tabIndex={0} role="region" aria-label={`${label}的明细`}>
              <table className="table">
                <thead>
                  <tr>
                    {['提案', '单位', '起算', '到期', '办结'].map((head) => (
                      <th key={head} scope="col">
                        {head}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {items.map((item) => (
                    <tr key={item.id}>
                      <th scope="row">
                        <Link to="/proposals/$id" params={{ id: item.proposalId }}>
                          第{item.number}号 {item.title}
                        </Link>
                      </th>
                      <td>{item.unit}</td>
                      <td>{showDay(item.startedOn)}</td>
                      <td>{item.dueOn && showDay(item.dueOn)}</td>
                      <td>{item.doneOn && showDay(item.doneOn)}</td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )}
          {total > pageSize && (
            <Pagination
              className="pages"
              current={search.page ?? 1}
              pageSize={pageSize}
              total={total}
              showSizeChanger={false}
              onChange={(page) => void navigate({ to, search: { ...search, page } })}
            />
          )}
        </section>
      )}
    </Answer>
  );
}
