import type { Query } from './statistics-random';

type Row = Readonly<Record<string, string | number | null>>;

export interface Asked {
  readonly asOf: string;
  readonly unitId?: string | undefined;
  readonly year?: number;
  readonly meeting?: number;
}

const GONE = ['returned', 'removed', 'recalled', 'withdrawn'];
/** The day it was in Shanghai. */
const dayOf = (instant: unknown): string =>
  new Date(Date.parse(String(instant)) + 8 * 3_600_000).toISOString().slice(0, 10);

/** Every figure once more, slowly: whole tables read, row by row, without the program's own questions. */
export async function recount(query: Query, asked: Asked): Promise<Record<string, number | null>> {
  const all = async (table: string): Promise<Row[]> =>
    (await query<{ row: Row }>(`SELECT to_jsonb(t) AS row FROM ${table} t`)).map(({ row }) => row);
  const { asOf, unitId, year, meeting } = asked;
  const proposals = (await all('proposal')).filter(
    (each) =>
      each.withdrawn_at === null &&
      (year === undefined || dayOf(each.registered_at).startsWith(String(year))) &&
      (meeting === undefined || each.meeting === meeting),
  );
  const looked = new Set(proposals.map(({ id }) => id));
  const assignments = (await all('assignment')).filter((each) => looked.has(each.proposal_id ?? ''));
  const unitOf = new Map(assignments.map((each) => [each.id, each.unit_id]));
  const ours = (row: Row, unit: unknown): boolean =>
    looked.has(row.proposal_id ?? '') && (unitId === undefined || unit === unitId);
  const upTo = (day: unknown): boolean => day !== null && String(day) <= asOf;

  const counts: Record<string, number> = {};
  const add = (name: string, when = true): void => void (counts[name] = (counts[name] ?? 0) + (when ? 1 : 0));
  const [deadlines, contacts, letters, drafts] = [
    await all('deadline'),
    await all('contact_record'),
    await all('letter'),
    await all('draft'),
  ];
  const took: number[] = [];
  for (const each of assignments) {
    if (!ours(each, each.unit_id) || GONE.includes(String(each.state)) || each.role === 'reference') continue;
    const co = each.role === 'co';
    const clock = deadlines.find(
      (row) =>
        row.subject_id === each.id && row.clock === (co ? 'opinion' : 'reply') && row.state !== 'cancelled',
    );
    const started = String(clock?.started_on ?? dayOf(each.handed_over_at));
    if (started > asOf) continue;
    const met = clock?.state === 'met' && upTo(clock.met_on);
    const what = co ? 'opinions' : 'replies';
    add(`${what}Due`);
    add(`${what}Given`, met);
    add(`${what}OnTime`, met && String(clock?.met_on) <= String(clock?.due_on));
    add(`${what}Overdue`, !met && clock !== undefined && String(clock.due_on) < asOf);
    if (co && met) took.push((Date.parse(String(clock?.met_on)) - Date.parse(started)) / 86_400_000);
    if (co || !met) continue;
    add(
      'contacted',
      contacts.some((row) => row.assignment_id === each.id && row.state !== 'void'),
    );
    const [first] = letters
      .filter((row) => row.state !== 'withdrawn')
      .filter(({ draft_id: id }) =>
        drafts.some((row) => row.id === id && row.kind === 'reply' && row.assignment_id === each.id),
      )
      .sort((a, b) => Date.parse(String(a.issued_at)) - Date.parse(String(b.issued_at)));
    add(`class ${first?.outcome_class ?? ''}`);
  }
  for (const row of await all('rating')) {
    if (!ours(row, unitOf.get(row.assignment_id ?? '')) || row.state === 'withdrawn') continue;
    if (dayOf(row.asked_at) > asOf) continue;
    const given = row.state === 'given' && dayOf(row.given_at) <= asOf;
    add('ratingsAsked');
    add('ratingsGiven', given);
    add('handlingSatisfied', given && row.handling !== 'dissatisfied');
    add('resultSatisfied', given && row.result !== 'dissatisfied');
  }
  for (const row of await all('return_request'))
    if (ours(row, unitOf.get(row.assignment_id ?? ''))) add('returns', dayOf(row.requested_at) <= asOf);
  for (const row of await all('redo'))
    if (ours(row, unitOf.get(row.assignment_id ?? '')))
      add('redos', row.state !== 'cancelled' && dayOf(row.weighed_at) <= asOf);
  for (const row of await all('commitment')) {
    if (!ours(row, row.owner_unit_id) || !upTo(row.made_on)) continue;
    if (['proposed', 'struck', 'dropped'].includes(String(row.state))) continue;
    add('promises');
    add('promisesKept', row.outcome === 'kept' && upTo(row.settled_on));
    add('promisesOverdue', !upTo(row.settled_on) && String(row.due_on) < asOf);
  }
  took.sort((a, b) => a - b);
  return { ...counts, opinionDays: took[Math.floor((took.length - 1) / 2)] ?? null };
}
