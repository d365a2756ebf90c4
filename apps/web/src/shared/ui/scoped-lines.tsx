import type { UseQueryResult } from '@tanstack/react-query';
import { Pagination, Radio } from 'antd';
import { type ReactNode, useState } from 'react';
import { pageSize } from '../api/queries';
import { Answer, Nothing } from './states';

/** Which lines are looked at, and how far down; another choice begins at the top. */
export function useScope<Scope extends string>(first: Scope) {
  const [only, setOnly] = useState(first);
  const [page, setPage] = useState(1);
  const choose = (scope: Scope): void => {
    setOnly(scope);
    setPage(1);
  };
  return { only, page, choose, setPage };
}

interface Props<Scope extends string, Row> {
  readonly title: string;
  /** What the choice is about, for who does not see it. */
  readonly choice: string;
  readonly scopes: readonly { readonly value: Scope; readonly label: string }[];
  readonly scope: ReturnType<typeof useScope<Scope>>;
  readonly query: UseQueryResult<{ rows: readonly Row[]; total: number }>;
  readonly nothing: string;
  /** The same lines as a file. */
  readonly file: ReactNode;
  readonly children: (row: Row) => ReactNode;
}

/** The lines of something that came in, under a choice of which: what each brought and what is the matter with it. */
export const ScopedLines = <Scope extends string, Row extends { readonly line: number }>({
  scope: { only, page, choose, setPage },
  ...props
}: Props<Scope, Row>) => (
  <section className="card pad settings" aria-label={props.title}>
    <h2 className="between">
      {props.title}
      {props.file}
    </h2>
    <Radio.Group
      aria-label={props.choice}
      optionType="button"
      options={[...props.scopes]}
      value={only}
      onChange={(event) => choose(event.target.value as Scope)}
    />
    <Answer query={props.query}>
      {({ rows, total }) => (
        <>
          {rows.length === 0 && <Nothing words={props.nothing} />}
          <ul className="lines">
            {rows.map((row) => (
              <li key={row.line}>{props.children(row)}</li>
            ))}
          </ul>
          {total > pageSize && (
            <Pagination
              className="pages"
              current={page}
              pageSize={pageSize}
              total={total}
              showSizeChanger={false}
              onChange={setPage}
            />
          )}
        </>
      )}
    </Answer>
  </section>
);
