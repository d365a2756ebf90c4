import type { chaseMany, chasesAnswer } from '@fuhan/contracts';
import { FuhanError } from '@fuhan/kernel';
import { log } from '@fuhan/platform';
import type { Actor } from '@fuhan/rules';
import type { z } from 'zod';
import type { CommandDoor } from '../command-door';

type Item = z.input<typeof chasesAnswer>['items'][number];

/** Why one chase was not sent, in the catalogue's words. */
function refusal(assignmentId: string, error: unknown): Item {
  if (error instanceof FuhanError)
    return { assignmentId, ok: false, code: error.code, detail: error.message };
  log.error(`chase ${assignmentId}: ${error instanceof Error ? error.message : String(error)}`);
  return { assignmentId, ok: false, code: 'service.unavailable', detail: '这一家没有催成，请稍后再试。' };
}

/**
 * 批量催办: one text for several units, each a command and a transaction of its own, so that one refusal stops no other.
 * @param key of the whole sending; each item then has one, and a repeated sending chases nobody twice
 * @returns each item's result, in the order asked; one that was named twice is chased once
 */
export async function chaseSeveral(
  door: CommandDoor,
  actor: Actor,
  { assignmentIds, text }: z.output<typeof chaseMany>,
  key: string | null,
): Promise<z.input<typeof chasesAnswer>> {
  const items: Item[] = [];
  for (const assignmentId of new Set(assignmentIds)) {
    try {
      const own = key === null ? null : `${key}-${assignmentId}`;
      await door.run(actor, 'assignment.chase', assignmentId, { text }, { seen: null, key: own });
      items.push({ assignmentId, ok: true, code: null, detail: null });
    } catch (error) {
      items.push(refusal(assignmentId, error));
    }
  }
  return { sent: items.filter(({ ok }) => ok).length, items };
}
