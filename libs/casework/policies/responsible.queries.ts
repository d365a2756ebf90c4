import { type Policy, type Responsible, responsibilityMap, responsibleFinder } from '@fuhan/knowledge';
import type { EntityManager } from 'typeorm';
import { In } from 'typeorm';
import { PolicyDocument } from '../case/policy.entities';

type Finder = ReturnType<typeof responsibleFinder>;
/** The finder made last: what a document says never changes, and drafts are checked far more often than documents come in. */
let last: { readonly key: string; readonly find: Finder } | null = null;

async function finder(em: EntityManager): Promise<Finder> {
  const current = (await em.query(
    `SELECT id FROM policy WHERE state = 'current' ORDER BY imported_at, id`,
  )) as { id: string }[];
  const ids = current.map(({ id }) => id);
  const key = ids.join();
  if (last?.key === key) return last.find;
  const policies = await em.find(PolicyDocument, { where: { id: In(ids) }, order: { importedAt: 'ASC' } });
  const readings: Policy[] = policies.map(({ reading, title }) => ({ ...reading, title }));
  const find = responsibleFinder(responsibilityMap(readings));
  last = { key, find };
  return find;
}

/** The suggestions that plainly belong to one unit by the current documents. */
export async function responsibleFor(
  em: EntityManager,
  suggestions: readonly string[],
): Promise<Responsible[]> {
  const find = await finder(em);
  return suggestions.flatMap((each) => find(each) ?? []);
}
