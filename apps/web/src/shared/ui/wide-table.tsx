import type { ReactNode } from 'react';

interface Props {
  /** What it is a table of; `…表` is how it is announced. */
  readonly title: string;
  readonly heads: readonly string[];
  /** Its cells are figures. */
  readonly numbers?: boolean;
  /** The rows. */
  readonly children: ReactNode;
}

/** A table that is read column by column: on a phone it is pushed sideways rather than squeezed. */
export const WideTable = ({ title, heads, numbers = false, children }: Props) => (
  <div className="scroll-x wide-table" tabIndex={0} role="region" aria-label={`${title}表`}>
    <table className={numbers ? 'table numbers' : 'table'}>
      <thead>
        <tr>
          {heads.map((head) => (
            <th key={head} scope="col">
              {head}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  </div>
);

/** The same on a card of its own, under its name. */
export const TableCard = (props: Props) => (
  <section className="card pad settings" aria-label={props.title}>
    <h2>{props.title}</h2>
    <WideTable {...props} />
  </section>
);
