import { apiUrl } from '../../shared/api/client';
import type { CaseFile } from '../../shared/api/types';
import { showDay } from '../../shared/format';

/** 结案: when it was closed, or what is still missing; and the archive package for whom it is for. */
export function ClosingLine({ file }: { file: CaseFile }) {
  const { closedOn, closingOpen, archive } = file.proposal;
  const isOut = file.letters.some(({ state }) => state === 'delivered');
  if (!isOut) return null;
  return (
    <div className="closing">
      {closedOn && <span>{showDay(closedOn)}结案</span>}
      {!closedOn && closingOpen.length > 0 && (
        <details>
          <summary>离结案还差 {closingOpen.length} 项</summary>
          <ul>
            {closingOpen.map((missing) => (
              <li key={missing}>{missing}</li>
            ))}
          </ul>
        </details>
      )}
      {archive && (
        <a className="as-button" href={apiUrl(archive)} download>
          下载归档包
        </a>
      )}
    </div>
  );
}
