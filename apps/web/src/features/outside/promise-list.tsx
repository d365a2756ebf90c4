import type { ReactNode } from 'react';
import type { OutsideLetter } from '../../shared/api/types';
import { showDay } from '../../shared/format';
import { Tag } from '../../shared/ui/tag';
import { Prose } from '../../shared/ui/text';

export type ToldPromise = OutsideLetter['promises'][number];

/** What a letter promises and what became of it, for the proposer. */
export function PromiseList<T extends ToldPromise>({
  promises,
  children,
}: {
  promises: readonly T[];
  children?: (promise: T) => ReactNode;
}) {
  if (promises.length === 0) return null;
  return (
    <section aria-label="承诺的事项">
      <h2>承诺的事项</h2>
      {promises.map((promise) => (
        <article key={promise.id} className="part">
          <h3 className="between">
            <span>{promise.text}</span>
            <Tag tint={promise.outcome === 'unkept' ? 'red' : promise.outcome === 'kept' ? 'green' : 'blue'}>
              {promise.stateLabel}
            </Tag>
          </h3>
          <p className="quiet">
            {promise.dueOn && `${showDay(promise.dueOn)}前完成`}
            {promise.settledOn && ` · ${showDay(promise.settledOn)}${promise.stateLabel}`}
          </p>
          {promise.reason && (
            <div className="question">
              <b>不能兑现的原因</b>
              <Prose text={promise.reason} />
            </div>
          )}
          {promise.answer && (
            <div className="question">
              <b>二次答复</b>
              <Prose text={promise.answer} />
            </div>
          )}
          {children?.(promise)}
        </article>
      ))}
    </section>
  );
}
