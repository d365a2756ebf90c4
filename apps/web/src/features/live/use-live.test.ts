import { QueryClient, QueryObserver } from '@tanstack/react-query';
import { createElement } from 'react';
import { caseQuery, meQuery } from '../../shared/api/queries';
import { noteChange } from '../../shared/live';
import { me } from '../../testing/data';
import { storeOf, drawn } from '../../testing/render';
import { CaseNews } from './case-news';
import { lookAgain, onCase, onUnread } from './use-live';

const stale = (client: QueryClient, key: readonly unknown[]): boolean | undefined =>
  client.getQueryState(key)?.isInvalidated;

describe('an unread count from the stream', () => {
  it('should stand at the bell, and make the list be asked for anew', () => {
    const client = storeOf([
      [['me'], me({ unread: 1 })],
      [['notices', 'all'], []],
    ]);
    onUnread(client, { unread: 4 });
    expect([client.getQueryData(meQuery.queryKey)?.unread, stale(client, ['notices', 'all'])]).toEqual([
      4,
      true,
    ]);
  });
  it('should change nothing when it is the same', () => {
    const client = storeOf([
      [['me'], me({ unread: 1 })],
      [['notices', 'all'], []],
    ]);
    onUnread(client, { unread: 1 });
    expect(stale(client, ['notices', 'all'])).toBe(false);
  });
  it('should wait until it is known who one is', () => {
    const client = storeOf([]);
    onUnread(client, { unread: 4 });
    expect(client.getQueryData(meQuery.queryKey)).toBeUndefined();
  });
});

describe('a change of a case', () => {
  const follow = (others: boolean) => {
    const client = storeOf([
      [['case', 'p1'], {}],
      [['todo', 'todo'], {}],
    ]);
    const asked = jest.fn(() => new Promise<never>(() => undefined));
    const stop = new QueryObserver(client, {
      queryKey: ['case', 'p1'],
      queryFn: asked,
      staleTime: Infinity,
    }).subscribe(() => undefined);
    onCase(client, { id: 'p1', others });
    stop();
    return { client, asked };
  };

  it('should renew the lists', () => {
    expect(stale(follow(true).client, ['todo', 'todo'])).toBe(true);
  });
  it('should renew the case at once when it was one’s own', () => {
    expect(follow(false).asked).toHaveBeenCalledTimes(1);
  });
  it('should leave the case under its reader when it was somebody else’s', () => {
    expect(follow(true).asked).not.toHaveBeenCalled();
  });
});

describe('the news of a case', () => {
  const SENTENCE = '这件提案刚有新进展，点此刷新';
  const show = (id: string): string =>
    drawn(createElement(CaseNews, { id }), storeOf([[caseQuery(id).queryKey, {}]]));

  it('should be offered when somebody else has changed it after it was read', () => {
    noteChange('n1', Date.now() + 60_000);
    expect(show('n1')).toContain(SENTENCE);
  });
  it('should not be offered when it was read since', () => {
    noteChange('n2', Date.now() - 60_000);
    expect(show('n2')).not.toContain(SENTENCE);
  });
  it('should not be offered of another case', () => {
    expect(show('n3')).not.toContain(SENTENCE);
  });
});

describe('after something may have been missed', () => {
  it('should make everything on the screen be asked for anew', () => {
    const keys = [['me'], ['notices', 'all'], ['todo', 'todo'], ['proposals', {}, 1], ['case', 'p1']];
    const client = storeOf(keys.map((key) => [key, {}] as const));
    lookAgain(client);
    expect(keys.map((key) => stale(client, key))).toEqual(keys.map(() => true));
  });
});
