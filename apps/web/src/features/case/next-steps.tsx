import { Link, useNavigate } from '@tanstack/react-router';
import type { CaseFile, NextAction } from '../../shared/api/types';
import { ActionForm } from '../actions/action-form';
import type { Values } from '../actions/values';
import { actionKey } from './action-key';
import { chooseAction } from './choose-action';
import { followSection } from './section-form';

interface Props {
  readonly file: CaseFile;
  readonly asked: string | undefined;
  readonly given: Values | undefined;
}

/** The one next step for me with its form open, and what else I may do. */
export function NextSteps({ file, asked, given }: Props) {
  const navigate = useNavigate();
  const open = chooseAction(file.nextActions, asked);
  const isAsked = open !== undefined && actionKey(open) === asked;
  const filled = isAsked ? given : undefined;
  if (file.nextActions.length === 0)
    return (
      <section className="card pad" aria-labelledby="next-title">
        <h2 id="next-title">我的下一步</h2>
        <p className="quiet">现在没有等您办的。轮到您时，会在待办和通知里出现。</p>
      </section>
    );
  return (
    <section className="card next" aria-labelledby="next-title">
      <h2 id="next-title" className="pad-head">
        {open ? `${open.todo ? '我的下一步' : '办理'}：${open.label}` : '我可以办的'}
      </h2>
      {open?.targetLabel && <p className="next-target">{open.targetLabel}</p>}
      {open && (
        <div className="pad">
          <ActionForm
            key={actionKey(open) + JSON.stringify(filled ?? {})}
            name={actionKey(open)}
            action={open}
            given={filled}
            follow={open.command === 'draft.saveSection' ? followSection(file) : undefined}
            onDone={() =>
              navigate({ to: '.', search: (now) => ({ ...now, do: undefined, with: undefined }) })
            }
          />
        </div>
      )}
      <OtherActions actions={file.nextActions.filter((action) => action !== open)} />
    </section>
  );
}

function OtherActions({ actions }: { actions: readonly NextAction[] }) {
  if (actions.length === 0) return null;
  return (
    <nav className="others" aria-label="其他可办的">
      <h3>还可以办</h3>
      <ul className="plain">
        {actions.map((action) => (
          <li key={actionKey(action)}>
            <Link
              to="."
              search={(now) => ({ ...now, do: actionKey(action), with: undefined })}
              className="other"
              resetScroll={false}
            >
              <span>
                {action.label}
                {action.targetLabel && <span className="quiet"> {action.targetLabel}</span>}
              </span>
              {action.blockedBy ? <span className="quiet">还不能办</span> : action.todo && <b>待办</b>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
