import type { CaseFile } from '../../shared/api/types';
import { showInstant } from '../../shared/format';

/** 经过: everything that happened, the latest first. */
export function HistoryPart({ file }: { file: CaseFile }) {
  return (
    <>
      <h2>经过</h2>
      <ol className="flow history" reversed>
        {[...file.history].reverse().map((step, i) => (
          <li key={i}>
            {step.words}
            <span className="quiet">
              {' '}
              {step.actor} · {showInstant(step.at)}
            </span>
          </li>
        ))}
      </ol>
    </>
  );
}
