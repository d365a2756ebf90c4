import type { CaseFile, Opinion } from '../../shared/api/types';
import { showDay, showInstant } from '../../shared/format';
import { Tag } from '../../shared/ui/tag';
import { Prose } from '../../shared/ui/text';
import { stateTint } from './state-tint';

type Route = NonNullable<Opinion['ownRoute']>;

/** 本单位审核: an opinion that has not left its unit yet, what it says and who has let it pass; only the unit sees it. */
export function OwnRoute({ file, route }: { file: CaseFile; route: Route }) {
  return (
    <div className="question">
      <b>本单位审核（其他单位看不到）</b>
      {route.refusal && <p>退回原因：{route.refusal}</p>}
      <ol>
        {route.steps.map(({ name, by, at, words }) => (
          <li key={name}>
            {name}：{by && at ? `${by} ${showInstant(at)}${words ? `，${words}` : ''}` : '未办'}
          </li>
        ))}
      </ol>
      {route.items.map(({ suggestionId, positionLabel, body }) => (
        <article key={suggestionId} className="opinion">
          <h4>
            {file.suggestions.find(({ id }) => id === suggestionId)?.title ?? '总体意见'}{' '}
            <Tag>{positionLabel}</Tag>
          </h4>
          <Prose text={body} />
        </article>
      ))}
      <p className="quiet">
        {route.proposedBy} {showInstant(route.proposedAt)} 送审
      </p>
    </div>
  );
}

/** 科室供稿: what other sections of the reader's own unit were asked for, and wrote; nothing where none was asked. */
export function ContributionsPart({ file }: { file: CaseFile }) {
  if (file.contributions.length === 0) return null;
  return (
    <section className="part" aria-label="科室供稿">
      <h2>科室供稿</h2>
      {file.contributions.map(({ id, office, state, stateLabel, question, dueOn, ...more }) => (
        <article key={id} className="opinion">
          <h3 className="between">
            {office}
            <Tag tint={stateTint(state)}>{stateLabel}</Tag>
          </h3>
          <p className="quiet">
            {more.askedBy} {showInstant(more.askedAt)}：{question}
            {dueOn && `（${showDay(dueOn)}前）`}
          </p>
          {more.body && <Prose text={more.body} />}
          {more.givenBy && more.givenAt && (
            <p className="quiet">
              {more.givenBy} {showInstant(more.givenAt)} 供稿
            </p>
          )}
        </article>
      ))}
    </section>
  );
}
