import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Tag } from '../../shared/ui/tag';
import { caseQuery } from '../../shared/api/queries';
import type { CaseFile } from '../../shared/api/types';
import { showNames, showShortInstant } from '../../shared/format';
import { ClockLight } from '../../shared/ui/light';
import { Answer } from '../../shared/ui/states';
import { chooseAction } from '../case/choose-action';
import { stateTint } from '../case/state-tint';
import { stepPage } from '../case/step-page';

/** The selected case beside the list: facts, opinions, what happened, and the way on. */
export function Preview({ id }: { id: string }) {
  const query = useQuery(caseQuery(id));
  return (
    <aside className="card preview" aria-label="预览" aria-live="polite">
      <Answer query={query}>{(file) => <Facts file={file} />}</Answer>
    </aside>
  );
}

function Facts({ file }: { file: CaseFile }) {
  const { proposal } = file;
  const next = chooseAction(file.nextActions, undefined);
  return (
    <div className="pad">
      <p className="quiet">
        第 {proposal.number} 号 · {proposal.session} · {proposal.kindLabel}
      </p>
      <h2>{proposal.title}</h2>
      <p className="quiet">提案者：{showNames(file.proposers.map((each) => each.name))}</p>
      <div className="clocks">
        {file.clocks.map((clock) => (
          <ClockLight key={clock.id} clock={clock} />
        ))}
      </div>
      {file.opinions.length > 0 && (
        <>
          <h3>会办意见</h3>
          <ul className="plain">
            {file.opinions.map((opinion) => (
              <li key={opinion.id} className="between">
                {opinion.unit}
                <Tag tint={stateTint(opinion.state)}>{opinion.stateLabel}</Tag>
              </li>
            ))}
          </ul>
        </>
      )}
      <h3>流程</h3>
      <ol className="flow">
        {file.history.slice(-5).map((step, i) => (
          <li key={i}>
            {step.words} <span className="quiet">{`${step.actor} ${showShortInstant(step.at)}`}</span>
          </li>
        ))}
        <li className="flow-now">{file.stageLabel}</li>
      </ol>
      <p className="row-buttons">
        <Link {...stepPage(next, proposal.id, file.opinions)} className="as-button as-primary">
          {next ? `去办理：${next.label}` : '看案卷'} <kbd>↵</kbd>
        </Link>
      </p>
      <p className="quiet">键盘：J / K 上下，Enter 打开</p>
    </div>
  );
}
