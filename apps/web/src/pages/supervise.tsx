import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { dutyKey, jobsOf, lateOf, USUAL } from '../features/supervise/chases';
import { DutyList } from '../features/supervise/duty-list';
import { supervisionQuery } from '../shared/api/review-queries';
import type { Supervision } from '../shared/api/types';
import { useBatch } from '../shared/batch';
import { showShortInstant } from '../shared/format';
import { BatchReport } from '../shared/ui/batch-report';
import { ExportButton } from '../shared/ui/list-buttons';
import { Answer, Nothing, usePageTitle } from '../shared/ui/states';

/** 督办: who is late or soon will be, one text to chase several, and the wishes that wait for an answer. */
export function SupervisePage() {
  usePageTitle('督办');
  const query = useQuery(supervisionQuery);
  return (
    <>
      <div className="page-head">
        <h1>督办</h1>
        <ExportButton list="/supervision.xlsx" name="督办" />
      </div>
      <Answer query={query}>
        {(answer) => (
          <>
            <Asked asked={answer.asked} />
            <Duties duties={answer.duties} />
          </>
        )}
      </Answer>
    </>
  );
}

function Duties({ duties }: Pick<Supervision, 'duties'>) {
  const batch = useBatch();
  const [text, setText] = useState(USUAL);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  // What is done meanwhile is no longer chosen.
  const chasing = duties.filter((duty) => duty.mayChase && chosen.has(dutyKey(duty)));
  const jobs = jobsOf(chasing, text.trim());
  const report = batch.progress && <BatchReport progress={batch.progress} onClose={batch.forget} />;
  if (duties.length === 0)
    return (
      <>
        {report}
        <div className="card">
          <Nothing words="没有逾期的，也没有临近到期的。" />
        </div>
      </>
    );
  return (
    <>
      {report}
      <section className="card pad" aria-label="逾期和临期">
        <p role="status">
          逾期 {lateOf(duties).length} 项，临期 {duties.length - lateOf(duties).length} 项
        </p>
        {duties.some(({ mayChase }) => mayChase) && (
          <form
            className="chase-bar"
            onSubmit={(event) => {
              event.preventDefault();
              setChosen(new Set());
              void batch.run(jobs);
            }}
          >
            <label htmlFor="chase-text">催办内容</label>
            <textarea
              id="chase-text"
              required
              rows={2}
              maxLength={500}
              value={text}
              onChange={(event) => setText(event.target.value)}
            />
            <button
              type="submit"
              className="as-button as-primary"
              disabled={batch.busy || jobs.length === 0 || text.trim() === ''}
            >
              {jobs.length === 0 ? '先选择要催的' : `催办 ${jobs.length} 家`}
            </button>
          </form>
        )}
        <DutyList duties={duties} chosen={chosen} disabled={batch.busy} onChoose={setChosen} />
      </section>
    </>
  );
}

const asks = { return: '申请退办', extension: '申请延期' } as const;

function Asked({ asked }: Pick<Supervision, 'asked'>) {
  if (asked.length === 0) return null;
  return (
    <section className="card pad" aria-label="待批复">
      <h2 className="duty-unit">待批复 {asked.length} 项</h2>
      <ul className="board">
        {asked.map(({ id, proposalId, unit, what, number, title, since }) => (
          <li key={id} className="asked">
            <Link to="/proposals/$id" params={{ id: proposalId }} className="row-title">
              {unit}
              {asks[what]}：{title}
            </Link>
            <span className="quiet">
              第 {number} 号 · {showShortInstant(since)} 提出
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
