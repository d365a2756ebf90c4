import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import type { CaseFile, Draft, NextAction } from '../../shared/api/types';
import { Tag } from '../../shared/ui/tag';
import { ActionDrawer } from '../actions/action-drawer';
import { actionKey } from '../case/action-key';
import { stateTint } from '../case/state-tint';
import { SendForReview } from './send-for-review';

/** What is done to the reply as a whole from its desk, in the order it is done. */
const offered = ['draft.saveFrame', 'draft.addSection', 'draft.removeSection'];

/** Which case, how far the reply is, and what is done with it as a whole. */
export function DeskHead({ file, draft }: { file: CaseFile; draft: Draft }) {
  const [open, setOpen] = useState<NextAction | null>(null);
  const { id, number, title } = file.proposal;
  const actions = offered.flatMap((command) =>
    file.nextActions.filter((action) => action.command === command && action.targetId === draft.id),
  );
  const send = file.nextActions.find(
    ({ command, targetId }) => command === 'draft.submit' && targetId === draft.id,
  );
  return (
    <header className="desk-head">
      <div>
        <h1>
          <Link to="/proposals/$id" params={{ id }}>
            第 {number} 号
          </Link>{' '}
          {title}
        </h1>
        <p className="row-buttons">
          <Tag tint={stateTint(draft.state)}>{draft.stateLabel}</Tag>
          <span className="quiet">
            {draft.outcomeClass ? `${draft.outcomeClass} 类` : '类别未定'}，
            {draft.contacts.length > 0 ? `联系人${draft.contacts[0]?.name}` : '联系人未填'}
          </span>
        </p>
      </div>
      {draft.returnReason && <p className="question">退回意见：{draft.returnReason}</p>}
      <p className="row-buttons">
        <a
          className="as-button"
          href={`/api/drafts/${draft.id}/preview.pdf`}
          target="_blank"
          rel="noreferrer"
        >
          按纸面版式看
        </a>
        {actions.map((action) => (
          <button key={actionKey(action)} type="button" className="as-button" onClick={() => setOpen(action)}>
            {action.label}
          </button>
        ))}
        {send && <SendForReview file={file} draft={draft} action={send} />}
      </p>
      <ActionDrawer action={open} onClose={() => setOpen(null)} onDone={() => setOpen(null)} />
    </header>
  );
}
