import { useNavigate } from '@tanstack/react-router';
import type { CaseFile } from '../../shared/api/types';
import { ActionForm } from '../actions/action-form';
import type { Values } from '../actions/values';
import { actionKey } from './action-key';
import { chooseAction } from './choose-action';
import { OtherActions } from './other-actions';
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
      <OtherActions
        caseId={file.proposal.id}
        actions={file.nextActions.filter((action) => action !== open)}
        alone={!open}
      />
    </section>
  );
}
