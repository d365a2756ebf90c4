import { digestsOf, digestSource } from './digest';
import type { NoticeItem } from './entities';
import type { Address } from './reminder-desk';

const now = new Date('2026-03-09T01:00:00Z');
const item = (n: number, kind: NoticeItem['kind'] = 'remind'): NoticeItem => ({
  kind,
  title: `标题${n}`,
  body: `第${n}号`,
  link: `/proposals/${n}`,
});
const address = (n: number, personIds: string[], kind?: NoticeItem['kind']): Address => ({
  reminderId: `reminder-${n}`,
  personIds,
  item: item(n, kind),
});
const digests = (...addresses: Address[]) => digestsOf(addresses, 'digest-1', now);

describe('a morning’s digest', () => {
  it('should be one notice a person, each with what concerns that person', () => {
    const told = digests(address(1, ['a', 'b']), address(2, ['b']));
    expect(told.map(({ personId, items }) => [personId, items?.map(({ link }) => link)])).toEqual([
      ['a', ['/proposals/1']],
      ['b', ['/proposals/1', '/proposals/2']],
    ]);
  });

  it('should name the reminder each thing comes from', () => {
    const [told] = digests(address(1, ['a']), address(2, ['a']));
    expect(told?.items?.map(({ reminderId }) => reminderId)).toEqual(['reminder-1', 'reminder-2']);
  });

  it('should be nothing where nobody is concerned', () => {
    expect(digests(address(1, []))).toEqual([]);
  });

  it('should say a single thing as it is, and lead straight to it', () => {
    expect(digests(address(1, ['a']))[0]).toMatchObject({
      title: '标题1',
      body: '第1号',
      link: '/proposals/1',
    });
  });

  it('should count several things, chases first, and lead to the list of work', () => {
    const [told] = digests(address(1, ['a']), address(2, ['a'], 'chase'), address(3, ['a']));
    expect(told).toMatchObject({ title: '今日提醒：1 件催办，2 件临近到期', link: '/todo' });
    expect(told?.items?.map(({ title }) => title)).toEqual(['标题2', '标题1', '标题3']);
  });

  it('should not mention what there is none of', () => {
    expect(digests(address(1, ['a']), address(2, ['a']))[0]?.title).toBe('今日提醒：2 件临近到期');
  });

  it('should be told as a chase where it holds one, for that cannot be switched off', () => {
    expect(digests(address(1, ['a']), address(2, ['a'], 'chase'))[0]?.kind).toBe('chase');
    expect(digests(address(1, ['a']))[0]?.kind).toBe('reminder');
  });

  it('should print five lines and count the rest, but hold them all', () => {
    const [told] = digests(...[1, 2, 3, 4, 5, 6, 7].map((n) => address(n, ['a'])));
    expect(told?.body.split('\n')).toEqual(
      [1, 2, 3, 4, 5].map((n) => `标题${n}：第${n}号`).concat('……共 7 件'),
    );
    expect(told?.items).toHaveLength(7);
  });

  it('should carry the name of its moment: the day of sending, and the moment planned', () => {
    expect(digestSource(new Date('2026-03-09T23:00:00Z'), now)).toBe(
      'digest-2026-03-10-2026-03-09T01:00:00.000Z',
    );
  });
});
