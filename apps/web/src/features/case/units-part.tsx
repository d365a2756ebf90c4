import { Tag } from '../../shared/ui/tag';
import type { Assignment, CaseFile } from '../../shared/api/types';
import { showDay, showInstant } from '../../shared/format';
import { Nothing } from '../../shared/ui/states';
import { Prose } from '../../shared/ui/text';
import { ReturnRequests } from './return-requests';
import { stateTint } from './state-tint';

const answers: readonly Assignment['role'][] = ['lead', 'sole', 'separate'];

/** How far a unit is, or why its duty ended before it was done. */
function Progress({ assignment }: { assignment: Assignment }) {
  return (
    <>
      <p className="quiet">
        {assignment.signedAt
          ? `${assignment.signedBy ?? ''} ${showInstant(assignment.signedAt)} 签收`
          : '尚未签收'}
        {assignment.office && ` · ${assignment.office}`}
        {assignment.drafter && ` · 承办人 ${assignment.drafter}`}
      </p>
      {assignment.endedAt && (
        <p className="quiet">
          {showInstant(assignment.endedAt)} {assignment.stateLabel}：{assignment.endReason}
        </p>
      )}
      {assignment.targets.length > 0 && !assignment.endedAt && (
        <dl className="facts">
          {assignment.targets.map((target) => (
            <div key={target.key} className="fact">
              <dt>{target.name}</dt>
              <dd>{showDay(target.on)}</dd>
            </div>
          ))}
        </dl>
      )}
    </>
  );
}

/** 承办单位: who answers, who helps, who is told, and what any of them asked to have changed. */
export function UnitsPart({ file }: { file: CaseFile }) {
  if (file.assignments.length === 0) return <Nothing words="还没有交办。" />;
  return (
    <>
      <h2>承办单位</h2>
      <ul className="plain cards">
        {file.assignments.map((assignment) => (
          <li key={assignment.id} className="part">
            <h3 className="between">
              <span>
                <Tag tint={answers.includes(assignment.role) ? 'blue' : 'plain'}>{assignment.roleLabel}</Tag>
                {assignment.unit}
              </span>
              <Tag tint={stateTint(assignment.state)}>{assignment.stateLabel}</Tag>
            </h3>
            {assignment.question && (
              <div className="question">
                <b>请其回答</b>
                <Prose text={assignment.question} />
              </div>
            )}
            <Progress assignment={assignment} />
            <ReturnRequests
              requests={file.returnRequests.filter(({ assignmentId }) => assignmentId === assignment.id)}
            />
          </li>
        ))}
      </ul>
    </>
  );
}
