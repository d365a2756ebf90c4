import { Tag } from '../../shared/ui/tag';
import type { Draft } from '../../shared/api/types';
import { showInstant } from '../../shared/format';
import { stateTint } from './state-tint';

/** The sign-off sheet: who had to look, and what each one wrote; the last round first. */
export function ReviewSteps({ draft }: { draft: Draft }) {
  const rounds = [...new Set(draft.steps.map((step) => step.round))].sort((a, b) => b - a);
  if (rounds.length === 0) return null;
  return (
    <section className="sheet" aria-label="发文稿纸">
      <h3>发文稿纸</h3>
      {rounds.map((round) => (
        <table key={round} className="sheet-table">
          <caption>第 {round} 轮</caption>
          <tbody>
            {draft.steps
              .filter((step) => step.round === round)
              .map((step) => (
                <tr key={step.id}>
                  <th scope="row">{step.name}</th>
                  <td>
                    <Tag tint={stateTint(step.state)}>{step.stateLabel}</Tag>
                    {step.comment && <span className="hand">{step.comment}</span>}{' '}
                    {step.decidedAt && (
                      <span className="quiet">
                        {step.decidedBy} {showInstant(step.decidedAt)}
                      </span>
                    )}
                    {step.overrules.map((each) => (
                      <p key={each.at}>
                        准予保留“{each.excerpt || each.check}”：<span className="hand">{each.reason}</span>{' '}
                        <span className="quiet">
                          {each.by} {showInstant(each.at)}
                        </span>
                      </p>
                    ))}
                  </td>
                </tr>
              ))}
          </tbody>
        </table>
      ))}
    </section>
  );
}
