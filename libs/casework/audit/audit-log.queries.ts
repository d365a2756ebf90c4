import type { auditAnswer, auditQuery } from '@fuhan/contracts';
import { FuhanError, shanghaiInstant, addDays, type DateString } from '@fuhan/kernel';
import { type Actor, actions, duties, houseActions } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';

export type AuditPage = z.input<typeof auditAnswer>;
export type AuditEntryRow = AuditPage['items'][number];

/** What is written beside the actions of the permission tables. */
const otherLabels: Readonly<Record<string, string>> = {
  'session.signIn': '登录',
  'session.refused': '登录失败',
  'phrases.keep': '保存常用语',
  'proposal.archive': '导出归档包',
};
const labels: Readonly<Record<string, string>> = {
  ...Object.fromEntries(
    Object.entries({ ...actions, ...houseActions }).map(([name, { label }]) => [name, label]),
  ),
  ...otherLabels,
};

/** Nobody but the audit administrator reads the log. @throws FuhanError `permission.denied` */
export function assertAuditor({ duties: held }: Actor): void {
  if (!held.includes('audit_admin'))
    throw new FuhanError('permission.denied', { action: '查看审计日志', who: duties.audit_admin.label });
}

interface Found {
  seq: string;
  at: Date;
  actor: string;
  action: string;
  object: string;
  detail: Readonly<Record<string, unknown>>;
}

/** Ids and accounts a word of the question may stand for: of a person, of a proposal by its number. */
async function meant(em: EntityManager, q: string): Promise<string[]> {
  const rows = (await em.query(
    `SELECT id::text AS id FROM person WHERE name = $1 OR account = $1 UNION SELECT account FROM person WHERE name = $1
     UNION SELECT id::text FROM proposal WHERE number = $1`,
    [q],
  )) as { id: string }[];
  return rows.map(({ id }) => id);
}

const actionsCalled = (q: string): string[] =>
  Object.entries(labels)
    .filter(([name, label]) => name === q || label === q)
    .map(([name]) => name);

/** `$1` what the question means (null: everything), `$2` actions of that name, `$3` and `$4` from and before which moments. */
const chosen = `($1::text[] IS NULL OR actor = ANY($1) OR object = ANY($1) OR detail->>'proposalId' = ANY($1) OR action = ANY($2::text[]))
  AND ($3::timestamptz IS NULL OR at >= $3) AND ($4::timestamptz IS NULL OR at < $4)`;

async function named(em: EntityManager, rows: readonly Found[]): Promise<AuditEntryRow[]> {
  const proposalOf = ({ object, detail }: Found): string[] =>
    [detail.proposalId, object].filter((id): id is string => typeof id === 'string');
  const people = (await em.query(
    'SELECT id::text AS id, account, name FROM person WHERE id::text = ANY($1) OR account = ANY($1)',
    [rows.map(({ actor }) => actor)],
  )) as { id: string; account: string; name: string }[];
  const proposals = (await em.query('SELECT id, number FROM proposal WHERE id::text = ANY($1)', [
    rows.flatMap(proposalOf),
  ])) as { id: string; number: string }[];
  const names = new Map(people.flatMap(({ id, account, name }) => [[id, name] as const, [account, name]]));
  const cases = new Map(proposals.map((each) => [each.id, each]));
  return rows.map((row) => ({
    ...{ seq: Number(row.seq), at: row.at.toISOString(), actor: row.actor, action: row.action },
    actorName: row.actor === 'system' ? '系统' : (names.get(row.actor) ?? null),
    actionLabel: labels[row.action] ?? null,
    object: row.object,
    detail: JSON.stringify(row.detail),
    proposal: proposalOf(row).flatMap((id) => cases.get(id) ?? [])[0] ?? null,
  }));
}

const dayStart = (day: DateString | undefined, later = 0): Date | null =>
  day === undefined ? null : shanghaiInstant(addDays(day, later));

/**
 * 审计日志, the newest entry first.
 *
 * @throws FuhanError `permission.denied`
 */
export async function auditLog(
  em: EntityManager,
  actor: Actor,
  { q, from, to, offset, limit }: z.output<typeof auditQuery>,
): Promise<AuditPage> {
  assertAuditor(actor);
  const word = q?.trim();
  const values = [
    word ? [word, ...(await meant(em, word))] : null,
    word ? actionsCalled(word) : [],
    ...[dayStart(from), dayStart(to, 1)],
  ];
  const [{ total }] = (await em.query(
    `SELECT count(*)::int AS total FROM audit_log WHERE ${chosen}`,
    values,
  )) as [{ total: number }];
  const rows = (await em.query(
    `SELECT seq, at, actor, action, object, detail FROM audit_log WHERE ${chosen} ORDER BY seq DESC LIMIT $5 OFFSET $6`,
    [...values, limit, offset],
  )) as Found[];
  return { items: await named(em, rows), total };
}
