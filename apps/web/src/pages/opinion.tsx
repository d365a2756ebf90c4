import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { ActionForm } from '../features/actions/action-form';
import { ActionButtons } from '../features/actions/action-drawer';
import { actionKey } from '../features/case/action-key';
import { ConfirmationsPart } from '../features/case/confirmations-part';
import { OpinionView } from '../features/case/opinions-part';
import { PaperField } from '../features/opinion/paper-field';
import { CaseNews } from '../features/live/case-news';
import { caseQuery } from '../shared/api/queries';
import { opinionPlaceQuery } from '../shared/api/review-queries';
import type { CaseFile, NextAction, Opinion } from '../shared/api/types';
import { chineseNumber } from '../shared/format';
import { ClockLight } from '../shared/ui/light';
import { Answer, NotFound, usePageTitle } from '../shared/ui/states';
import { Prose } from '../shared/ui/text';

const route = getRouteApi('/shell/opinions/$id');

/** 会办意见: one question and its form, not ten pages; afterwards what became of the words. */
export function OpinionPage() {
  const { id } = route.useParams();
  const place = useQuery(opinionPlaceQuery(id));
  return <Answer query={place}>{({ proposalId }) => <OfCase proposalId={proposalId} id={id} />}</Answer>;
}

function OfCase({ proposalId, id }: { proposalId: string; id: string }) {
  const query = useQuery(caseQuery(proposalId));
  usePageTitle(query.data && `会办意见：${query.data.proposal.title}`);
  return (
    <>
      <CaseNews id={proposalId} />
      <Answer query={query}>
        {(file) => {
          const opinion = file.opinions.find((each) => each.id === id);
          return opinion ? <OpinionDesk file={file} opinion={opinion} /> : <NotFound />;
        }}
      </Answer>
    </>
  );
}

function OpinionDesk({ file, opinion }: { file: CaseFile; opinion: Opinion }) {
  const own = file.nextActions.filter(
    ({ targetId, blockedBy }) =>
      (targetId === opinion.id || targetId === opinion.assignmentId) && blockedBy === null,
  );
  const waits = own.filter(({ todo }) => todo);
  const next = waits.find(({ targetId }) => targetId === opinion.id) ?? waits[0];
  return (
    <div className="review opinion-desk">
      <Head file={file} opinion={opinion} />
      <div className="review-side">
        <Asked file={file} opinion={opinion} />
        {opinion.versions.length > 0 && <OpinionView file={file} opinion={opinion} />}
        <ConfirmationsPart file={file} />
      </div>
      <div className="review-side">
        {next && <Form action={next} opinionId={opinion.id} />}
        <section className="card pad" aria-label="还可以办">
          <h2>{next ? '还可以办' : '现在没有等您填的'}</h2>
          <ActionButtons actions={own.filter((action) => action !== next)} />
        </section>
      </div>
    </div>
  );
}

function Form({ action, opinionId }: { action: NextAction; opinionId: string }) {
  const written = action.command === 'opinion.submit';
  return (
    <section className="card pad" aria-labelledby="opinion-form">
      <h2 id="opinion-form">{action.label}</h2>
      <ActionForm
        key={actionKey(action)}
        name={actionKey(action)}
        action={action}
        above={
          written
            ? (form) => <PaperField form={form} href={`/files/opinion-text?opinion=${opinionId}`} />
            : undefined
        }
      />
    </section>
  );
}

function Head({ file, opinion }: { file: CaseFile; opinion: Opinion }) {
  const { id, number, title } = file.proposal;
  const due = file.clocks.filter(({ clock, unit }) => clock === 'opinion' && unit === opinion.unit);
  return (
    <header className="review-head">
      <h1>
        <Link to="/proposals/$id" params={{ id }}>
          第 {number} 号
        </Link>{' '}
        {title}
      </h1>
      <div className="clocks">
        {due.map((clock) => (
          <ClockLight key={clock.id} clock={clock} />
        ))}
      </div>
    </header>
  );
}

/** The lead's question, and the suggestions it is about. */
function Asked({ file, opinion }: { file: CaseFile; opinion: Opinion }) {
  const question = file.assignments.find(({ id }) => id === opinion.assignmentId)?.question;
  return (
    <section className="card pad" aria-label="请您单位回答">
      {question && (
        <div className="question">
          <b>请{opinion.unit}回答</b>
          <Prose text={question} />
        </div>
      )}
      <h2>建议（{file.suggestions.length} 条）</h2>
      <ol className="plain suggestions">
        {file.suggestions.map(({ id, ordinal, title, body }) => (
          <li key={id}>
            <h3>
              {chineseNumber(ordinal)}、{title}
            </h3>
            <Prose text={body} />
          </li>
        ))}
      </ol>
    </section>
  );
}
