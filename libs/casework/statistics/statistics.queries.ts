import type { factListAnswer, factListQuery, statisticsAnswer, statisticsQuery } from '@fuhan/contracts';
import type { DateString } from '@fuhan/kernel';
import {
  behind,
  classesOf,
  type Counts,
  type Fact,
  figureNames,
  figures,
  rateNames,
  rates,
  summaryOf,
} from '@fuhan/rules';
import type { z } from 'zod';
import { sessionText } from '../drafting/compose-draft';
import { overseesAll, type WorklistContext } from '../worklist.queries';
import { type FactScope, loadFacts } from './facts.queries';

export type Statistics = z.input<typeof statisticsAnswer>;
type Asked = z.output<typeof statisticsQuery>;

/** The yearly table goes so far back. */
const YEARS = 5;

/** A year alone, or a session with the proposals of any year. */
const scopeOf = ({ actor, today }: WorklistContext, { year, term, meeting }: Asked): FactScope => {
  const asked = year ?? (term === undefined ? Number(today.slice(0, 4)) : undefined);
  return {
    unitId: overseesAll(actor) ? null : actor.unitId,
    ...{ fromYear: asked ?? 2000, toYear: asked ?? 2100, term: term ?? null, meeting: meeting ?? null },
  };
};

type Table = Statistics['figures'];
const table = (counts: Counts): Table =>
  figureNames.map((figure) => {
    const { label, definition } = figures[figure];
    return { figure, label, definition, value: counts[figure] };
  });

const grouped = <K>(facts: readonly Fact[], keyOf: (fact: Fact) => K): [K, Fact[]][] => {
  const groups = new Map<K, Fact[]>();
  for (const fact of facts) groups.set(keyOf(fact), [...(groups.get(keyOf(fact)) ?? []), fact]);
  return [...groups];
};

const byUnit = (facts: readonly Fact[], asOf: DateString): Statistics['units'] =>
  grouped(facts, ({ unitId }) => unitId)
    .map(([unitId, own]) => ({
      ...{ unitId, unit: own[0]?.unit ?? '', classes: [...classesOf(own, asOf)] },
      ...summaryOf(own, asOf),
    }))
    .sort((a, b) => {
      const owed = ({ counts }: { counts: Counts }): number => counts.repliesDue + counts.opinionsDue;
      return owed(b) - owed(a) || a.unit.localeCompare(b.unit, 'zh');
    });

const sessionsSql = `SELECT DISTINCT term, meeting FROM proposal ORDER BY term DESC, meeting DESC LIMIT 20`;

/** 统计: every figure of a year (or a session) with its definition, by unit, by class, and beside the years before. */
export async function statistics(ctx: WorklistContext, asked: Asked): Promise<Statistics> {
  const asOf = asked.asOf ?? ctx.today;
  const scope = scopeOf(ctx, asked);
  const facts = await loadFacts(ctx.em, scope);
  const { counts, rates: shares, opinionDays } = summaryOf(facts, asOf);
  const lastYear = asked.year ?? Number(ctx.today.slice(0, 4));
  const all = await loadFacts(ctx.em, {
    ...{ unitId: scope.unitId, fromYear: lastYear - YEARS + 1, toYear: lastYear, term: null, meeting: null },
  });
  const sessions = (await ctx.em.query(sessionsSql)) as { term: number; meeting: number }[];
  return {
    asOf,
    year: scope.fromYear === scope.toYear ? scope.fromYear : null,
    ...{ term: scope.term, meeting: scope.meeting, ofAll: scope.unitId === null },
    sessions: sessions.map((each) => ({ ...each, label: sessionText(each.term, each.meeting) })),
    figures: table(counts),
    rates: rateNames.map((rate) => ({ rate, ...rates[rate], value: shares[rate] })),
    opinionDays,
    classes: [...classesOf(facts, asOf)],
    units: byUnit(facts, asOf),
    years: Array.from({ length: YEARS }, (_, i) => lastYear - i).map((year) => ({
      year,
      ...summaryOf(
        all.filter((fact) => fact.year === year),
        asOf,
      ),
    })),
  };
}

/** The list behind a figure: exactly what was counted. */
export async function factList(
  ctx: WorklistContext,
  asked: z.output<typeof factListQuery>,
): Promise<z.input<typeof factListAnswer>> {
  const asOf = asked.asOf ?? ctx.today;
  const found = behind(await loadFacts(ctx.em, scopeOf(ctx, asked)), asked.figure, asOf).filter(
    ({ unitId, outcomeClass }) =>
      (asked.unit === undefined || unitId === asked.unit) &&
      (asked.outcomeClass === undefined || (outcomeClass ?? '') === asked.outcomeClass),
  );
  const { label, definition } = figures[asked.figure];
  return {
    ...{ label, definition, asOf, total: found.length },
    items: found
      .slice(asked.offset, asked.offset + asked.limit)
      .map(({ id, proposalId, number, title, unit, startedOn, dueOn, doneOn }) => ({
        ...{ id, proposalId, number, title, unit, startedOn, dueOn, doneOn },
      })),
  };
}
