import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { App } from 'antd';
import { createElement } from 'react';
import { todoQuery } from '../../shared/api/queries';
import type { TodoItem } from '../../shared/api/types';
import type { Step } from './review';

const waits = ({ waitingCommand, blockedBy }: TodoItem): boolean =>
  waitingCommand === 'reviewStep.approve' && blockedBy === null;

/** The texts that wait for my word: this case's own next step before any other. */
export const reviewsLeft = (items: readonly TodoItem[], here: string): TodoItem[] =>
  items.filter(waits).sort((a, b) => Number(b.proposalId === here) - Number(a.proposalId === here));

/** After a decision the next text opens by itself; until its next reader has it, the word given can be taken back. */
export function useNextReview(here: string) {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { message } = App.useApp();
  return async (done: string, taken: Step): Promise<void> => {
    const { items } = await client.fetchQuery({ ...todoQuery('todo'), staleTime: 0 });
    const left = reviewsLeft(items, here);
    const [next] = left;
    const takeBack = (): void => {
      message.destroy();
      const search = { do: `reviewStep.withdraw~${taken.id}` };
      void navigate({ to: '/proposals/$id', params: { id: here }, search });
    };
    const more = next ? `，接着看下一件（还有 ${left.length} 件）` : '，没有等您审的了';
    const undo = createElement(
      'button',
      { type: 'button', className: 'as-button', onClick: takeBack },
      '撤回',
    );
    message.open({
      type: 'success',
      duration: 10,
      content: createElement('span', { className: 'row-buttons' }, `${done}${more}`, undo),
    });
    if (next?.proposalId === here) return;
    if (next) await navigate({ to: '/proposals/$id/review', params: { id: next.proposalId } });
    else await navigate({ to: '/todo' });
  };
}
