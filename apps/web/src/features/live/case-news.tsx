import { useQuery, useQueryClient } from '@tanstack/react-query';
import { App } from 'antd';
import { useEffect } from 'react';
import { caseQuery } from '../../shared/api/queries';
import type { CaseFile } from '../../shared/api/types';
import { useChangedAt } from '../../shared/live';

interface Props {
  readonly id: string;
  /** Nothing is being filled in: the page takes the news over by itself and says what they are. */
  readonly follow?: boolean;
}

const MOST = 60;

/** What was done, in the words of the case's history; of what this reader is not shown, only that there is something. */
function newsOf(step: CaseFile['history'][number] | undefined): string {
  if (!step) return '这件提案刚有新进展，已更新';
  const words = step.words.length > MOST ? `${step.words.slice(0, MOST)}…` : step.words;
  return `刚有新进展：${words}（${step.actor}）`;
}

/** Somebody else has changed the case on the screen: where one is at work with it, the reader decides when to see it. */
export function CaseNews({ id, follow = false }: Props) {
  const client = useQueryClient();
  const { message } = App.useApp();
  const changedAt = useChangedAt(id);
  const { dataUpdatedAt } = useQuery(caseQuery(id));
  const behind = dataUpdatedAt > 0 && changedAt > dataUpdatedAt;
  useEffect(() => {
    if (!follow || !behind) return;
    const { queryKey } = caseQuery(id);
    const known = client.getQueryData(queryKey)?.history.length ?? 0;
    void client
      .fetchQuery({ ...caseQuery(id), staleTime: 0 })
      .then(({ history }) => void message.info(newsOf(history.slice(known).at(-1))))
      // The page itself says where the case cannot be had any more.
      .catch(() => undefined);
  }, [behind, changedAt, client, follow, id, message]);
  return (
    <div role="status">
      {behind && !follow && (
        <button
          type="button"
          className="news"
          onClick={() => void client.invalidateQueries({ queryKey: caseQuery(id).queryKey })}
        >
          这件提案刚有新进展，点此刷新
        </button>
      )}
    </div>
  );
}
