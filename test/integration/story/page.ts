import { shanghaiDate } from '@fuhan/kernel';
import { weekdayName } from '@fuhan/rules';
import { cases, events, type StoryCase } from './cases';
import { nameOf, type Sent, type StoryWorld } from './world';

const clockNames: Readonly<Record<string, string>> = { opinion: '会办意见', reply: '答复提案者' };

/** 2026-03-25 周三 09:00 in Shanghai. */
export function shown(instant: Date): string {
  const day = shanghaiDate(instant);
  const time = new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(11, 16);
  return `${day} ${weekdayName(day)} ${time}`;
}

const table = (heads: readonly string[], rows: readonly (readonly string[])[]): string[] => [
  `| ${heads.join(' | ')} |`,
  `| ${heads.map(() => '---').join(' | ')} |`,
  ...rows.map((cells) => `| ${cells.join(' | ')} |`),
];

/** What was sent, a line each, by moment and case: when, who, what, case, clock, rule. */
export async function linesOf(world: StoryWorld, sent: readonly Sent[]): Promise<string[][]> {
  const rows = (await world.house.dataSource.query('SELECT id, number FROM proposal')) as {
    id: string;
    number: string;
  }[];
  const numbers = new Map(rows.map(({ id, number }) => [id, number]));
  const lines = sent.map(({ reminder, deadline, personIds }) => [
    shown(reminder.sentAt ?? new Date(0)),
    personIds.map((id) => nameOf(world.accountOf(id))).join('、'),
    reminder.kind === 'chase' ? '催办' : '提醒',
    numbers.get(deadline.proposalId) ?? '',
    clockNames[deadline.clock] ?? deadline.clock,
    deadline.dueOn,
    reminder.rule,
  ]);
  const key = ([when, , , ...rest]: string[]): string => [when, ...rest].join('|');
  return lines.sort((a, b) => (key(a) < key(b) ? -1 : 1));
}

const caseRow = (story: StoryCase): string[] => [
  story.number,
  `《${story.title}》`,
  story.co ? `市工业和信息化局主办，${story.co}会办` : '市工业和信息化局单办',
  story.shows,
];

/** The page of the year: the cases, what people did, what the system sent by which rule. */
export const pageOf = (lines: readonly (readonly string[])[]): string =>
  [
    '# The reminders of 2026',
    '',
    'Eight cases of one year, told by `test/integration/reminders-2026.test.ts`: the injected clock jumps from event to event, the real rules run on a real PostgreSQL, and',
    'everything that is sent is listed with the rule that sent it. The test fails when this page is stale; `UPDATE_DOCS=1 npm test -- test/integration/reminders-2026.test.ts`',
    'writes it anew. Lines of one moment reach a person as one notice. How it works: [clocks](clocks.md).',
    '',
    '## The cases',
    '',
    ...table(['提案', '题目', '承办', '看什么'], cases.map(caseRow)),
    '',
    '## What people did',
    '',
    ...table(
      ['时间', '提案', '事'],
      events.map(({ on, case: { number }, words }) => [on, number, words]),
    ),
    '',
    `## What was sent (${lines.length})`,
    '',
    ...table(['时间', '给谁', '什么', '提案', '时限', '到期日', '依据的规则'], lines),
    '',
  ].join('\n');
