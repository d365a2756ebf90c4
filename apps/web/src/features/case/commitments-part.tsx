import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { apiUrl } from '../../shared/api/client';
import type { CaseFile, Commitment } from '../../shared/api/types';
import { showDay, showInstant } from '../../shared/format';
import { Light } from '../../shared/ui/light';
import { Nothing } from '../../shared/ui/states';
import { Tag } from '../../shared/ui/tag';
import { Prose } from '../../shared/ui/text';
import { actionKey } from './action-key';
import { stateTint } from './state-tint';

/** 承诺: what the letter promises, who keeps it by when, how it goes, and what the proposer says. */
export function CommitmentsPart({ file }: { file: CaseFile }) {
  return (
    <>
      <h2>承诺</h2>
      {file.promisesOpen.map(({ assignmentId, unit, reason }) => (
        <Alert
          key={assignmentId}
          type="warning"
          showIcon
          title={file.promisesOpen.length > 1 ? `${unit}：${reason}` : reason}
        />
      ))}
      {file.commitments.length === 0 && (
        <Nothing words="还没有承诺。答复函编号发文后，函中的承诺会列在这里等待确认。" />
      )}
      {file.commitments.map((promise) => (
        <Promised key={promise.id} promise={promise} file={file} />
      ))}
    </>
  );
}

const day = (promise: Commitment): string => (promise.dueOn ? `${showDay(promise.dueOn)}前完成` : '期限待定');

function Promised({ promise, file }: { promise: Commitment; file: CaseFile }) {
  const { text, state, stateLabel, ownerUnit, owner, quote, origin, originLabel } = promise;
  return (
    <section className="part" aria-label={text}>
      <h3 className="between">
        <span>{text}</span>
        <Tag tint={promise.outcome === 'unkept' ? 'red' : stateTint(state)}>{stateLabel}</Tag>
      </h3>
      <p>
        {ownerUnit}
        {owner && ` ${owner}`} · {day(promise)} {state === 'confirmed' && <Light light={promise.light} />}
      </p>
      <p className="quiet">
        {promise.documentNumber}
        {promise.suggestion && ` · 建议“${promise.suggestion}”`} · {originLabel}
        {promise.dueWords && ` · 时间写作“${promise.dueWords}”`}
      </p>
      {quote && origin === 'letter' && state === 'proposed' && (
        <div className="question">
          <b>函中原文</b>
          <Prose text={quote} />
        </div>
      )}
      <Doings promise={promise} file={file} />
      <Progress promise={promise} />
      <Outcome promise={promise} />
      <Links promise={promise} />
    </section>
  );
}

/** What the reader may do with this promise. */
function Doings({ promise, file }: { promise: Commitment; file: CaseFile }) {
  const own = file.nextActions.filter(({ targetId }) => targetId === promise.id);
  if (own.length === 0) return null;
  return (
    <p className="row-buttons">
      {own.map((action) => (
        <Link
          key={action.command}
          to="."
          search={(now) => ({ ...now, do: actionKey(action), with: undefined })}
          className={action.todo ? 'as-button as-primary' : 'as-button'}
        >
          {action.label}
        </Link>
      ))}
    </p>
  );
}

function Progress({ promise: { progress } }: { promise: Commitment }) {
  if (progress.length === 0) return null;
  return (
    <ol className="plain progress">
      {progress.map((each) => (
        <li key={each.id}>
          <b>
            {showDay(each.on)} {each.kindLabel}
            {each.percent !== null && ` ${each.percent}%`}
          </b>
          {each.dueFrom && each.dueTo && `（${showDay(each.dueFrom)} → ${showDay(each.dueTo)}）`}
          <Prose text={each.text} />
          <p className="quiet">
            {each.recordedBy} 记于 {showInstant(each.recordedAt)}
            {each.file && (
              <>
                {' · '}
                <a href={apiUrl(each.file.href)}>佐证材料</a>
              </>
            )}
          </p>
        </li>
      ))}
    </ol>
  );
}

/** Why it was given up or is no promise, the second answer, and how it was rated. */
function Outcome({ promise }: { promise: Commitment }) {
  const { outcome, state, settledWords, answer, answeredBy, answeredAt, ratings } = promise;
  return (
    <>
      {settledWords && outcome !== 'kept' && (
        <div className="question">
          <b>{state === 'struck' ? '不作登记的原因' : '不能兑现的原因'}</b>
          <Prose text={settledWords} />
        </div>
      )}
      {answer && (
        <div className="question">
          <b>
            二次答复（{answeredBy}，{answeredAt && showInstant(answeredAt)}）
          </b>
          <Prose text={answer} />
        </div>
      )}
      {ratings.map(({ proposer, rating, ratingLabel, remark, ratedAt }) => (
        <p key={proposer}>
          {proposer}：<Tag tint={rating === 'dissatisfied' ? 'red' : 'green'}>{ratingLabel}</Tag>{' '}
          <span className="quiet">{showInstant(ratedAt)}</span>
          {remark && ` ${remark}`}
        </p>
      ))}
      {state === 'answered' && ratings.length === 0 && <p className="quiet">提案者还没有评价。</p>}
    </>
  );
}

/** For the coordinator, who sends them. */
function Links({ promise: { links } }: { promise: Commitment }) {
  if (links.length === 0) return null;
  return (
    <div className="question">
      <b>请把各自的链接转给提案者</b>
      <ul className="plain">
        {links.map(({ proposer, address, expiresOn }) => (
          <li key={address}>
            {proposer}：<code className="address">{address}</code>{' '}
            <span className="quiet">{showDay(expiresOn)}前有效</span>
          </li>
        ))}
      </ul>
    </div>
  );
}
