import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App } from 'antd';
import { todoQuery } from '../../shared/api/queries';
import type { TodoItem } from '../../shared/api/types';
import { rowPage } from './step-page';

/** The other cases that wait for the same step from the same person. */
export const waitAsWell = (items: readonly TodoItem[], here: string, command: string): TodoItem[] =>
  items.filter(
    (item) => item.proposalId !== here && item.waitingCommand === command && item.blockedBy === null,
  );

/** Save and next: once a step is done, the next case that waits for it opens by itself; after the last one, this case. */
export function useNextCase(here: string, command: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  return async (): Promise<void> => {
    const { items } = await client.fetchQuery({ ...todoQuery('todo'), staleTime: 0 });
    const left = waitAsWell(items, here, command);
    const [next] = left;
    if (!next) return navigate({ to: '/proposals/$id', params: { id: here } });
    void message.info(`接着办下一件（还有 ${left.length} 件）`);
    await navigate(rowPage(next));
  };
}
