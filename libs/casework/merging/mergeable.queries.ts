import { bodyOf, type NextAction, type ProposalKind, proposalKindNames } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import type { Choice } from '../forms/form';

/** So many are offered. */
const OFFERED = 200;

/** The pairs of characters of a text that are words: 关于…的提案 alike in all titles tells nothing. */
const pairsOf = (text: string): Set<string> => {
  const words = text.replace(/^关于|的?(?:提案|建议|议案)$|[^\p{Script=Han}\p{L}\d]/gu, '');
  return new Set([...words].slice(1).map((character, i) => words[i] + character));
};

/** How much of the shorter text stands in the other: 0 to 1. */
export function likeness(a: string, b: string): number {
  const [one, other] = [pairsOf(a), pairsOf(b)];
  const shared = [...one].filter((pair) => other.has(pair)).length;
  return shared / Math.max(1, Math.min(one.size, other.size));
}

interface Paper {
  id: string;
  number: string;
  title: string;
  kind: ProposalKind;
  term: number;
  meeting: number;
  handled: boolean;
  dueOn: string | null;
}

const columns = `p.id, p.number, p.title, p.kind, p.term, p.meeting, p.handled,
  (SELECT min(d.due_on)::text FROM deadline d WHERE d.proposal_id = p.id AND d.clock = 'reply' AND d.state = 'running') AS "dueOn"`;

/** Nobody gets more time: what is due earlier carries the other, and is not offered here. */
const mayFollow = (lead: Paper, other: Paper): boolean =>
  !other.handled ||
  (lead.handled && (other.dueOn === null || (lead.dueOn !== null && other.dueOn >= lead.dueOn)));

/**
 * What could be merged into a proposal: papers of the same body and session whose reply nobody reviews yet, the likest title first; none
 * where the reader may not merge.
 */
export async function mergeableFor(
  em: EntityManager,
  next: readonly NextAction[],
  proposalId: string,
): Promise<Choice[]> {
  if (!next.some(({ action }) => action === 'proposal.merge')) return [];
  const [own] = (await em.query(`SELECT ${columns} FROM proposal p WHERE p.id = $1`, [
    proposalId,
  ])) as Paper[];
  if (!own) return [];
  const kinds = proposalKindNames.filter((kind) => bodyOf(kind) === bodyOf(own.kind));
  const papers = (await em.query(
    `SELECT ${columns} FROM proposal p WHERE kind = ANY($2) AND term = $3 AND meeting = $4 AND id <> $1
       AND withdrawn_at IS NULL AND merged_into_id IS NULL AND NOT EXISTS (SELECT 1 FROM proposal m WHERE m.merged_into_id = p.id)
       AND NOT EXISTS (SELECT 1 FROM draft d WHERE d.proposal_id = p.id AND d.state NOT IN ('writing', 'dropped')) ORDER BY number`,
    [proposalId, kinds, own.term, own.meeting],
  )) as Paper[];
  return papers
    .filter((paper) => mayFollow(own, paper))
    .map((paper) => ({ ...paper, like: likeness(own.title, paper.title) }))
    .sort((a, b) => b.like - a.like)
    .slice(0, OFFERED)
    .map(({ id, number, title }) => ({ value: id, label: `第${number}号 ${title}` }));
}
