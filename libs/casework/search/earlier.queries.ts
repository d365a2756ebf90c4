import type { earlierRepliesAnswer, similarProposalsAnswer } from '@fuhan/contracts';
import { addMonths, type DateString } from '@fuhan/kernel';
import { anyOf, Likeness } from '@fuhan/knowledge';
import type { LetterModel } from '@fuhan/letter-engine';
import type { Actor } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import type { z } from 'zod';
import { mayFind, scopeOf } from './may-find';

/** So many of the newest are looked at: what is older is seldom quoted. */
const LETTERS = 300;
const PROPOSALS = 3_000;
/** So many letters are taken apart, and so many of their sections shown. */
const NEAREST = 8;
const SHOWN = 5;
const SHARED_WORDS = 2;

const bodiesSql = `SELECT d.source_id AS id, d.body FROM search_document d
  WHERE d.kind IN ('letter', 'earlier') AND d.words @@ $3::tsquery AND ${mayFind} AND d.proposal_id IS DISTINCT FROM $4 ORDER BY d.day DESC, d.source_id LIMIT $5`;

interface Section {
  readonly letterId: string;
  readonly heading: string;
  readonly paragraphs: readonly string[];
}

const sectionsOf = (letterId: string, { sections }: LetterModel): Section[] =>
  sections.map(({ heading, blocks }) => ({
    letterId,
    heading: heading ?? '',
    paragraphs: blocks.flatMap((block) => (block.type === 'paragraph' ? [block.text] : [])),
  }));

interface LetterRow {
  readonly id: string;
  readonly proposalId: string | null;
  readonly documentNumber: string;
  readonly date: DateString;
  readonly unit: string;
  readonly model: LetterModel;
}
const lettersSql = `SELECT l.id, l.proposal_id AS "proposalId", l.document_number AS "documentNumber", l.date::text AS date, u.short_name AS unit, l.model
  FROM letter l JOIN draft r ON r.id = l.draft_id JOIN assignment a ON a.id = r.assignment_id JOIN unit u ON u.id = a.unit_id WHERE l.id = ANY ($1)
  UNION ALL SELECT e.id, NULL, coalesce(e.reading->>'documentNumber', '《' || coalesce(e.reading->>'title', e.reading->>'proposalTitle', '') || '》'),
    e.day::text, coalesce(u.short_name, e.reading->>'issuer', ''), e.model FROM earlier_letter e LEFT JOIN unit u ON u.id = e.unit_id WHERE e.id = ANY ($1)`;

/**
 * 往年答复: sections of letters this person may read that answer a like suggestion, the likest first; figures that may have aged are told.
 * @param proposalId the own case, which is not among them
 */
export async function earlierReplies(
  em: EntityManager,
  actor: Actor,
  proposalId: string,
  suggestion: string,
  today: DateString,
): Promise<z.input<typeof earlierRepliesAnswer>> {
  const tsquery = anyOf(suggestion);
  if (tsquery === null) return [];
  const scope = scopeOf(actor);
  const bodies = (await em.query(bodiesSql, [...scope, tsquery, proposalId, LETTERS])) as {
    id: string;
    body: string;
  }[];
  const nearest = new Likeness(bodies, ({ body }) => body).to(suggestion).slice(0, NEAREST);
  const letters = (await em.query(lettersSql, [nearest.map(({ of }) => of.id)])) as LetterRow[];
  const sections = letters.flatMap(({ id, model }) => sectionsOf(id, model));
  return new Likeness(sections, ({ heading, paragraphs }) => [heading, heading, ...paragraphs].join('。'))
    .to(suggestion)
    .filter(({ words, of }) => words.length >= SHARED_WORDS && of.paragraphs.length > 0)
    .slice(0, SHOWN)
    .flatMap(({ of: { letterId, heading, paragraphs } }) => {
      const letter = letters.find(({ id }) => id === letterId);
      if (!letter) return [];
      const aged = letter.date < addMonths(today, -12);
      const { proposalId: of, documentNumber, date, unit } = letter;
      return {
        ...{ letterId, proposalId: of, documentNumber, date, unit, heading },
        paragraphs: paragraphs.map((text) => ({ text, aged: aged && /\d/.test(text) })),
      };
    });
}

const proposalsSql = `SELECT p.id AS "proposalId", NULL::uuid AS "letterId", p.number, p.title, extract(year FROM p.registered_at AT TIME ZONE 'Asia/Shanghai')::int AS year,
    coalesce((SELECT string_agg(u.short_name, '、' ORDER BY a.ordinal) FROM assignment a JOIN unit u ON u.id = a.unit_id
      WHERE a.proposal_id = p.id AND a.state NOT IN ('returned', 'removed', 'recalled', 'withdrawn') AND a.role <> 'reference'), '') AS units
  FROM proposal p ORDER BY p.registered_at DESC, p.id LIMIT $1`;
/** What letters of earlier years answered; one that the house has a case for is told by that. */
const answeredSql = `SELECT NULL::uuid AS "proposalId", e.id AS "letterId", coalesce(e.reading->>'proposalNumber', '') AS number,
    coalesce(e.reading->>'proposalTitle', e.reading->>'title', '') AS title, extract(year FROM e.day)::int AS year,
    concat_ws('、', coalesce(e.reading->>'unit', e.reading->>'issuer'), nullif((SELECT string_agg(x, '、') FROM jsonb_array_elements_text(e.reading->'coHandlers') x), '')) AS units
  FROM earlier_letter e WHERE e.model->>'kind' = 'reply'
    AND NOT EXISTS (SELECT 1 FROM proposal p WHERE p.number = e.reading->>'proposalNumber' AND p.title = e.reading->>'proposalTitle')
  ORDER BY e.day DESC, e.id LIMIT $1`;

type Similar = z.input<typeof similarProposalsAnswer>;

/** Proposals of any year with a like title, the likest first. */
export async function similarProposals(em: EntityManager, title: string): Promise<Similar> {
  const registered = (await em.query(proposalsSql, [PROPOSALS])) as Similar;
  const answered = (await em.query(answeredSql, [PROPOSALS])) as Similar;
  return new Likeness([...registered, ...answered], (each) => each.title)
    .to(title)
    .filter(({ words }) => words.length >= SHARED_WORDS)
    .slice(0, SHOWN)
    .map(({ of }) => of);
}
