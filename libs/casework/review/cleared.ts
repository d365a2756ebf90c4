import { FuhanError } from '@fuhan/kernel';
import { type Finding, toldWithPlace } from '@fuhan/letter-engine';
import type { EntityManager } from 'typeorm';
import type { Overrule } from '../case/entities';
import { newestSteps } from './advance';
import { blocking } from '../drafting/check-draft';

/** So many findings are named in the refusal; the page shows them all. */
const NAMED = 5;

/** Nothing leaves with a red finding nobody has answered for. @throws FuhanError `review.red-findings` */
export function assertCleared(findings: readonly Finding[], overrules: readonly Overrule[]): void {
  const open = blocking(findings, overrules);
  if (open.length === 0) return;
  const list = open.slice(0, NAMED).map((finding) => toldWithPlace(finding).replace(/。$/, ''));
  throw new FuhanError(
    'review.red-findings',
    { count: open.length, list: list.join('；') },
    { findings: open.map(({ id, excerpt, message }) => ({ id, excerpt, message })) },
  );
}

/** What the signers let stand in the newest round of a draft. */
export const signersOverrules = async (em: EntityManager, draftId: string): Promise<readonly Overrule[]> =>
  (await newestSteps(em, draftId)).flatMap(({ overrules }) => overrules);
