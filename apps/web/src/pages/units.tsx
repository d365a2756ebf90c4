import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { useState } from 'react';
import { ActionButtons } from '../features/actions/action-drawer';
import { meQuery, unitsQuery } from '../shared/api/queries';
import { ExportButton } from '../shared/ui/list-buttons';
import { Answer, Nothing, usePageTitle } from '../shared/ui/states';

/** The units, the names they are known by, their offices. */
export function UnitsPage() {
  usePageTitle('单位');
  const [words, setWords] = useState('');
  const query = useQuery(unitsQuery);
  const { data: me } = useSuspenseQuery(meQuery);
  return (
    <>
      <div className="page-head">
        <h1>单位</h1>
        <Input
          className="search"
          aria-label="按名称找单位"
          placeholder="全称、简称、别名"
          allowClear
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <ExportButton list="/units.xlsx" asked={{ q: words.trim() || undefined }} name="单位名录" />
        <ActionButtons primary actions={me.actions.filter((action) => action.command.startsWith('unit.'))} />
      </div>
      <Answer query={query}>
        {(units) => {
          const found = units.filter((unit) =>
            [unit.name, unit.shortName, unit.code, ...unit.aliases].some((name) =>
              name.includes(words.trim()),
            ),
          );
          if (found.length === 0) return <Nothing words={words ? '没有这样的单位。' : '还没有单位。'} />;
          return (
            <ul className="house">
              {found.map((unit) => (
                <li key={unit.id} className="card pad">
                  <h2>
                    {unit.name} <small className="quiet">{unit.code}</small>
                  </h2>
                  <p>函中简称：{unit.shortName}</p>
                  {unit.aliases.length > 0 && <p className="quiet">别名：{unit.aliases.join('、')}</p>}
                  <p className="quiet">
                    科室：
                    {unit.offices.length > 0 ? unit.offices.map((office) => office.name).join('、') : '未设'}
                  </p>
                  <ActionButtons actions={unit.actions} />
                </li>
              ))}
            </ul>
          );
        }}
      </Answer>
    </>
  );
}
