import { randomUUID } from 'node:crypto';

export type Query = <T>(sql: string, values?: unknown[]) => Promise<T[]>;
type Row = Record<string, unknown>;

/** Numbers that are by chance, and the same each time. */
function chance(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

/**
 * Many cases that could have come about, made by chance from one that really did: of two years and two sessions, handed to units as lead and as
 * co-handlers, answered in time, late or not at all, talked over, rated, sent back, done again, promised. Straight into the tables: the hundred commands
 * each would take are tried elsewhere.
 */
export async function addRandomCases(query: Query, seed: number, cases: number): Promise<void> {
  const below = chance(seed);
  const oneOf = <T>(...values: T[]): T => values[below(values.length)] as T;
  const day = (): string => new Date(Date.UTC(2026, 1, 1 + below(200))).toISOString().slice(0, 10);
  // Around midnight in Shanghai too, where the day is another one than in London.
  const instant = (): string => `${day()}T${oneOf('15:59:59', '16:00:00', '02:30:00')}Z`;
  const insert = (table: string, row: Row): Promise<unknown> =>
    query(`INSERT INTO ${table} SELECT (jsonb_populate_record(NULL::${table}, $1)).*`, [JSON.stringify(row)]);
  const like = async (table: string, where: string): Promise<(more: Row) => Promise<string>> => {
    const [base] = await query<{ row: Row }>(
      `SELECT to_jsonb(t) AS row FROM ${table} t WHERE ${where} LIMIT 1`,
    );
    return async (more) => {
      const id = randomUUID();
      await insert(table, { ...base?.row, id, ...more });
      return id;
    };
  };

  const proposal = await like('proposal', `EXISTS (SELECT 1 FROM letter l WHERE l.proposal_id = t.id)`);
  const proposer = await like('proposer', 'true');
  const assignment = await like('assignment', `role IN ('lead', 'sole')`);
  const deadline = await like('deadline', 'true');
  const draft = await like('draft', `kind = 'reply'`);
  const letter = await like('letter', 'true');
  const units = await query<{ id: string }>('SELECT DISTINCT unit_id AS id FROM assignment ORDER BY 1');
  const [person] = await query<{ id: string }>('SELECT id FROM person ORDER BY id LIMIT 1');

  for (let n = 0; n < cases; n++) {
    const gone = below(12) === 0;
    const proposalId = await proposal({
      ...{ number: `9${String(n).padStart(5, '0')}`, term: 13, meeting: oneOf(4, 5) },
      registered_at: oneOf('2025-12-31T15:59:59Z', '2025-12-31T16:00:00Z', '2026-02-02T02:00:00Z'),
      ...(gone ? { withdrawn_at: instant(), withdrawn_on: day() } : {}),
    });
    const proposerId = await proposer({ proposal_id: proposalId });
    const about = { proposal_id: proposalId };
    const onlyNoted = below(6) === 0;
    for (const [ordinal, { id: unitId }] of units.entries()) {
      const role =
        ordinal === n % units.length && !onlyNoted
          ? oneOf('lead', 'sole', 'separate')
          : oneOf(onlyNoted ? 'reference' : 'co', 'reference');
      const assignmentId = await assignment({
        ...{ ...about, unit_id: unitId, role, ordinal, handed_over_at: instant() },
        state: oneOf(
          'handed_over',
          'working',
          'working',
          'finished',
          'finished',
          'returned',
          'removed',
          'recalled',
          'withdrawn',
        ),
      });
      const state = oneOf('running', 'met', 'met', 'cancelled');
      await deadline({
        ...{
          ...about,
          subject_id: assignmentId,
          unit_id: unitId,
          clock: role === 'co' ? 'opinion' : 'reply',
        },
        ...{ started_on: day(), due_on: day(), state, met_on: state === 'met' ? day() : null },
      });
      const of = { ...about, assignment_id: assignmentId };
      if (below(3) === 0)
        await insert('return_request', {
          ...{ id: randomUUID(), ...of, wish: 'return', state: 'refused', requested_at: instant() },
        });
      if (role === 'co' || role === 'reference') continue;
      if (below(2) === 0)
        await insert('contact_record', {
          ...{
            id: randomUUID(),
            ...of,
            way: 'visit',
            held_on: day(),
            people: '甲',
            proposer_ids: [proposerId],
          },
          ...{ said: '谈过', outcome: '一致', recorded_at: instant(), recorded_by: person?.id },
          state: oneOf('recorded', 'confirmed', 'void'),
        });
      const draftId = await draft({ ...of, state: oneOf('signed', 'issued', 'issued') });
      const letterId = await letter({
        ...{ ...about, draft_id: draftId, answers_id: proposalId, serial: 10_000 + n },
        ...{ document_number: `${n}号`, outcome_class: oneOf('A', 'B', 'C'), issued_at: instant() },
        state: oneOf('delivered', 'delivered', 'delivered', 'issued', 'withdrawn'),
      });
      const given = below(2) === 0;
      const mark = (): string => oneOf('satisfied', 'fair', 'dissatisfied');
      await insert('rating', {
        ...{
          id: randomUUID(),
          ...of,
          letter_id: letterId,
          proposer_id: proposerId,
          round: 1,
          link_serial: 1,
        },
        ...{ token_hash: randomUUID(), asked_at: instant(), hits: 0, due_on: day() },
        ...(given
          ? { state: 'given', handling: mark(), result: mark(), given_at: instant(), given_via: 'link' }
          : { state: oneOf('asked', 'expired', 'withdrawn') }),
      });
      if (below(2) === 0)
        await insert('redo', {
          ...{
            id: randomUUID(),
            ...of,
            letter_id: letterId,
            round: 2,
            exhausted: false,
            weighed_at: instant(),
          },
          state: oneOf('ordered', 'cancelled'),
        });
      for (let promised = below(3); promised > 0; promised--) {
        const outcome = oneOf(null, 'kept', 'unkept');
        await insert('commitment', {
          ...{ id: randomUUID(), ...of, letter_id: letterId, origin: 'read', text: '修桥', made_on: day() },
          ...{ due_on: day(), owner_unit_id: oneOf(...units).id, outcome, settled_on: outcome && day() },
          state: outcome ?? oneOf('proposed', 'struck', 'confirmed', 'confirmed', 'dropped'),
        });
      }
    }
  }
}
