import type { DataSource } from 'typeorm';

/** How many cases of each unit are still open, however many there are in all: a bureau's desk does not grow with its archive. */
export const OPEN_A_UNIT = 20;
const UNITS = 20;

/**
 * Makes `count` cases in SQL: each handed over to one of twenty units, with a proposer, two suggestions, a clock and three lines of history. All
 * but twenty of each unit are finished. The clocks are copies of `like`, a deadline the program has made.
 */
export async function fill(dataSource: DataSource, count: number, like: string): Promise<void> {
  await dataSource.query(`
    CREATE TEMP TABLE made ON COMMIT PRESERVE ROWS AS
    SELECT n, gen_random_uuid() AS id, gen_random_uuid() AS assignment, u.id AS unit, n <= ${UNITS * OPEN_A_UNIT} AS open
    FROM generate_series(1, ${count}) n
    JOIN (SELECT id, row_number() OVER (ORDER BY code <> 'gongxin', code) AS i FROM unit LIMIT ${UNITS}) u ON u.i = 1 + n % ${UNITS};
    INSERT INTO proposal (id, kind, number, term, meeting, title, full_text, consent_to_publish, profile_version, registered_at, registered_by)
      SELECT m.id, p.kind, (500000 + n)::text, p.term, p.meeting, '关于第' || n || '件事的提案', repeat('提案的正文。', 100), true,
        p.profile_version, p.registered_at - n * interval '1 minute', p.registered_by FROM made m, (SELECT * FROM proposal LIMIT 1) p;
    INSERT INTO proposer (id, proposal_id, ordinal, kind, name) SELECT gen_random_uuid(), id, 1, 'member', '委员' || n FROM made;
    INSERT INTO suggestion (id, proposal_id, ordinal, title, body)
      SELECT gen_random_uuid(), id, i, '建议' || i, repeat('建议的话。', 20) FROM made, generate_series(1, 2) i;
    INSERT INTO assignment (id, proposal_id, unit_id, role, ordinal, state, handed_over_at)
      SELECT assignment, id, unit, 'sole', 1, CASE WHEN open THEN 'handed_over' ELSE 'finished' END, now() FROM made;
    INSERT INTO deadline (id, proposal_id, subject_id, clock, unit_id, started_on, due_on, provisional, state, explanation, basis, profile_version, derivation)
      SELECT gen_random_uuid(), m.id, assignment, 'reply', unit, d.started_on, d.due_on, d.provisional,
        CASE WHEN open THEN 'running' ELSE 'met' END, d.explanation, d.basis, d.profile_version, d.derivation
      FROM made m, (SELECT * FROM deadline WHERE id = '${like}') d;
    INSERT INTO history_entry (proposal_id, at, actor, action, object_id, words)
      SELECT id, now(), '某人', 'proposal.register', id, '第' || i || '步。' FROM made, generate_series(1, 3) i;
    DROP TABLE made`);
  await dataSource.query('VACUUM ANALYZE');
}
