import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import type { DashboardSearch } from '../../app/search';
import { stageListQuery, stageTableQuery } from '../../shared/api/queries';
import type { LightColor } from '../../shared/api/types';
import { showDay } from '../../shared/format';
import { Light } from '../../shared/ui/light';
import { ExportButton } from '../../shared/ui/list-buttons';
import { Answer, Nothing } from '../../shared/ui/states';
import type { Place } from './place';

const lights: readonly (readonly [LightColor, string])[] = [
  ['overdue', '逾期'],
  ['red', '紧急'],
  ['yellow', '临近'],
  ['green', '正常'],
  ['grey', '无时限'],
];

/** 阶段 × 亮灯, as the cases stand now; each number opens its cases. */
export function StagesPart({ search, to }: { search: DashboardSearch; to: Place }) {
  const query = useQuery(stageTableQuery(search));
  const open = { ...search, figure: undefined, unit: undefined, outcomeClass: undefined, page: undefined };
  return (
    <section className="card pad settings" aria-label="阶段和亮灯">
      <h2>阶段和亮灯</h2>
      <p className="quiet">现在的情况，一件提案算一件；灯按最近的到期日亮，和待办、台账里的一样。</p>
      {search.stage && <Cases search={search} stage={search.stage} />}
      <Answer query={query}>
        {(rows) =>
          rows.length === 0 ? (
            <Nothing words="这一年还没有提案。" />
          ) : (
            <div className="scroll-x wide-table" tabIndex={0} role="region" aria-label="阶段和亮灯表">
              <table className="table numbers">
                <thead>
                  <tr>
                    {['阶段', ...lights.map(([, words]) => words), '合计'].map((head) => (
                      <th key={head} scope="col">
                        {head}
                      </th>
                    ))}
                  </tr>
                </thead>
                <tbody>
                  {rows.map(({ stage, label, total, lights: of }) => (
                    <tr key={stage}>
                      <th scope="row">{label}</th>
                      {lights.map(([light]) => (
                        <td key={light}>
                          {of[light] === 0 ? (
                            0
                          ) : (
                            <Link to={to} search={{ ...open, stage, light }}>
                              {of[light]}
                            </Link>
                          )}
                        </td>
                      ))}
                      <td>
                        <Link to={to} search={{ ...open, stage, light: undefined }}>
                          {total}
                        </Link>
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
            </div>
          )
        }
      </Answer>
    </section>
  );
}

function Cases({ search, stage }: { search: DashboardSearch; stage: NonNullable<DashboardSearch['stage']> }) {
  const query = useQuery(stageListQuery(search, stage));
  const { year, term, meeting, light } = search;
  return (
    <Answer query={query}>
      {(cases) => (
        <>
          <p>
            <ExportButton
              list="/statistics/stages/list.xlsx"
              asked={{ year, term, meeting, stage, light }}
              name="阶段和亮灯明细"
              small
            />
          </p>
          <ul className="lines" aria-label="这个数由哪些件组成">
            {cases.map(({ proposalId, number, title, dueOn, light }) => (
              <li key={proposalId}>
                <Link to="/proposals/$id" params={{ id: proposalId }}>
                  第{number}号 {title}
                </Link>{' '}
                <Light light={light} /> {dueOn && <span className="quiet">{showDay(dueOn)}到期</span>}
              </li>
            ))}
          </ul>
        </>
      )}
    </Answer>
  );
}
