import { Link } from '@tanstack/react-router';
import { showShortInstant } from '../../shared/format';
import { ChooseList } from '../../shared/ui/choose-list';
import { type BoardRow, mayMove, rowKey } from './board';

interface Props {
  readonly rows: readonly BoardRow[];
  readonly chosen: ReadonlySet<string>;
  readonly disabled: boolean;
  readonly onChoose: (keys: ReadonlySet<string>) => void;
}

/** What waits in one box, the longest waiting first; what cannot be done yet says why. */
export function BoardList({ rows, chosen, disabled, onChoose }: Props) {
  return (
    <ChooseList
      groups={[{ key: 'all', rows }]}
      keyOf={rowKey}
      nameOf={(row) => `${row.documentNumber ?? ''} 第 ${row.number} 号`}
      mayChoose={mayMove}
      counter="件"
      {...{ chosen, disabled, onChoose }}
    >
      {(row, box) => (
        <li key={rowKey(row)}>
          {box}
          <BoardEntry row={row} />
        </li>
      )}
    </ChooseList>
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
