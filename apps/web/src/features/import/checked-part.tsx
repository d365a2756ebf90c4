import { Alert, Button, Radio } from 'antd';
import { useState } from 'react';
import type { ImportBatch } from '../../shared/api/types';
import { importModes } from '../../shared/api/words';
import { type Choice, choiceOf, ColumnsPart, fieldNames, type ImportField } from './columns-part';
import { type Edits, RowsPart } from './rows-part';
import { useSending } from './use-sending';

/** The body of 重新核对; columns nobody touched are left as they are read. */
const changeOf = (batch: ImportBatch, choice: Choice | null, edits: Edits) => ({
  ...{ kind: batch.kind, term: batch.term, meeting: batch.meeting },
  ...choice,
  columns: choice ? fieldNames.map((field) => ({ field, column: choice.columns[field] ?? null })) : [],
  rows: Object.entries(edits).map(([line, fields]) => ({
    line: Number(line),
    fields: Object.entries(fields).map(([field, text]) => ({ field, text })),
  })),
});

/** A list that was read: its columns and lines are mended, checked again, and confirmed. */
export function CheckedPart({ batch }: { batch: ImportBatch }) {
  const [choice, setChoice] = useState<Choice | null>(null);
  const [edits, setEdits] = useState<Edits>({});
  const { busy, problem, send } = useSending();
  const lines = Object.keys(edits).length;
  const changed = choice !== null || lines > 0;
  const type = (line: number, field: ImportField, text: string): void =>
    setEdits({ ...edits, [line]: { ...edits[line], [field]: text } });
  const again = (): Promise<boolean> => send(`/imports/${batch.id}/change`, changeOf(batch, choice, edits));
  return (
    <>
      {batch.notes.map((note) => (
        <Alert key={note} type="info" showIcon title={note} className="stale" />
      ))}
      <ColumnsPart header={batch.header} choice={choice ?? choiceOf(batch)} onChange={setChoice} />
      <RowsPart batch={batch} edits={edits} onType={type} />
      <section className="card pad settings" aria-label="确认">
        {problem && <Alert type="error" showIcon title={problem} className="stale" />}
        {changed ? (
          <>
            <p role="status">{lines > 0 ? `改了 ${lines} 行，` : '改了各列的含义，'}请先重新核对再导入。</p>
            <Button type="primary" loading={busy} onClick={() => void again()}>
              重新核对
            </Button>
          </>
        ) : (
          <Confirm
            batch={batch}
            busy={busy}
            onConfirm={(mode) => void send(`/imports/${batch.id}/confirm`, { mode })}
          />
        )}
      </section>
    </>
  );
}

function Confirm({
  batch: { good, bad, warned },
  busy,
  onConfirm,
}: {
  batch: ImportBatch;
  busy: boolean;
  onConfirm: (mode: string) => void;
}) {
  const [chosen, setChosen] = useState<'all' | 'good'>('all');
  const options = Object.entries(importModes).map(([value, label]) => ({ value, label }));
  const stuck = good === 0 || (chosen === 'all' && bad > 0);
  return (
    <>
      <p role="status">
        {good} 行可以导入{warned > 0 && `（其中 ${warned} 行有提示）`}，{bad} 行有问题。
      </p>
      <p>
        <Radio.Group
          aria-label="导入哪些行"
          options={options}
          value={chosen}
          onChange={(event) => setChosen(event.target.value as 'all' | 'good')}
        />
      </p>
      <Button type="primary" loading={busy} disabled={stuck} onClick={() => onConfirm(chosen)}>
        确认导入 {good} 件
      </Button>
      {stuck && <p className="quiet">请先改正有问题的行{good > 0 && '，或改选只导入没有问题的行'}。</p>}
    </>
  );
}
