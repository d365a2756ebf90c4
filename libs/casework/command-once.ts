import { createHash } from 'node:crypto';
import { FuhanError } from '@fuhan/kernel';
import type { EntityManager } from 'typeorm';

/** What tells one sending of a command from another: the client's key, and what it was sent for. */
export interface Sending {
  readonly personId: string;
  /** The client's `Idempotency-Key`. */
  readonly key: string;
  readonly command: string;
  readonly targetId: string | null;
  readonly input: unknown;
}

const digestOf = ({ command, targetId, input }: Sending): string =>
  createHash('sha256')
    .update(JSON.stringify([command, targetId, input]))
    .digest('hex');

/**
 * Takes the key, or gives back what was answered under it. A second sending waits here until the first one's transaction has ended;
 * when that was rolled back, the key is free again and the second one does the work.
 * @returns the earlier answer, or null: the work is the caller's
 * @throws FuhanError `request.key-reused` when the key was used for something else
 */
export async function takeKey<Answer>(
  em: EntityManager,
  sending: Sending,
  now: Date,
): Promise<Answer | null> {
  const { personId, key } = sending;
  const digest = digestOf(sending);
  const taken = (await em.query(
    `INSERT INTO command_once (person_id, key, digest, at) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING RETURNING key`,
    [personId, key, digest, now],
  )) as unknown[];
  if (taken.length > 0) return null;
  const [earlier] = (await em.query(
    `SELECT digest, answer FROM command_once WHERE person_id = $1 AND key = $2`,
    [personId, key],
  )) as { digest: string; answer: Answer }[];
  if (!earlier || earlier.digest !== digest) throw new FuhanError('request.key-reused');
  return earlier.answer;
}

/** Keeps what was answered, for whoever sends the same again. */
export async function keepAnswer(
  em: EntityManager,
  { personId, key }: Sending,
  answer: object,
): Promise<void> {
  await em.query(`UPDATE command_once SET answer = $3 WHERE person_id = $1 AND key = $2`, [
    personId,
    key,
    answer,
  ]);
}

/** Days for which a repeated sending is recognised. */
export const KEY_DAYS = 7;

/** Forgets keys nobody will send again. @returns how many */
export async function forgetOldKeys(em: EntityManager, now: Date): Promise<number> {
  const [, count] = (await em.query(`DELETE FROM command_once WHERE at < $1`, [
    new Date(now.getTime() - KEY_DAYS * 86_400_000),
  ])) as [unknown, number];
  return count;
}
