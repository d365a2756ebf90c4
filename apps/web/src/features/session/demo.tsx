import type { Demo } from '../../shared/api/types';

type Account = Demo['accounts'][number];

/** Neighbours of one unit stand together; the order is the server's, the order of the path. */
function byUnit(accounts: readonly Account[]): { unit: string; people: Account[] }[] {
  const groups: { unit: string; people: Account[] }[] = [];
  for (const account of accounts) {
    const last = groups.at(-1);
    if (last?.unit === account.unit) last.people.push(account);
    else groups.push({ unit: account.unit, people: [account] });
  }
  return groups;
}

/** One row a person; the name signs in. */
export function DemoAccounts({ demo, onEnter }: { demo: Demo; onEnter: (account: Account) => void }) {
  return (
    <div className="scroll-x" tabIndex={0} role="region" aria-label="演示账号表">
      <table className="table">
        <thead>
          <tr>
            <th scope="col">姓名</th>
            <th scope="col">职责</th>
            <th scope="col">账号 / 密码</th>
          </tr>
        </thead>
        {byUnit(demo.accounts).map(({ unit, people }, i) => (
          <tbody key={i}>
            <tr>
              <th scope="rowgroup" colSpan={3} className="group">
                {unit}
              </th>
            </tr>
            {people.map((person) => (
              <tr key={person.account}>
                <td>
                  <button type="button" className="link" onClick={() => onEnter(person)}>
                    {person.name}
                  </button>
                </td>
                <td>{person.duties.join('、')}</td>
                <td className="mono">
                  {person.account} / {person.password}
                </td>
              </tr>
            ))}
          </tbody>
        ))}
      </table>
    </div>
  );
}

/** The letter the demo has already sent: what all this work ends in. */
export function DemoLetter({ letter }: { letter: NonNullable<Demo['letter']> }) {
  return (
    <div className="demo-letter">
      <h2>已发出的一件答复函</h2>
      <p>
        {letter.title}
        <br />
        <span className="quiet">{letter.documentNumber}</span>
      </p>
      <p className="row-buttons">
        <a className="as-button" href={letter.page}>
          网页
        </a>
        <a className="as-button" href={letter.pdf} target="_blank" rel="noreferrer">
          PDF
        </a>
        <a className="as-button" href={letter.docx}>
          DOCX
        </a>
      </p>
    </div>
  );
}
