import { type Experience, type PastCase, proposeUnits, responsibilityMap } from '@fuhan/knowledge';
import type { NextAction } from '@fuhan/rules';
import type { EntityManager } from 'typeorm';
import { PolicyDocument, Proposal, Suggestion } from '../case/entities';
import type { UnitAdvice } from '../forms/form';
import { knownUnits } from '../imports/import.usecases';

/** So many proposals of before are looked at, the newest ones: units and their duties change over the years. */
const PAST_CASES = 2_000;
/** So much of a text without suggestions says what it is about. */
const BEGINNING = 600;

const pastSql = `
  SELECT p.number, p.title, extract(year FROM p.registered_at AT TIME ZONE 'Asia/Shanghai')::int AS year,
    coalesce(array_agg(u.short_name ORDER BY a.ordinal) FILTER (WHERE a.role IN ('lead', 'sole', 'separate')), '{}') AS leads,
    coalesce(array_agg(u.short_name ORDER BY a.ordinal) FILTER (WHERE a.role = 'co'), '{}') AS "coHandlers"
  FROM (SELECT * FROM proposal WHERE id <> $1 AND handled ORDER BY registered_at DESC, id LIMIT $2) p
  JOIN assignment a ON a.proposal_id = p.id AND a.state NOT IN ('returned', 'removed', 'recalled', 'withdrawn')
  JOIN unit u ON u.id = a.unit_id GROUP BY p.id, p.number, p.title, p.registered_at ORDER BY p.registered_at DESC, p.id`;

/** What letters of earlier years tell: who wrote them led, whom they name helped. One that the house has a case for is told by that. */
const earlierSql = `
  SELECT e.reading->>'proposalNumber' AS number, coalesce(e.reading->>'proposalTitle', e.reading->>'title', '') AS title,
    extract(year FROM e.day)::int AS year, jsonb_build_array(e.reading->>'unit') AS leads, e.reading->'coHandlers' AS "coHandlers"
  FROM earlier_letter e WHERE e.model->>'kind' = 'reply' AND e.unit_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM proposal p WHERE p.number = e.reading->>'proposalNumber' AND p.title = e.reading->>'proposalTitle')
  ORDER BY e.day DESC, e.id LIMIT $1`;

/** What the documents and the past say of who handles what, seen from one proposal. */
async function experienceFor(em: EntityManager, proposalId: string): Promise<Experience> {
  const policies = await em.find(PolicyDocument, {
    where: { state: 'current' },
    order: { importedAt: 'ASC' },
  });
  const handled = (await em.query(pastSql, [proposalId, PAST_CASES])) as PastCase[];
  const earlier = (await em.query(earlierSql, [PAST_CASES])) as PastCase[];
  const past = [...handled, ...earlier].slice(0, PAST_CASES);
  const readings = policies.map(({ reading, title }) => ({ ...reading, title }));
  return { map: responsibilityMap(readings), past, units: await knownUnits(em) };
}

const asked = ({ title, fullText }: Proposal, suggestions: readonly Suggestion[]): [string, string][] =>
  suggestions.length === 0
    ? [[title, `${title}。${fullText.slice(0, BEGINNING)}`]]
    : suggestions.map((each) => [each.title, `${each.title}。${each.body.slice(0, BEGINNING)}`]);

/** For each suggestion the units it probably concerns, for who may hand the proposal over; nothing for others. */
export async function unitAdviceFor(
  em: EntityManager,
  next: readonly NextAction[],
  proposalId: string,
): Promise<UnitAdvice[]> {
  if (!next.some(({ action }) => action === 'proposal.handOver')) return [];
  const proposal = await em.findOneByOrFail(Proposal, { id: proposalId });
  const suggestions = await em.find(Suggestion, { where: { proposalId }, order: { ordinal: 'ASC' } });
  const experience = await experienceFor(em, proposalId);
  const about = asked(proposal, suggestions);
  const idOf = new Map(
    (experience.units as Awaited<ReturnType<typeof knownUnits>>).map(({ id, shortName }) => [shortName, id]),
  );
  const found = proposeUnits(
    about.map(([, text]) => text),
    experience,
  );
  return about
    .map(([title], i) => ({
      about: title,
      units: (found[i] ?? []).flatMap(({ unit, reasons }) => {
        const id = idOf.get(unit);
        return id === undefined ? [] : [{ id, name: unit, reasons }];
      }),
    }))
    .filter(({ units }) => units.length > 0);
}
