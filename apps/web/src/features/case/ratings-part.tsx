import type { CaseFile, Rating, Redo } from '../../shared/api/types';
import { apiUrl } from '../../shared/api/client';
import { showDay, showInstant } from '../../shared/format';
import { CopyLink } from '../../shared/ui/copy-link';
import { Nothing } from '../../shared/ui/states';
import { Tag, type Tint } from '../../shared/ui/tag';
import { Prose } from '../../shared/ui/text';
import { stateTint } from './state-tint';

const tints: Readonly<Record<string, Tint>> = { satisfied: 'green', fair: 'blue', dissatisfied: 'red' };

/** 反馈: what the proposers say to the letters, and what followed from it. */
export function RatingsPart({ file }: { file: CaseFile }) {
  const { ratings, redos } = file;
  if (ratings.length === 0 && redos.length === 0)
    return <Nothing words="还没有测评。答复函送达后由交办单位请提案者测评；提交之后，这里才看得到。" />;
  return (
    <>
      <h2>测评</h2>
      {ratings.map((rating) => (
        <RatingView key={rating.id} rating={rating} />
      ))}
      {redos.length > 0 && <h2>重新办理</h2>}
      {redos.map((redo) => (
        <RedoView key={redo.id} redo={redo} />
      ))}
    </>
  );
}

function RatingView({ rating }: { rating: Rating }) {
  const { proposer, documentNumber, round, state, stateLabel, dueOn, remindedAt, address, given } = rating;
  return (
    <section className="part" aria-label={`${proposer}的测评`}>
      <h3 className="between">
        <span>
          {proposer} <small className="quiet">{documentNumber}</small>
          {round > 1 && <small className="quiet">（重新办理后）</small>}
        </span>
        <Tag tint={stateTint(state)}>{stateLabel}</Tag>
      </h3>
      {given ? (
        <>
          <p>
            办理 <Tag tint={tints[given.handling] ?? 'plain'}>{given.handlingLabel}</Tag> 结果{' '}
            <Tag tint={tints[given.result] ?? 'plain'}>{given.resultLabel}</Tag>{' '}
            <span className="quiet">
              {showInstant(given.at)} · {given.viaLabel}
              {given.scan && (
                <>
                  {' · '}
                  <a href={apiUrl(given.scan)}>书面测评扫描件</a>
                </>
              )}
            </span>
          </p>
          <Reason words="对办理不满意的理由" text={given.handlingReason} />
          <Reason words="对结果不满意的理由" text={given.resultReason} />
          <Reason words="其他意见" text={given.remark} />
        </>
      ) : (
        <p className="quiet">
          {dueOn && `${showDay(dueOn)}前测评`}
          {remindedAt && ` · 已于 ${showInstant(remindedAt)} 提醒`}
        </p>
      )}
      {address && (
        <div className="quiet">
          测评链接（只交给提案者本人，不经办理单位）：
          <CopyLink address={address} label={`复制链接：${proposer}的测评`} />
        </div>
      )}
    </section>
  );
}

function Reason({ words, text }: { words: string; text: string | null }) {
  return text ? (
    <div className="question">
      <b>{words}</b>
      <Prose text={text} />
    </div>
  ) : null;
}

function RedoView({ redo }: { redo: Redo }) {
  const { unit, documentNumber, stateLabel, state, weighedAt, decidedAt, decidedBy, reason, rung } = redo;
  return (
    <section className="part" aria-label={`${unit}：${documentNumber}`}>
      <h3 className="between">
        <span>
          {unit} <small className="quiet">对{documentNumber}不满意</small>
        </span>
        <Tag tint={stateTint(state)}>{stateLabel}</Tag>
      </h3>
      <p className="quiet">
        {showInstant(weighedAt)} 提出
        {decidedAt && ` · ${showInstant(decidedAt)} ${decidedBy ?? ''}决定`}
      </p>
      <Reason words="要求或理由" text={reason} />
      {rung && (
        <div className="question">
          <b>
            {showDay(rung.on)} {rung.wayLabel}
          </b>
          <p>{rung.people}</p>
          <Prose text={rung.outcome} />
        </div>
      )}
    </section>
  );
}
