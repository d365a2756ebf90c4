import { InputNumber, Select } from 'antd';
import type { ImportBatch } from '../../shared/api/types';
import { importFields, proposalKinds } from '../../shared/api/words';

export type ImportField = keyof typeof importFields;
export type Columns = Readonly<Partial<Record<ImportField, number>>>;

/** What a person says of the list as a whole. */
export interface Choice {
  readonly columns: Columns;
  readonly kind: ImportBatch['kind'];
  readonly term: number | null;
  readonly meeting: number | null;
}

export const fieldNames = Object.keys(importFields) as ImportField[];

export const choiceOf = ({ columns, kind, term, meeting }: ImportBatch): Choice => ({
  columns: Object.fromEntries(columns.map(({ field, column }) => [field, column])),
  ...{ kind, term, meeting },
});

/** A column serves one field: where it is chosen for a second one, the first gives it up. */
export function withColumn(columns: Columns, field: ImportField, column: number | null): Columns {
  const others = Object.entries(columns).filter(([name, at]) => name !== field && at !== column);
  return Object.fromEntries(column === null ? others : [...others, [field, column]]);
}

const kindOptions = Object.entries(proposalKinds).map(([value, label]) => ({ value, label }));

/** Which column tells what, and what lines are taken for that do not say. */
export function ColumnsPart({
  header,
  choice,
  onChange,
}: {
  header: readonly string[];
  choice: Choice;
  onChange: (choice: Choice) => void;
}) {
  const options = header.map((text, i) => ({ value: i, label: text || `第 ${i + 1} 列` }));
  return (
    <section className="card pad settings" aria-label="各列的含义">
      <h2>各列的含义</h2>
      <p className="quiet">改过的对应关系会记住，下次同样格式的清单自动套用。</p>
      <div className="import-columns">
        {fieldNames.map((field) => (
          <label key={field}>
            <span>{importFields[field]}</span>
            <Select
              aria-label={`${importFields[field]}所在的列`}
              allowClear
              placeholder="清单里没有"
              options={options}
              value={choice.columns[field] ?? null}
              onChange={(column: number | null | undefined) =>
                onChange({ ...choice, columns: withColumn(choice.columns, field, column ?? null) })
              }
            />
          </label>
        ))}
      </div>
      <h2>没有写明的行按</h2>
      <div className="import-columns">
        <label>
          <span>类型</span>
          <Select
            aria-label="没有写明的行的类型"
            options={kindOptions}
            value={choice.kind}
            onChange={(kind) => onChange({ ...choice, kind })}
          />
        </label>
        <label>
          <span>届</span>
          <InputNumber
            aria-label="没有写明的行的届"
            min={1}
            max={99}
            value={choice.term}
            onChange={(term) => onChange({ ...choice, term })}
          />
        </label>
        <label>
          <span>次</span>
          <InputNumber
            aria-label="没有写明的行的次"
            min={1}
            max={20}
            value={choice.meeting}
            onChange={(meeting) => onChange({ ...choice, meeting })}
          />
        </label>
      </div>
    </section>
  );
}
