import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Input, Select } from 'antd';
import type { DashboardSearch } from '../app/search';
import { BehindPart } from '../features/statistics/behind-part';
import { FiguresPart } from '../features/statistics/figures-part';
import { StagesPart } from '../features/statistics/stages-part';
import { TablesPart } from '../features/statistics/tables-part';
import { statisticsQuery } from '../shared/api/queries';
import type { Statistics } from '../shared/api/types';
import { showDay } from '../shared/format';
import { ExportButton } from '../shared/ui/list-buttons';
import { Answer, usePageTitle } from '../shared/ui/states';

const route = getRouteApi('/shell/dashboard');

/** 统计: every figure with its definition and the list behind it. */
export function DashboardPage() {
  usePageTitle('统计');
  const search = route.useSearch();
  const query = useQuery({ ...statisticsQuery(search), placeholderData: keepPreviousData });
  return (
    <Answer query={query}>
      {(answer) => (
        <>
          <Head answer={answer} search={search} />
          <p className="quiet">
            {answer.ofAll ? '全部单位' : '本单位'}，截至 {showDay(answer.asOf)}。点数字看由哪些件组成。
          </p>
          {search.figure && <BehindPart search={{ ...search, figure: search.figure }} />}
          <FiguresPart answer={answer} search={search} />
          <StagesPart search={search} />
          <TablesPart answer={answer} search={search} />
        </>
      )}
    </Answer>
  );
}

/** The question the figures answer, whichever list is open. */
const askedOf = ({ year, term, meeting, asOf }: DashboardSearch) => ({ year, term, meeting, asOf });

function Head({ answer, search }: { answer: Statistics; search: DashboardSearch }) {
  const navigate = route.useNavigate();
  const { year, term, meeting, sessions } = answer;
  const session = sessions.find((each) => each.term === term && each.meeting === meeting);
  return (
    <div className="page-head">
      <h1>{session ? `${session.label}统计` : `${year ?? ''}年统计`}</h1>
      {year !== null && (
        <nav className="row-buttons" aria-label="年份">
          <Link to="/dashboard" search={{ year: year - 1, asOf: search.asOf }} className="as-button">
            上一年
          </Link>
          <Link to="/dashboard" search={{ year: year + 1, asOf: search.asOf }} className="as-button">
            下一年
          </Link>
        </nav>
      )}
      <Select
        aria-label="届次"
        className="unit-choice"
        placeholder="按届次"
        allowClear
        value={session?.label}
        options={sessions.map(({ label }) => ({ value: label, label }))}
        onChange={(label?: string) => {
          const chosen = sessions.find((each) => each.label === label);
          void navigate({ search: { term: chosen?.term, meeting: chosen?.meeting, asOf: search.asOf } });
        }}
      />
      <Input
        type="date"
        className="short"
        aria-label="截至"
        value={answer.asOf}
        onChange={({ target: { value } }) =>
          value && void navigate({ search: (now) => ({ ...now, asOf: value, page: undefined }) })
        }
      />
      <ExportButton list="/statistics.xlsx" asked={askedOf(search)} name={`统计${answer.asOf}`} />
    </div>
  );
}
