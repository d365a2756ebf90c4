import { Notice } from '@fuhan/clocks';
import { Person } from '@fuhan/identity';
import { dispatchRetryMinutes, inTransaction, writeOutbox } from '@fuhan/platform';
import { type DataSource, type EntityManager, In } from 'typeorm';
import { type Channels, errorLine, type Outcome, type Outgoing } from '../channel';
import { DispatchAttempt, type DispatchState, NoticeDispatch, Webhook } from '../entities';
import { sendJob } from './plan-dispatches';

export interface DispatchServices {
  readonly dataSource: DataSource;
  readonly channels: Channels;
  /** The address under which people reach the house; links begin with it. */
  readonly publicUrl: string;
  readonly now: () => Date;
}

const MINUTE_MS = 60_000;
const minutesLater = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * MINUTE_MS);

/** Takes a waiting dispatch for this attempt: of several workers one gets the row. Committed before anything is sent. */
async function claim(
  dataSource: DataSource,
  job: { readonly dispatchId: string; readonly attempt: number },
  now: Date,
): Promise<NoticeDispatch | null> {
  return inTransaction(dataSource, async (em) => {
    const claimed = await em
      .createQueryBuilder()
      .update(NoticeDispatch)
      .set({
        state: 'sending',
        attempt: () => 'attempt + 1',
        attemptsLeft: () => 'attempts_left - 1',
        startedAt: now,
      })
      .where(`id = :id AND attempt = :attempt AND state = 'waiting' AND next_at <= :now`, {
        id: job.dispatchId,
        attempt: job.attempt,
        now,
      })
      .execute();
    if (claimed.affected === 0) return null;
    const dispatch = await em.findOneByOrFail(NoticeDispatch, { id: job.dispatchId });
    await em.insert(DispatchAttempt, { dispatchId: dispatch.id, attempt: dispatch.attempt, startedAt: now });
    return dispatch;
  });
}

/** Whom a robot names: all of its unit who are told of the same happening. */
async function namesFor(em: EntityManager, dispatch: NoticeDispatch, notice: Notice): Promise<string[]> {
  const person = await em.findOneByOrFail(Person, { id: notice.personId });
  if (dispatch.channel !== 'webhook') return [person.name];
  const rows = (await em.query(
    `SELECT p.name FROM notice n JOIN person p ON p.id = n.person_id WHERE n.source = $1 AND p.unit_id = $2 ORDER BY p.account`,
    [notice.source, person.unitId],
  )) as { name: string }[];
  return rows.map(({ name }) => name);
}

async function compose(em: EntityManager, dispatch: NoticeDispatch, publicUrl: string): Promise<Outgoing> {
  const notice = await em.findOneByOrFail(Notice, { id: dispatch.noticeId });
  return {
    address: dispatch.address,
    key: dispatch.idempotencyKey,
    kind: notice.kind,
    title: notice.title,
    body: notice.body,
    link: `${publicUrl}${notice.link}`,
    names: await namesFor(em, dispatch, notice),
    createdAt: notice.createdAt,
  };
}

/** A person who has left and a robot that was removed are told nothing any more. */
async function isGone(em: EntityManager, dispatch: NoticeDispatch): Promise<boolean> {
  if (dispatch.channel === 'webhook') {
    const webhook = await em.findOneBy(Webhook, { id: dispatch.address });
    return !webhook || webhook.removedAt !== null;
  }
  const notice = await em.findOneByOrFail(Notice, { id: dispatch.noticeId });
  const person = await em.findOneByOrFail(Person, { id: notice.personId });
  return person.disabledAt !== null;
}

async function attemptOnce(services: DispatchServices, dispatch: NoticeDispatch): Promise<Outcome> {
  const channel = services.channels[dispatch.channel];
  if (!channel) return { end: 'later', error: '这个通道还没有配置' };
  const em = services.dataSource.manager;
  let message: Outgoing;
  try {
    if (await isGone(em, dispatch)) return { end: 'refused', error: '收件人已停用，或机器人已移除' };
    message = await compose(em, dispatch, services.publicUrl);
  } catch (error) {
    return { end: 'later', error: errorLine(error) };
  }
  return channel
    .send(message)
    .catch((error: unknown) => ({ end: 'unknown', error: errorLine(error) }) as const);
}

/** Where an attempt leaves its dispatch. */
export function stateAfter(end: Outcome['end'], attemptsLeft: number): DispatchState {
  if (end === 'sent' || end === 'unknown') return end;
  return end === 'later' && attemptsLeft > 0 ? 'waiting' : 'dead';
}

/** The pause before the next attempt, in minutes: it grows from try to try. */
export const pauseBefore = (attemptsLeft: number): number =>
  dispatchRetryMinutes.at(-attemptsLeft) ?? dispatchRetryMinutes[0];

/**
 * Writes down how the attempt ended. A known end also counts for one that took so long that it was called unknown; what an
 * administrator has decided meanwhile stays.
 */
async function settle(
  { dataSource, now }: DispatchServices,
  dispatch: NoticeDispatch,
  outcome: Outcome,
): Promise<void> {
  const at = now();
  const error = outcome.end === 'sent' ? null : outcome.error;
  const providerId = outcome.end === 'sent' ? outcome.providerId : null;
  const state = stateAfter(outcome.end, dispatch.attemptsLeft);
  const nextAt = state === 'waiting' ? minutesLater(at, pauseBefore(dispatch.attemptsLeft)) : dispatch.nextAt;
  await inTransaction(dataSource, async (em) => {
    await em.update(
      DispatchAttempt,
      { dispatchId: dispatch.id, attempt: dispatch.attempt },
      { endedAt: at, outcome: outcome.end, error, providerId },
    );
    const done = await em.update(
      NoticeDispatch,
      { id: dispatch.id, attempt: dispatch.attempt, state: In(['sending', 'unknown']) },
      { state, nextAt, error, providerId, endedAt: state === 'waiting' ? null : at },
    );
    if (done.affected === 1 && state === 'waiting') await writeOutbox(em, [sendJob({ ...dispatch, nextAt })]);
  });
}

const SETTLE_PAUSES_MS = [200, 1_000, 3_000, 8_000];

/** The message is out: a database that is away for a moment must not turn a known end into an unknown one. */
async function settlePatiently(
  services: DispatchServices,
  dispatch: NoticeDispatch,
  outcome: Outcome,
): Promise<void> {
  for (const pause of SETTLE_PAUSES_MS) {
    try {
      return await settle(services, dispatch, outcome);
    } catch {
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }
  await settle(services, dispatch, outcome);
}

/**
 * A queue job woke us: sends the dispatch if it waits for just this attempt. The row says `sending` before the first byte leaves, so
 * that a job that runs twice, late or in two workers sends nothing, and a crash leaves `sending` behind for `sweepDispatches`.
 * @returns how it ended, null when there was nothing to do
 */
export async function sendDispatch(
  services: DispatchServices,
  job: { readonly dispatchId: string; readonly attempt: number },
): Promise<Outcome['end'] | null> {
  const dispatch = await claim(services.dataSource, job, services.now());
  if (!dispatch) return null;
  const outcome = await attemptOnce(services, dispatch);
  await settlePatiently(services, dispatch, outcome);
  return outcome.end;
}
