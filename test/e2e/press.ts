import type { Client, TestApp } from '@fuhan/testing';
import { caseOf, type CaseView } from './case-view';
import type { Cast } from './walk';

/** Presses a button as it opens, where there is one that can be pressed. @returns whether there was */
export async function press(
  client: Client,
  id: string,
  command: string,
  more: object = {},
): Promise<boolean> {
  const found = (await caseOf(client, id)).nextActions.find(
    (each) => each.command === command && each.blockedBy === null,
  );
  if (found) await client.done(found.href, { ...found.defaults, ...more });
  return found !== undefined;
}

/** What a place may ask for before the review: a talk on record, the co-handlers' confirmation. */
export async function prepare(cast: Cast, id: string): Promise<void> {
  const drafter = await cast.as('drafter');
  const submit = (await caseOf(drafter, id)).nextActions.find(({ command }) => command === 'draft.submit');
  if (submit?.blockedBy === null) return;
  const talk = { way: 'phone', people: '承办人', said: '介绍了办理情况。', outcome: '提案者没有补充意见。' };
  await press(drafter, id, 'assignment.recordContact', talk);
  if (!(await press(drafter, id, 'draft.askConfirmation'))) return;
  for (const account of cast.coAccounts.values())
    await press(await cast.as(account), id, 'confirmation.confirm');
}

/** Sends the newest letter out, under seal where the place asks for that. */
export async function deliver(cast: Cast, id: string): Promise<CaseView> {
  const clerk = await cast.as('clerk');
  if (!(await press(clerk, id, 'letter.deliver'))) {
    await press(clerk, id, 'letter.seal');
    await press(clerk, id, 'letter.deliver');
  }
  return caseOf(clerk, id);
}

/** Numbers the signed draft of the newest round on a day and sends the letter out under seal, its files made by hand. @returns the letter */
export async function sendOn(app: TestApp, cast: Cast, id: string, day: string): Promise<string> {
  app.clock.moveTo(new Date(`${day}T02:00:00Z`));
  const query = (sql: string, values: unknown[]) => app.house.dataSource.query(sql, values);
  const [{ id: draftId }] = await query(
    `SELECT id FROM draft WHERE proposal_id = $1 AND state = 'signed' ORDER BY round DESC LIMIT 1`,
    [id],
  );
  const clerk = await cast.as('clerk');
  const { id: letterId } = await clerk.done(`/api/drafts/${draftId}/issue`, { date: day });
  await query(`UPDATE letter_file SET state = 'ready' WHERE letter_id = $1`, [letterId]);
  await clerk.done(`/api/letters/${letterId}/seal`, { seal: '公章', copies: 1 });
  await clerk.done(`/api/letters/${letterId}/deliver`);
  return letterId;
}
