import type { ReactNode } from 'react';

export interface RowGroup<Row> {
  readonly key: string;
  readonly head?: ReactNode;
  readonly rows: readonly Row[];
}

interface Props<Row> {
  readonly groups: readonly RowGroup<Row>[];
  readonly keyOf: (row: Row) => string;
  /** What a person who does not see the row calls it. */
  readonly nameOf: (row: Row) => string;
  readonly mayChoose: (row: Row) => boolean;
  /** What rows are counted in. */
  readonly counter: '件' | '项';
  readonly chosen: ReadonlySet<string>;
  readonly disabled: boolean;
  readonly onChoose: (keys: ReadonlySet<string>) => void;
  readonly className?: string;
  /** One row as a list item, with the box that chooses it. */
  readonly children: (row: Row, box: ReactNode) => ReactNode;
}

/** The keys with one more, or without it where it was among them. */
export function toggled(keys: ReadonlySet<string>, key: string): ReadonlySet<string> {
  const next = new Set(keys);
  if (!next.delete(key)) next.add(key);
  return next;
}

/** Rows of which several can be chosen, one by one or all that can be. */
export function ChooseList<Row>(props: Props<Row>) {
  const { groups, keyOf, nameOf, mayChoose, counter, chosen, disabled, onChoose } = props;
  const able = groups.flatMap(({ rows }) => rows.filter(mayChoose).map(keyOf));
  const boxOf = (row: Row): ReactNode => (
    <input
      type="checkbox"
      className="choose"
      aria-label={`选 ${nameOf(row)}`}
      disabled={disabled || !mayChoose(row)}
      checked={chosen.has(keyOf(row))}
      onChange={() => onChoose(toggled(chosen, keyOf(row)))}
    />
  );
  return (
    <>
      {able.length > 1 && (
        <label className="choose-all">
          <input
            type="checkbox"
            className="choose"
            disabled={disabled}
            checked={able.every((key) => chosen.has(key))}
            onChange={(event) => onChoose(new Set(event.target.checked ? able : []))}
          />{' '}
          全选 {able.length} {counter}
        </label>
      )}
      {groups.map(({ key, head, rows }) => (
        <section key={key} aria-label={head === undefined ? undefined : key}>
          {head}
          <ul className={props.className ?? 'board'}>{rows.map((row) => props.children(row, boxOf(row)))}</ul>
        </section>
      ))}
    </>
  );
}
