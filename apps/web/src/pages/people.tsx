import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { Input } from 'antd';
import { Tag } from '../shared/ui/tag';
import { useState } from 'react';
import { ActionButtons } from '../features/actions/action-drawer';
import { meQuery, peopleQuery } from '../shared/api/queries';
import { duties } from '../shared/api/words';
import { ExportButton } from '../shared/ui/list-buttons';
import { Answer, Nothing, usePageTitle } from '../shared/ui/states';

/** The people, where they sit and what they are trusted with. */
export function PeoplePage() {
  usePageTitle('人员');
  const [words, setWords] = useState('');
  const query = useQuery(peopleQuery);
  const { data: me } = useSuspenseQuery(meQuery);
  return (
    <>
      <div className="page-head">
        <h1>人员</h1>
        <Input
          className="search"
          aria-label="按姓名、账号或单位找人"
          placeholder="姓名、账号、单位"
          allowClear
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
        <ExportButton list="/people.xlsx" asked={{ q: words.trim() || undefined }} name="人员" />
        <ActionButtons
          primary
          actions={me.actions.filter((action) => action.command.startsWith('person.'))}
        />
      </div>
      <Answer query={query}>
        {(people) => {
          const found = people.filter((person) =>
            [person.name, person.account, person.unit].some((name) => name.includes(words.trim())),
          );
          if (found.length === 0) return <Nothing words={words ? '没有这样的人。' : '还没有人员。'} />;
          return (
            <ul className="house">
              {found.map((person) => (
                <li key={person.id} className="card pad">
                  <h2>
                    {person.name} <small className="quiet">{person.account}</small>{' '}
                    {person.disabled && <Tag>已停用</Tag>}
                  </h2>
                  <p>
                    {person.unit}
                    {person.office ? ` · ${person.office}` : ''}
                  </p>
                  <p>
                    {person.duties.length === 0 ? (
                      <span className="quiet">没有职责</span>
                    ) : (
                      person.duties.map((duty) => <Tag key={duty}>{duties[duty]}</Tag>)
                    )}
                  </p>
                  <ActionButtons actions={person.actions} />
                </li>
              ))}
            </ul>
          );
        }}
      </Answer>
    </>
  );
}
