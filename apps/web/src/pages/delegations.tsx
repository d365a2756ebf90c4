import { useQuery } from '@tanstack/react-query';
import { ActionButtons } from '../features/actions/action-drawer';
import { delegationsQuery } from '../shared/api/queries';
import { duties } from '../shared/api/words';
import { ExportButton } from '../shared/ui/list-buttons';
import { Answer, Nothing, usePageTitle } from '../shared/ui/states';
import { Tag } from '../shared/ui/tag';

/** What I have laid into a colleague's hands while I am away, and what colleagues have laid into mine. */
export function DelegationsPage() {
  usePageTitle('委托代办');
  const query = useQuery(delegationsQuery);
  return (
    <Answer query={query}>
      {({ items, actions }) => (
        <>
          <div className="page-head">
            <h1>委托代办</h1>
            <ActionButtons primary actions={actions} />
            <ExportButton list="/delegations.xlsx" name="委托代办" />
          </div>
          {items.length === 0 ? (
            <Nothing words="没有委托。休假、出差前，可以把职责委托给本单位的同事；到期自动收回。" />
          ) : (
            <ul className="house">
              {items.map((item) => (
                <li key={item.id} className="card pad">
                  <h2>
                    {item.from}委托{item.to} <Tag>{item.stateLabel}</Tag>
                  </h2>
                  <p>
                    {item.fromOn} 至 {item.untilOn} · {item.reasonLabel}
                  </p>
                  <p>
                    {item.duties.map((duty) => (
                      <Tag key={duty}>{duties[duty]}</Tag>
                    ))}
                  </p>
                  <ActionButtons actions={item.actions} />
                </li>
              ))}
            </ul>
          )}
        </>
      )}
    </Answer>
  );
}
