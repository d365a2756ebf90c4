import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { BehindPart } from '../features/statistics/behind-part';
import { HeadPart } from '../features/statistics/head-part';
import { ReportTables } from '../features/statistics/report-tables';
import { StagesPart } from '../features/statistics/stages-part';
import { UnitChart } from '../features/statistics/unit-chart';
import { statisticsQuery } from '../shared/api/queries';
import { showDay } from '../shared/format';
import { Answer, usePageTitle } from '../shared/ui/states';

const route = getRouteApi('/shell/reports');

/** 年度报表: the tables of a year or a session as they go into a report, each number with the list behind it. */
export function ReportsPage() {
  usePageTitle('年度报表');
  const search = route.useSearch();
  const query = useQuery({ ...statisticsQuery(search), placeholderData: keepPreviousData });
  return (
    <Answer query={query}>
      {(answer) => (
        <>
          <HeadPart answer={answer} search={search} to="/reports" title="提案办理情况报表" />
          <p className="quiet">
            {answer.ofAll ? '全部单位' : '本单位'}，截至 {showDay(answer.asOf)}
            。点数字看由哪些件组成；口径见文末。
          </p>
          {search.figure && <BehindPart search={{ ...search, figure: search.figure }} to="/reports" />}
          <UnitChart units={answer.units} />
          <ReportTables answer={answer} search={search} />
          <StagesPart search={search} to="/reports" />
          <Definitions answer={answer} />
        </>
      )}
    </Answer>
  );
}

type Answered = Parameters<typeof ReportTables>[0]['answer'];

/** What each figure counts, and of what each share is one. */
function Definitions({ answer: { figures, rates } }: { answer: Answered }) {
  const labelOf = (name: string): string => figures.find(({ figure }) => figure === name)?.label ?? '';
  return (
    <section className="card pad settings" aria-label="口径">
      <h2>口径</h2>
      <dl className="terms">
        {figures.map(({ figure, label, definition }) => (
          <div key={figure}>
            <dt>{label}</dt>
            <dd>{definition}</dd>
          </div>
        ))}
        {rates.map(({ rate, label, part, whole }) => (
          <div key={rate}>
            <dt>{label}</dt>
            <dd>
              {labelOf(part)} ÷ {labelOf(whole)}。
            </dd>
          </div>
        ))}
        <div>
          <dt>会办用时</dt>
          <dd>从交办到会办意见办结的天数，取中位数。</dd>
        </div>
      </dl>
    </section>
  );
}
