import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { ActionForm } from '../features/actions/action-form';
import { actionKey } from '../features/case/action-key';
import { useNextCase } from '../features/case/next-case';
import { TextPart } from '../features/case/text-part';
import { CaseNews } from '../features/live/case-news';
import { caseQuery } from '../shared/api/queries';
import type { CaseFile, NextAction } from '../shared/api/types';
import { Answer, Nothing, usePageTitle } from '../shared/ui/states';

const route = getRouteApi('/shell/proposals/$id/assign');

/** 交办: what is asked on the left; on the right who is to answer it, why, which question each gets, and by when. */
export function AssignPage() {
  const { id } = route.useParams();
  const query = useQuery(caseQuery(id));
  usePageTitle(query.data && `交办：${query.data.proposal.title}`);
  return (
    <>
      <CaseNews id={id} />
      <Answer query={query}>
        {(file) => {
          const action = file.nextActions.find(({ command }) => command === 'proposal.handOver');
          return action ? <Desk key={id} file={file} action={action} /> : <Done file={file} />;
        }}
      </Answer>
    </>
  );
}

function Head({ file: { proposal } }: { file: CaseFile }) {
  const { id, number, title, session, kindLabel } = proposal;
  return (
    <header className="review-head">
      <h1>
        <Link to="/proposals/$id" params={{ id }}>
          第 {number} 号
        </Link>{' '}
        {title}
      </h1>
      <p className="quiet">
        {session} · {kindLabel}
      </p>
    </header>
  );
}

function Desk({ file, action }: { file: CaseFile; action: NextAction }) {
  const onDone = useNextCase(file.proposal.id, action.command);
  return (
    <div className="review opinion-desk">
      <Head file={file} />
      <Asked file={file} />
      <section className="card pad" aria-labelledby="assign-form">
        <h2 id="assign-form">{action.label}</h2>
        <ActionForm key={actionKey(action)} name={actionKey(action)} action={action} onDone={onDone} />
      </section>
    </div>
  );
}

/** What is asked; what the program split out of the text can be put right while nobody answers it yet. */
function Asked({ file }: { file: CaseFile }) {
  const [editing, setEditing] = useState(false);
  const edit = file.nextActions.find(({ command }) => command === 'proposal.editSuggestions');
  return (
    <section className="card pad" aria-label="原文与建议">
      {edit && (
        <p className="row-buttons">
          <button
            type="button"
            className="as-button"
            aria-expanded={editing}
            onClick={() => setEditing(!editing)}
          >
            {editing ? '不改了' : edit.label}
          </button>
        </p>
      )}
      {edit && editing && (
        <ActionForm
          action={edit}
          name={actionKey(edit)}
          seen={file.proposal.version}
          words="保存分条"
          onDone={() => setEditing(false)}
        />
      )}
      <TextPart file={file} points={!editing} />
    </section>
  );
}

function Done({ file }: { file: CaseFile }) {
  const { id, title } = file.proposal;
  return (
    <div className="card">
      <h1 className="pad-head">{title}</h1>
      <Nothing words="这一件没有等您交办的：已经交办，或不由您交办。">
        <Link to="/proposals/$id" params={{ id }} className="as-button">
          回到案卷
        </Link>
      </Nothing>
    </div>
  );
}
