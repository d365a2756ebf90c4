import type { CaseFile } from '../../shared/api/types';
import { showDay } from '../../shared/format';

/** 结案: when it was closed, or what is still missing; and the archive package once a letter is out. */
export function ClosingLine({ file }: { file: CaseFile }) {
  const { id, closedOn, closingOpen } = file.proposal;
  const isOut = file.letters.some(({ state }) => state === 'delivered');
  if (!isOut) return null;
  return (
    <div>
      {closedOn ? (
        <p>{showDay(closedOn)}结案</p>
      ) : (
        closingOpen.length > 0 && (
          <details>
            <summary>离结案还差 {closingOpen.length} 项</summary>
            <ul>
              {closingOpen.map((missing) => (
                <li key={missing}>{missing}</li>
              ))}
            </ul>
          </details>
        )
      )}
      <a className="as-button" href={`/api/proposals/${id}/archive.zip`} download>
        下载归档包
      </a>
    </div>
  );
}
