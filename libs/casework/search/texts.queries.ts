import type { EntityManager } from 'typeorm';
import { PolicyDocument } from '../case/policy.entities';
import type { SearchDocument } from '../case/search.entities';

/** A text as it stands now, before it is cut into tokens. */
export type SearchText = Pick<
  SearchDocument,
  'kind' | 'sourceId' | 'proposalId' | 'unitId' | 'shared' | 'day' | 'title' | 'body'
>;

const day = (column: string): string => `(${column} AT TIME ZONE 'Asia/Shanghai')::date::text`;
/** Merged (并案), a proposal is read in the case that answers it. */
const caseOf = `coalesce(p.merged_into_id, p.id)`;

/** Names, headings and what they head stay apart by `·`; lines of one text are joined, since a break may fall inside a word. */
const proposalSql = `
  SELECT 'proposal' AS kind, p.id AS "sourceId", ${caseOf} AS "proposalId", NULL AS "unitId", true AS shared, ${day('p.registered_at')} AS day,
    '第' || p.number || '号：' || p.title AS title,
    concat_ws('·', (SELECT string_agg(r.name, '、' ORDER BY r.ordinal) FROM proposer r WHERE r.proposal_id = p.id), p.full_text,
      (SELECT string_agg(s.title || '·' || s.body, '·' ORDER BY s.ordinal) FROM suggestion s WHERE s.proposal_id = p.id)) AS body
  FROM proposal p WHERE p.id = ANY ($1)`;

/** The newest version of what a unit answered. */
const opinionSql = `
  SELECT 'opinion' AS kind, o.id AS "sourceId", o.proposal_id AS "proposalId", a.unit_id AS "unitId", false AS shared, ${day('v.submitted_at')} AS day,
    u.short_name || '的会办意见：' || p.title AS title, string_agg(s.title || '·' || i.body, '·' ORDER BY s.ordinal, i.id) AS body
  FROM opinion o JOIN proposal p ON p.id = o.proposal_id JOIN assignment a ON a.id = o.assignment_id JOIN unit u ON u.id = a.unit_id
  JOIN LATERAL (SELECT * FROM opinion_version WHERE opinion_id = o.id ORDER BY version DESC LIMIT 1) v ON true
  JOIN opinion_item i ON i.opinion_version_id = v.id JOIN suggestion s ON s.id = i.suggestion_id
  WHERE o.proposal_id = ANY ($1) GROUP BY o.id, a.unit_id, v.submitted_at, u.short_name, p.title`;

/** A reply in the making; once it is issued its letter has the words. */
const draftSql = `
  SELECT 'draft' AS kind, d.id AS "sourceId", d.proposal_id AS "proposalId", a.unit_id AS "unitId", false AS shared, ${day('p.registered_at')} AS day,
    '答复稿：' || p.title AS title,
    string_agg(concat_ws('·', coalesce(s.heading, q.title),
      (SELECT string_agg(g.body, E'\\n' ORDER BY g.ordinal) FROM passage g WHERE g.section_id = s.id)), '·' ORDER BY s.ordinal) AS body
  FROM draft d JOIN proposal p ON p.id = d.proposal_id JOIN assignment a ON a.id = d.assignment_id JOIN draft_section s ON s.draft_id = d.id
  LEFT JOIN suggestion q ON q.id = s.suggestion_id
  WHERE d.proposal_id = ANY ($1) AND d.state NOT IN ('issued', 'dropped') GROUP BY d.id, a.unit_id, p.registered_at, p.title`;

const letterSql = `
  SELECT 'letter' AS kind, l.id AS "sourceId", l.proposal_id AS "proposalId", a.unit_id AS "unitId", l.state = 'delivered' AS shared, l.date::text AS day,
    concat_ws('：', l.document_number, l.model->>'title') AS title, l.text AS body
  FROM letter l JOIN draft d ON d.id = l.draft_id JOIN assignment a ON a.id = d.assignment_id
  WHERE l.proposal_id = ANY ($1) AND l.state <> 'withdrawn'`;

/** All texts of these cases that somebody may look for. */
export async function textsOfCases(em: EntityManager, proposalIds: readonly string[]): Promise<SearchText[]> {
  if (proposalIds.length === 0) return [];
  const found: SearchText[] = [];
  for (const sql of [proposalSql, opinionSql, draftSql, letterSql])
    found.push(...((await em.query(sql, [proposalIds])) as SearchText[]));
  return found;
}

/** The words of a policy document while it is current. */
export async function textsOfPolicies(em: EntityManager, ids: readonly string[]): Promise<SearchText[]> {
  const found: SearchText[] = [];
  for (const id of ids) {
    const policy = await em.findOneBy(PolicyDocument, { id, state: 'current' });
    if (!policy) continue;
    const { sections, targets, date } = policy.reading;
    const lines = sections.flatMap(({ group, title, measures }) => [
      ...[group ?? '', title],
      ...measures.map(({ text, units }) => `${text}（${units.join('、')}）`),
    ]);
    found.push({
      ...{ kind: 'policy', sourceId: id, proposalId: null, unitId: null, shared: true, title: policy.title },
      day: date ?? policy.importedAt.toISOString().slice(0, 10),
      body: [...lines, ...targets.map(({ text }) => text)].join('\n'),
    });
  }
  return found;
}
