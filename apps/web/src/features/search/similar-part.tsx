import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Alert } from 'antd';
import { useEffect, useState } from 'react';
import { similarProposalsQuery } from '../../shared/api/queries';

/** Who types is not asked about at every key. */
const PAUSE_MS = 400;

function useSettled(words: string): string {
  const [settled, setSettled] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setSettled(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [words]);
  return settled;
}

/** 相近的提案: what may be the same, while its title is being typed; nothing is said where there is none. */
export function SimilarPart({ title }: { title: string }) {
  const { data = [] } = useQuery(similarProposalsQuery(useSettled(title.trim())));
  if (data.length === 0) return null;
  return (
    <Alert
      type="info"
      showIcon
      role="status"
      title="有案由相近的提案，请看是否重复或可以并案"
      description={
        <ul className="lines">
          {data.map(({ proposalId, letterId, number, title: other, year, units }) => (
            <li key={proposalId ?? letterId}>
              <Link
                target="_blank"
                {...(proposalId === null
                  ? { to: '/earlier-letters', search: { letter: letterId ?? undefined } }
                  : { to: '/proposals/$id', params: { id: proposalId } })}
              >
                {year} 年{number && `第${number}号`} {other}
              </Link>
              {units && <span className="quiet"> {units}</span>}
            </li>
          ))}
        </ul>
      }
    />
  );
}
