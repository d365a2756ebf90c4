import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { BehindPart } from '../features/statistics/behind-part';
import { FiguresPart } from '../features/statistics/figures-part';
import { HeadPart } from '../features/statistics/head-part';
import { StagesPart } from '../features/statistics/stages-part';
import { TablesPart } from '../features/statistics/tables-part';
import { statisticsQuery } from '../shared/api/queries';
import { showDay } from '../shared/format';
import { Answer, usePageTitle } from '../shared/ui/states';

const route = getRouteApi('/shell/dashboard');

/** 统计: every figure with its definition and the list behind it. */
export function DashboardPage() {
  usePageTitle('统计');
  const search = route.useSearch();
  const { year, term, meeting, asOf } = search;
  const query = useQuery({ ...statisticsQuery(search), placeholderData: keepPreviousData });
  return (
    <Answer query={query}>
      {(answer) => (
        <>
          <HeadPart answer={answer} search={search} to="/dashboard" title="统计" />
          <p className="quiet">
            {answer.ofAll ? '全部单位' : '本单位'}，截至 {showDay(answer.asOf)}。点数字看由哪些件组成。
            <Link to="/reports" search={{ year, term, meeting, asOf }} className="no-print">
              看年度报表
            </Link>
          </p>
          {search.figure && <BehindPart search={{ ...search, figure: search.figure }} to="/dashboard" />}
          <FiguresPart answer={answer} search={search} />
          <StagesPart search={search} to="/dashboard" />
          <TablesPart answer={answer} search={search} />
        </>
      )}
    </Answer>
  );
}
