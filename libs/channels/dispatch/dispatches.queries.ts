import { noticeKindOf, noticeKinds, outsideChannels, type OutsideChannel } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import { masked } from '../addresses';
import type { DispatchState } from '../entities';
import { dispatchStates } from './states';

/** A dispatch as the system administrator sees it: who, by which way, what went wrong, and nothing of what it says. */
export interface DispatchLine {
  readonly id: string;
  readonly person: string;
  readonly unit: string;
  readonly kind: string;
  readonly channel: string;
  readonly address: string;
  readonly state: DispatchState;
  readonly stateLabel: string;
  readonly attempts: number;
  readonly error: string | null;
  readonly createdAt: Date;
  readonly endedAt: Date | null;
}

interface Row extends Omit<DispatchLine, 'kind' | 'channel' | 'address' | 'stateLabel'> {
  readonly kind: string;
  readonly channel: OutsideChannel;
  readonly address: string;
  readonly hook: string | null;
}

/** The dispatches that wait for somebody's decision (unknown, dead), the newest first, and those that failed and will be tried again. */
export async function troubledDispatches(em: EntityManager): Promise<DispatchLine[]> {
  const rows = (await em.query(
    `SELECT d.id, p.name AS person, u.short_name AS unit, n.kind, d.channel, d.address, w.name AS hook, d.state, d.attempt AS attempts,
       d.error, d.created_at AS "createdAt", d.ended_at AS "endedAt"
     FROM notice_dispatch d JOIN notice n ON n.id = d.notice_id JOIN person p ON p.id = n.person_id JOIN unit u ON u.id = p.unit_id
     LEFT JOIN webhook w ON w.id::text = d.address
     WHERE d.state IN ('unknown', 'dead') OR (d.state = 'waiting' AND d.attempt > 0)
     ORDER BY (d.state = 'waiting'), d.created_at DESC, d.id LIMIT 200`,
  )) as Row[];
  return rows.map(({ kind, channel, address, hook, state, ...row }) => ({
    ...row,
    state,
    stateLabel: dispatchStates[state],
    kind: noticeKinds[noticeKindOf(kind)].label,
    channel: outsideChannels[channel],
    address: hook ?? masked(address),
  }));
}

/** How many dispatches there are in each state since a moment. */
export async function dispatchCounts(em: EntityManager, since: Date): Promise<Record<DispatchState, number>> {
  const rows = (await em.query(
    `SELECT state, count(*)::int AS n FROM notice_dispatch WHERE created_at >= $1 GROUP BY state`,
    [since],
  )) as { state: DispatchState; n: number }[];
  const counts: Record<DispatchState, number> = { waiting: 0, sending: 0, sent: 0, unknown: 0, dead: 0 };
  for (const { state, n } of rows) counts[state] = n;
  return counts;
}
