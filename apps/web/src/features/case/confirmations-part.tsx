import type { CaseFile, Confirmation } from '../../shared/api/types';
import { showDay, showInstant } from '../../shared/format';
import { Tag } from '../../shared/ui/tag';
import { Prose } from '../../shared/ui/text';
import { stateTint } from './state-tint';

/** 确认与征求意见: who was asked about the draft, and what they answered; nothing where nobody was asked. */
export function ConfirmationsPart({ file }: { file: CaseFile }) {
  if (file.confirmations.length === 0) return null;
  return (
    <section className="part" aria-label="确认与征求意见">
      <h3>确认与征求意见</h3>
      {file.confirmations.map((each) => (
        <Asked key={each.id} asked={each} />
      ))}
    </section>
  );
}

function Asked({ asked }: { asked: Confirmation }) {
  const { recipient, stateLabel, state, dueOn, askedBy, askedAt, note, passages, address } = asked;
  return (
    <article className="opinion">
      <h4 className="between">
        <span>
          {recipient}
          {asked.kind === 'proposer' && '（提案者）'}
        </span>
        <Tag tint={stateTint(state)}>{stateLabel}</Tag>
      </h4>
      <p className="quiet">
        {askedBy} {showInstant(askedAt)} 征求{dueOn && `，${showDay(dueOn)}前答复`}
      </p>
      {note && <p>附言：{note}</p>}
      {passages.length > 0 && (
        <details>
          <summary>征求的内容（{passages.length} 段）</summary>
          {passages.map(({ section, body }, i) => (
            <div key={i}>
              <b>{section}</b>
              <Prose text={body} />
            </div>
          ))}
        </details>
      )}
      {asked.answeredAt && (
        <div className="question">
          <b>
            {asked.answeredBy} {showInstant(asked.answeredAt)}
          </b>
          <Prose text={asked.remark ?? '没有修改意见。'} />
        </div>
      )}
      {address && (
        <p>
          专用链接：<a href={address}>{address}</a>
        </p>
      )}
    </article>
  );
}
