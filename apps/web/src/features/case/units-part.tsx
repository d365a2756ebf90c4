import { Tag } from '../../shared/ui/tag';
import type { CaseFile } from '../../shared/api/types';
import { showInstant } from '../../shared/format';
import { Nothing } from '../../shared/ui/states';
import { Prose } from '../../shared/ui/text';
import { stateTint } from './state-tint';

/** 承办单位: who answers, who helps, who is told. */
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
                <Tag tint={assignment.role === 'lead' || assignment.role === 'sole' ? 'blue' : 'plain'}>
                  {assignment.roleLabel}
                </Tag>
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
            <p className="quiet">
              {assignment.signedAt
                ? `${assignment.signedBy ?? ''} ${showInstant(assignment.signedAt)} 签收`
                : '尚未签收'}
              {assignment.office && ` · ${assignment.office}`}
              {assignment.drafter && ` · 承办人 ${assignment.drafter}`}
            </p>
          </li>
        ))}
      </ul>
    </>
  );
}
