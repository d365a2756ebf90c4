import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { postCommand } from '../../shared/api/client';
import type { Draft } from '../../shared/api/types';
import { showInstant } from '../../shared/format';
import { Tag } from '../../shared/ui/tag';
import { stateTint } from './state-tint';

type Step = Draft['steps'][number];

/** The reader's open steps that nobody has opened yet: with this page on the screen they are read. */
export const unreadSteps = (draft: Draft): readonly string[] =>
  draft.steps.filter((step) => step.mine && step.readAt === null).map((step) => step.id);

/** Says once that the draft is on the screen of who has to decide: from then on it cannot be taken back unseen. */
export function useReading(draft: Draft): void {
  const store = useQueryClient();
  const ids = unreadSteps(draft).join(' ');
  useEffect(() => {
    if (ids === '') return;
    const told = ids.split(' ').map((id) => postCommand(`/api/review-steps/${id}/read`, {}));
    Promise.all(told).then(
      () => store.invalidateQueries({ queryKey: ['case'] }),
      () => undefined,
    );
  }, [ids, store]);
}

/** The last round first. */
export const roundsOf = (draft: Draft): number[] =>
  [...new Set(draft.steps.map((step) => step.round))].sort((a, b) => b - a);

/** The sign-off sheet: who had to look, and what each one wrote; the last round first. */
export function ReviewSteps({ draft }: { draft: Draft }) {
  useReading(draft);
  const rounds = roundsOf(draft);
  if (rounds.length === 0) return null;
  return (
    <section className="sheet" aria-label="发文稿纸">
      <h3 className="between">
        <span>发文稿纸</span>
        <a
          className="as-button"
          href={`/api/drafts/${draft.id}/sign-off-sheet.pdf`}
          target="_blank"
          rel="noreferrer"
        >
          打印发文稿纸
        </a>
      </h3>
      {rounds.map((round) => (
        <Round key={round} draft={draft} round={round} />
      ))}
    </section>
  );
}

export function Round({ draft, round }: { draft: Draft; round: number }) {
  const steps = draft.steps.filter((step) => step.round === round);
  const about = draft.rounds.find((each) => each.round === round);
  return (
    <table className="sheet-table">
      <caption>
        第 {round} 轮{about && <span className="quiet">　{about.reason}</span>}
      </caption>
      <tbody>
        {steps.map((step) => (
          <StepRow key={step.id} step={step} beside={steps.some((each) => isBeside(each, step))} />
        ))}
      </tbody>
    </table>
  );
}

const isBeside = (each: Step, step: Step): boolean => each.id !== step.id && each.stage === step.stage;

function StepRow({ step, beside }: { step: Step; beside: boolean }) {
  return (
    <tr>
      <th scope="row">
        {step.name}
        {beside && <span className="quiet">（并行）</span>}
      </th>
      <td>
        <Tag tint={stateTint(step.state)}>{step.kept ? '沿用上一轮的同意' : step.stateLabel}</Tag>
        {step.comment && <span className="hand">{step.comment}</span>}{' '}
        {step.decidedAt && (
          <span className="quiet">
            {step.decidedBy} {showInstant(step.decidedAt)}
          </span>
        )}
        <Circumstances step={step} />
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
  );
}

/** In words: whose turn it is, who gave it to whom, who has read it, why it is asked again. */
function circumstances(step: Step): string[] {
  const back = step.backTo && `退给${step.backTo}${step.backDirect ? '，改后直送' : ''}`;
  return [
    ...(step.state === 'open' ? [`待${step.holder}办理`] : []),
    ...(step.delegatedBy ? [`受${step.delegatedBy}委托`] : []),
    ...(step.addedBy ? [`${step.addedBy}请加签`] : []),
    ...(step.readAt && !step.decidedAt ? [`${step.readBy ?? ''} ${showInstant(step.readAt)} 打开`] : []),
    ...(back ? [back] : []),
    ...(step.touched.length > 0 ? [`上次同意后改了${step.touched.join('、')}`] : []),
  ];
}

function Circumstances({ step }: { step: Step }) {
  const words = circumstances(step);
  if (words.length === 0 && !step.mine) return null;
  return (
    <p className="quiet">
      {words.join('；')}{' '}
      {step.mine && step.redline && (
        <a href={step.redline} target="_blank" rel="noreferrer">
          看改了哪里（花脸稿）
        </a>
      )}
    </p>
  );
}
