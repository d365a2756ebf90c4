import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CaseAction } from '../../shared/api/types';
import { actionKey } from './action-key';

/** The things in the order in which they come, those of one name together. */
function gathered<T>(things: readonly T[], nameOf: (thing: T) => string): [string, T[]][] {
  const found = new Map<string, T[]>();
  for (const thing of things) found.set(nameOf(thing), [...(found.get(nameOf(thing)) ?? []), thing]);
  return [...found];
}

interface Props {
  readonly caseId: string;
  readonly actions: readonly CaseAction[];
  /** Where they stand alone the heading over them says it already. */
  readonly alone: boolean;
}

/** What else may be done, under what it is about; one action for several units is named once. */
export function OtherActions({ caseId, actions, alone }: Props) {
  if (actions.length === 0) return null;
  return (
    <nav className="others" aria-label="其他可办的">
      {!alone && <h3>还可以办</h3>}
      <dl>
        {gathered(actions, ({ group }) => group).map(([group, about]) => (
          <div key={group}>
            <dt>{group}</dt>
            <dd>
              <ul>
                {gathered(about, ({ label }) => label).map(([label, alike]) => (
                  <li key={label}>
                    <Alike caseId={caseId} label={label} actions={alike} />
                  </li>
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </nav>
  );
}

interface AlikeProps {
  readonly caseId: string;
  readonly label: string;
  readonly actions: readonly CaseAction[];
}

function Alike({ caseId, label, actions }: AlikeProps) {
  const [only, ...more] = actions;
  if (only && more.length === 0)
    return (
      <Other action={only}>
        {label}
        {only.targetLabel && only.targetId !== caseId && <span className="quiet"> {only.targetLabel}</span>}
      </Other>
    );
  return (
    <>
      <span className="other-name">{label}：</span>
      {actions.map((action) => (
        <Other key={actionKey(action)} action={action} name={`${label} ${action.targetLabel}`}>
          {action.targetLabel}
        </Other>
      ))}
    </>
  );
}

interface OtherProps {
  readonly action: CaseAction;
  /** What it is called where its words alone do not say it. */
  readonly name?: string;
  readonly children: ReactNode;
}

const Other = ({ action, name, children }: OtherProps) => (
  <Link
    to="."
    search={(now) => ({ ...now, do: actionKey(action), with: undefined })}
    className="other"
    resetScroll={false}
    {...(name && { 'aria-label': action.blockedBy ? `${name}，还不能办` : name })}
  >
    {children}
    {action.blockedBy ? <span className="quiet">（还不能办）</span> : action.todo && <b>待办</b>}
  </Link>
);
