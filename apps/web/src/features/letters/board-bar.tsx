import { useState } from 'react';
import type { BoardBox, BoardRow, Filled } from './board';

const buttons: Readonly<Record<BoardBox, string>> = {
  number: '取号并定稿',
  seal: '登记用印',
  deliver: '送达',
  archive: '生成归档包',
};

interface Props {
  readonly box: BoardBox;
  readonly rows: readonly BoardRow[];
  readonly today: string;
  readonly busy: boolean;
  readonly onRun: (filled: Filled) => void;
}

/** What is written once for all chosen, and the button that does it. */
export function BoardBar({ box, rows, today, busy, onRun }: Props) {
  const [date, setDate] = useState(today);
  const [seal, setSeal] = useState('');
  const [copies, setCopies] = useState(1);
  return (
    <form
      className="board-bar"
      onSubmit={(event) => {
        event.preventDefault();
        onRun({ date, seal, copies });
      }}
    >
      {box === 'number' && (
        <label>
          成文日期{' '}
          <input type="date" required value={date} onChange={(event) => setDate(event.target.value)} />
        </label>
      )}
      {box === 'seal' && (
        <>
          <label>
            印章名称{' '}
            <input
              value={seal}
              maxLength={80}
              placeholder={rows[0]?.seal ?? ''}
              onChange={(event) => setSeal(event.target.value)}
            />
          </label>
          <label>
            每件份数{' '}
            <input
              type="number"
              min={1}
              max={999}
              required
              value={copies}
              onChange={(event) => setCopies(Number(event.target.value))}
            />
          </label>
        </>
      )}
      <button type="submit" className="as-button as-primary" disabled={busy || rows.length === 0}>
        {buttons[box]} {rows.length} 件
      </button>
    </form>
  );
}
