import { shanghaiDate } from '@fuhan/kernel';
import type { NoticeItem } from './entities';
import type { NewNotice } from './notices';
import type { Address } from './reminder-desk';

const LINES = 5;
const TODO = '/todo';

const count = (items: readonly NoticeItem[], kind: NoticeItem['kind'], words: string): string[] => {
  const found = items.filter((item) => item.kind === kind).length;
  return found > 0 ? [`${found} 件${words}`] : [];
};

/** 今日提醒：2 件逾期催办，3 件临近到期 */
const titleOf = (items: readonly NoticeItem[]): string =>
  `今日提醒：${[...count(items, 'chase', '催办'), ...count(items, 'remind', '临近到期')].join('，')}`;

function bodyOf(items: readonly NoticeItem[]): string {
  const lines = items.slice(0, LINES).map(({ title, body }) => `${title}：${body}`);
  return [...lines, ...(items.length > LINES ? [`……共 ${items.length} 件`] : [])].join('\n');
}

/**
 * One notice for each person, whatever speaks to that person at this moment: a single thing as it is, several as a list, chases first.
 * @param source tells this moment from every other; with the person it is unique
 */
export function digestsOf(addresses: readonly Address[], source: string, now: Date): NewNotice[] {
  const byPerson = new Map<string, NoticeItem[]>();
  for (const { reminderId, personIds, item } of addresses) {
    const told = { ...item, reminderId };
    for (const personId of personIds) {
      const items = byPerson.get(personId);
      if (items) items.push(told);
      else byPerson.set(personId, [told]);
    }
  }
  return [...byPerson].map(([personId, found]): NewNotice => {
    const items = [...found].sort((a, b) => a.kind.localeCompare(b.kind));
    const [only] = items;
    const many = { title: titleOf(items), body: bodyOf(items), link: TODO };
    const said = items.length === 1 && only ? { title: only.title, body: only.body, link: only.link } : many;
    // 催办 is more than a reminder: a digest that holds one is told as one.
    const kind = items[0]?.kind === 'chase' ? 'chase' : 'reminder';
    return { personId, source, kind, ...said, items, createdAt: now };
  });
}

/** The name of a digest: the day it is sent on, and the moment it was planned for. */
export const digestSource = (now: Date, planned: Date): string =>
  `digest-${shanghaiDate(now)}-${planned.toISOString()}`;
