import { Link } from '@tanstack/react-router';
import { showShortInstant } from '../../shared/format';
import { type BoardRow, mayMove, rowKey } from './board';

interface Props {
  readonly rows: readonly BoardRow[];
  readonly chosen: ReadonlySet<string>;
  readonly disabled: boolean;
  readonly onChoose: (keys: ReadonlySet<string>) => void;
}

/** What waits in one box, the longest waiting first; what cannot be done yet says why. */
export function BoardList({ rows, chosen, disabled, onChoose }: Props) {
  const able = rows.filter(mayMove).map(rowKey);
  const toggle = (key: string): void => {
    const next = new Set(chosen);
    if (!next.delete(key)) next.add(key);
    onChoose(next);
  };
  return (
    <>
      {able.length > 1 && (
        <label className="board-all">
          <input
            type="checkbox"
            disabled={disabled}
            checked={able.every((key) => chosen.has(key))}
            onChange={(event) => onChoose(new Set(event.target.checked ? able : []))}
          />{' '}
          全选 {able.length} 件
        </label>
      )}
      <ul className="board">
        {rows.map((row) => (
          <li key={rowKey(row)}>
            <input
              type="checkbox"
              aria-label={`选 ${row.documentNumber ?? ''} 第 ${row.number} 号`}
              disabled={disabled || !mayMove(row)}
              checked={chosen.has(rowKey(row))}
              onChange={() => toggle(rowKey(row))}
            />
            <BoardEntry row={row} />
          </li>
        ))}
      </ul>
    </>
  );
}

/** Why it has to wait, or nothing. */
const waitsFor = ({ step, box, archive }: BoardRow): string | null => {
  if (archive || (step && step.blockedBy === null)) return null;
  return step?.blockedBy ?? (box === 'archive' ? null : '由本单位文书办理');
};

const sinceWords = { number: '签发', seal: '编号', deliver: '用印', archive: '送达' } as const;

function BoardEntry({ row }: { row: BoardRow }) {
  const words = row.documentNumber ?? row.title;
  const waits = waitsFor(row);
  return (
    <div>
      {row.letterId ? (
        <Link to="/letters/$id" params={{ id: row.letterId }} className="row-title">
          {words}
        </Link>
      ) : (
        <Link to="/proposals/$id" params={{ id: row.proposalId }} className="row-title">
          {words}
        </Link>
      )}
      <div className="quiet">
        第 {row.number} 号{row.documentNumber && ` · ${row.title}`}
        {row.since && ` · ${showShortInstant(row.since)} ${sinceWords[row.box]}`}
        {row.sent > 0 && ` · 回执 ${row.received}/${row.sent}`}
      </div>
      {waits && <div className="row-waits">{waits}</div>}
    </div>
  );
}
