import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { caseQuery, meQuery } from '../../shared/api/queries';
import type { Me } from '../../shared/api/types';
import { noteChange, setLive } from '../../shared/live';

const AGAIN_MS = 5_000;

/** What may have changed while nobody told: asked for anew wherever it is on the screen. */
export function lookAgain(client: QueryClient): void {
  for (const queryKey of [meQuery.queryKey, ['notices'], ['todo'], ['proposals'], ['case']])
    void client.invalidateQueries({ queryKey });
}

/** The number at the bell; a list of notices on the screen is asked for anew. */
export function onUnread(client: QueryClient, { unread }: { unread: number }): void {
  const known = client.getQueryData(meQuery.queryKey);
  if (!known || known.unread === unread) return;
  client.setQueryData(meQuery.queryKey, (me: Me | undefined) => me && { ...me, unread });
  void client.invalidateQueries({ queryKey: ['notices'] });
}

/** Lists follow at once. A case that somebody else has changed is not pulled away from under its reader: the page offers it. */
export function onCase(client: QueryClient, { id, others }: { id: string; others: boolean }): void {
  void client.invalidateQueries({ queryKey: ['todo'] });
  void client.invalidateQueries({ queryKey: ['proposals'] });
  if (others) noteChange(id);
  void client.invalidateQueries({
    queryKey: caseQuery(id).queryKey,
    refetchType: others ? 'none' : 'active',
  });
}

/** Opens the stream; it comes back by itself. @returns how to close it for good */
function follow(client: QueryClient): () => void {
  let source: EventSource | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const close = (): void => {
    clearTimeout(timer);
    source?.close();
    source = null;
    setLive(false);
  };
  const open = (): void => {
    close();
    const opened = new EventSource('/api/events');
    const on = <T>(name: string, act: (client: QueryClient, data: T) => void): void =>
      opened.addEventListener(name, ({ data }) => act(client, JSON.parse(String(data)) as T));
    opened.addEventListener('open', () => setLive(true));
    opened.addEventListener('error', () => {
      setLive(false);
      lookAgain(client);
      // A server that refused (the session is over, a proxy in between) is not asked again by the browser itself.
      if (opened.readyState === EventSource.CLOSED) timer = setTimeout(open, AGAIN_MS);
    });
    on('unread', onUnread);
    on('case', onCase);
    on('missed', lookAgain);
    source = opened;
  };
  // A browser keeps few connections to one server: a page that nobody looks at gives its own back.
  const onVisibility = (): void => {
    if (document.visibilityState === 'hidden') close();
    else {
      open();
      lookAgain(client);
    }
  };
  document.addEventListener('visibilitychange', onVisibility);
  if (document.visibilityState !== 'hidden') open();
  return () => {
    document.removeEventListener('visibilitychange', onVisibility);
    close();
  };
}

/** Keeps bell, lists and cases of a signed-in person up to date; where there is no stream, the pages ask every 30 seconds. */
export function useLive(): void {
  const client = useQueryClient();
  useEffect(() => follow(client), [client]);
}
