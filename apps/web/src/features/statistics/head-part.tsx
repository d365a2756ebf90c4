import { Link, useNavigate } from '@tanstack/react-router';
import { Input, Select } from 'antd';
import type { DashboardSearch } from '../../app/search';
import type { Statistics } from '../../shared/api/types';
import { ExportButton, PrintButton } from '../../shared/ui/list-buttons';
import type { Place } from './place';

interface Props {
  readonly answer: Statistics;
  readonly search: DashboardSearch;
  readonly to: Place;
  readonly title: string;
}

/** Of which year or session, counted on which day; as a file and on paper. */
export function HeadPart({ answer, search, to, title }: Props) {
  const navigate = useNavigate();
  const { year, term, meeting, sessions } = answer;
  const session = sessions.find((each) => each.term === term && each.meeting === meeting);
  return (
    <div className="page-head">
      <h1>{session ? `${session.label}${title}` : `${year ?? ''}年${title}`}</h1>
      {year !== null && (
        <nav className="row-buttons" aria-label="年份">
          <Link to={to} search={{ year: year - 1, asOf: search.asOf }} className="as-button">
            上一年
          </Link>
          <Link to={to} search={{ year: year + 1, asOf: search.asOf }} className="as-button">
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
          void navigate({
            to,
            search: { term: chosen?.term, meeting: chosen?.meeting, asOf: search.asOf },
          });
        }}
      />
      <Input
        type="date"
        className="short"
        aria-label="截至"
        value={answer.asOf}
        onChange={({ target: { value } }) =>
          value && void navigate({ to, search: { ...search, asOf: value, page: undefined } })
        }
      />
      <ExportButton list="/statistics.xlsx" asked={askedOf(search)} name={`${title}${answer.asOf}`} />
      <PrintButton />
    </div>
  );
}

/** The question the figures answer, whichever list is open. */
const askedOf = ({ year, term, meeting, asOf }: DashboardSearch) => ({ year, term, meeting, asOf });
