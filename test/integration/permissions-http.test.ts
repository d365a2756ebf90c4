import { commandNames, commandPath, commandSpec, type CommandName, isHouseCommand } from '@fuhan/contracts';
import { newId } from '@fuhan/kernel';
import { Client, savePerson, startTestApp, type TestApp } from '@fuhan/testing';
import { goodInputs } from '../../libs/contracts/testing/good-inputs';
import { assemble, type Cast, caseOf, issue, walkToSigned } from '../e2e/walk';
import {
  lead,
  overseers,
  administrators,
  accounts,
  mayOnCase,
  mayElsewhere,
  onCase,
  elsewhere,
} from './permissions-book';
import { plan } from './permissions-plan';

let app: TestApp;
let cast: Cast;
let tables: string[];
/** Signed in once, when the story is told: a sign-in leaves an audit entry, which would be a row that moves. */
const signedIn = new Map<string, Client>();
/** The id a command is aimed at, on the open and on the finished case. */
const targets: Record<'open' | 'finished', Partial<Record<string, string>>> = { open: {}, finished: {} };

const coOf = (unit: string): string => cast.coAccounts.get(unit) ?? '';
async function person(account: string): Promise<Client> {
  const known = signedIn.get(account);
  if (known) return known;
  if (account === 'nobody') return new Client(app.url);
  if (account === 'co') return cast.as(coOf('市商务局'));
  if (account === 'otherCo') return cast.as(coOf('市住房城乡建设局'));
  return cast.as(account);
}

/** A digest of every row of every table, but for the sessions, whose last sign of life moves with each request. */
async function everyRow(): Promise<Record<string, string>> {
  const digests = tables.map(
    (table) => `SELECT '${table}' AS name,
      count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' ORDER BY t::text)), '') AS digest FROM ${table} t`,
  );
  const rows: { name: string; digest: string }[] = await app.house.dataSource.query(
    digests.join(' UNION ALL '),
  );
  return Object.fromEntries(rows.map(({ name, digest }) => [name, digest]));
}

/** The lead's reply clock, and its office's wish for more time. */
async function wishForMoreTime(proposalId: string): Promise<{ clock: string; extension: string }> {
  const [clock] = await app.house.dataSource.query(
    `SELECT id FROM deadline WHERE proposal_id = $1 AND clock = 'reply'`,
    [proposalId],
  );
  const wish = goodInputs['clock.requestExtension'];
  const { id } = await (await person('office')).done(`/api/clocks/${clock.id}/request-extension`, wish);
  return { clock: clock.id, extension: id };
}

/** Every row as it lay when somebody last looked: what one attempt leaves is what the next one finds. */
let rowsAtRest: Record<string, string> = {};
async function expectNoRowMoved(): Promise<void> {
  const before = rowsAtRest;
  rowsAtRest = await everyRow();
  expect(rowsAtRest).toEqual(before);
}

async function openCase(): Promise<void> {
  const coordinator = await cast.as('coordinator');
  const { body: units } =
    await coordinator.get<{ id: string; code: string; shortName: string }[]>('/api/units');
  const unit = (name: string) => units.find(({ code, shortName }) => code === name || shortName === name)?.id;
  const { id } = await coordinator.done('/api/proposals', {
    ...goodInputs['proposal.register'],
    originalFileId: null,
  });
  await coordinator.done(`/api/proposals/${id}/hand-over`, {
    leadUnitId: unit('gongxin'),
    coHandlers: ['市商务局', '市住房城乡建设局'].map((name) => ({ unitId: unit(name) })),
  });
  const view = await caseOf(coordinator, id);
  const own = view.assignments.find(({ role }) => role === 'lead');
  const opinion = view.opinions.find((each) => each.unit === '市商务局');
  const coOwn = view.assignments.find((each) => each.unit === '市商务局');
  const office = await person('office');
  await office.done(`/api/assignments/${own?.id}/sign`);
  const [named] = await app.house.dataSource.query(
    `SELECT id, office_id FROM person WHERE account = 'drafter'`,
  );
  await office.done(`/api/assignments/${own?.id}/divide`, { officeId: named.office_id, drafterId: named.id });
  const co = await person('co');
  await co.done(`/api/assignments/${coOwn?.id}/sign`);
  const link = await office.done(`/api/opinions/${opinion?.id}/invite-by-link`, { reason: '没有接入。' });
  const { id: returnRequest } = await co.done(`/api/assignments/${coOwn?.id}/request-return`, {
    ...{ wish: 'nobody', reason: '不属本局职责。' },
  });
  const items = [{ suggestionId: view.suggestions[0]?.id, position: 'adopted', body: '已办。' }];
  await co.done(`/api/opinions/${opinion?.id}/submit`, {
    contactName: '联络员',
    contactPhone: '88880001',
    items,
  });
  const draft = (await caseOf(office, id)).drafts[0]?.id ?? '';
  const assignment = own?.id ?? '';
  const more = await wishForMoreTime(id);
  targets.open = { proposal: id, assignment, opinion: opinion?.id ?? '', draft, returnRequest, ...more };
  targets.open['outsideLink'] = link.id;
}

async function finishedCase(): Promise<void> {
  const walked = await walkToSigned(app, cast, plan);
  const more = await wishForMoreTime(walked.id);
  await (await person('office')).done(`/api/extensions/${more.extension}/withdraw`);
  const issued = await issue(app, cast, walked, plan);
  await (await person('clerk')).done(`/api/letters/${issued.id}/deliver`);
  const query = async (sql: string): Promise<string> =>
    (await app.house.dataSource.query(sql, [walked.id])).flat()[0].id;
  const delivery = await query(
    `SELECT v.id FROM delivery v JOIN unit u ON u.id = v.unit_id WHERE v.proposal_id = $1 AND u.short_name = '市商务局'`,
  );
  await (await person('co')).done(`/api/deliveries/${delivery}/receive`);
  const outsideLink = await query(
    `INSERT INTO outside_link (id, proposal_id, assignment_id, purpose, state, token_hash, reason, expires_on, made_at, made_by)
     SELECT gen_random_uuid(), $1, a.id, 'opinion', 'revoked', 'of no token', '', '2026-07-01', now(), signed_by
     FROM assignment a WHERE proposal_id = $1 AND role = 'co' LIMIT 1 RETURNING id`,
  );
  const contactRecord = await query(
    `INSERT INTO contact_record (id, proposal_id, assignment_id, way, held_on, people, proposer_ids, said, outcome, state, recorded_at, recorded_by)
     SELECT gen_random_uuid(), $1, a.id, 'visit', '2026-03-12', '林小雨', '{}', '谈过。', '', 'struck', now(), signed_by
     FROM assignment a WHERE proposal_id = $1 AND role = 'lead' RETURNING id`,
  );
  const confirmation = await query(
    `INSERT INTO confirmation (id, proposal_id, draft_id, kind, assignment_id, state, token_hash, shown, digest, silence, asked_at, asked_by)
     SELECT gen_random_uuid(), $1, d.id, 'co_handler', a.id, 'withdrawn', 'of no question', '[]', '', 'agree', now(), a.signed_by
     FROM assignment a JOIN unit u ON u.id = a.unit_id JOIN draft d ON d.proposal_id = a.proposal_id
     WHERE a.proposal_id = $1 AND u.short_name = '市商务局' RETURNING id`,
  );
  const contribution = await query(
    `INSERT INTO contribution (id, proposal_id, assignment_id, office_id, state, question, asked_at, asked_by)
     SELECT gen_random_uuid(), $1, a.id, a.office_id, 'withdrawn', '底数', now(), a.signed_by
     FROM assignment a WHERE a.proposal_id = $1 AND a.role = 'lead' RETURNING id`,
  );
  // Struck: nothing more may be done with it.
  const commitment = await query(
    `INSERT INTO commitment (id, proposal_id, assignment_id, letter_id, state, origin, text, made_on, owner_unit_id, owner_id)
     SELECT gen_random_uuid(), $1, a.id, l.id, 'struck', 'hand', '建成十处。', l.date, a.unit_id, a.drafter_id
     FROM assignment a JOIN letter l ON l.proposal_id = a.proposal_id WHERE a.proposal_id = $1 AND a.role = 'lead' RETURNING id`,
  );
  // Given, and decided on: nothing more may be done with them.
  const rating = await query(
    `UPDATE rating SET state = 'given', handling = 'fair', result = 'fair', given_at = now(), given_via = 'link'
     WHERE proposal_id = $1 RETURNING id`,
  );
  const redo = await query(
    `INSERT INTO redo (id, proposal_id, assignment_id, letter_id, round, state, exhausted, weighed_at)
     SELECT gen_random_uuid(), $1, d.assignment_id, l.id, 2, 'declined', false, now()
     FROM letter l JOIN draft d ON d.id = l.draft_id WHERE l.proposal_id = $1 RETURNING id`,
  );
  const publication = await query(
    `INSERT INTO publication (id, proposal_id, assignment_id, letter_id, state, title, unit_name, model, masked, text, digest, prepared_at, prepared_by)
     SELECT gen_random_uuid(), $1, d.assignment_id, l.id, 'withdrawn', '', '', '{}', '[]', '', '', now(), l.issued_by
     FROM letter l JOIN draft d ON d.id = l.draft_id WHERE l.proposal_id = $1 RETURNING id`,
  );
  // Withdrawn: nothing more may be done with it.
  await query(`UPDATE letter SET state = 'withdrawn' WHERE proposal_id = $1 RETURNING id`);
  // A return cannot be asked for once all is over: one that was settled in its time.
  const returnRequest = newId();
  await app.house.dataSource.query(
    `INSERT INTO return_request (id, proposal_id, assignment_id, wish, state, decision, requested_at)
     SELECT $2, a.proposal_id, a.id, 'nobody', 'settled', 'keep', now() FROM assignment a JOIN unit u ON u.id = a.unit_id
     WHERE a.proposal_id = $1 AND u.short_name = '市商务局'`,
    [walked.id, returnRequest],
  );
  targets.finished = {
    outsideLink,
    contactRecord,
    commitment,
    confirmation,
    publication,
    rating,
    redo,
    contribution,
    returnRequest,
    proposal: walked.id,
    assignment: await query(`SELECT id FROM assignment WHERE proposal_id = $1 AND role = 'lead'`),
    opinion: await query(
      `SELECT o.id FROM opinion o JOIN assignment a ON a.id = o.assignment_id JOIN unit u ON u.id = a.unit_id
       WHERE o.proposal_id = $1 AND u.short_name = '市商务局'`,
    ),
    draft: walked.draftId,
    reviewStep: await query(`SELECT id FROM review_step WHERE proposal_id = $1 AND duty = 'reviewer'`),
    letter: issued.id,
    delivery,
    ...more,
  };
}

/** Waits until the worker has carried everything, so that nothing but the tests moves a row. */
async function quiet(): Promise<void> {
  for (let before = await everyRow(), tries = 0; tries < 50; tries++) {
    await new Promise((done) => setTimeout(done, 300));
    const after = await everyRow();
    const [{ waiting }] = await app.house.dataSource.query(
      `SELECT (SELECT count(*) FROM outbox WHERE dispatched_at IS NULL) + (SELECT count(*) FROM search_mark) AS waiting`,
    );
    if (Number(waiting) === 0 && JSON.stringify(before) === JSON.stringify(after)) return;
    before = after;
  }
  throw new Error('the worker is still busy after 15 s');
}

beforeAll(async () => {
  app = await startTestApp({ worker: true, at: plan.handedOverAt });
  cast = await assemble(app, plan);
  const em = app.house.dataSource.manager;
  await savePerson(em, 'colleague', 'gongxin', ['drafter']);
  await savePerson(em, 'stranger', 'gongan', [
    'proposal_office',
    'drafter',
    'reviewer',
    'leader',
    'head',
    'clerk',
  ]);
  await finishedCase();
  await openCase();
  for (const account of accounts) signedIn.set(account, await person(account));
  const rows: { name: string }[] = await app.house.dataSource.query(
    `SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> 'login_session' ORDER BY 1`,
  );
  tables = rows.map(({ name }) => name).filter((name) => !name.startsWith('bullmq'));
  await quiet();
  rowsAtRest = await everyRow();
}, 120_000);
afterAll(async () => app.close());

interface Told {
  readonly account: string;
  readonly status: number;
}

/** Who is answered with what, when everybody of `who` tries at the same time. */
const tryAll = (who: readonly string[], path: string, input: unknown): Promise<Told[]> =>
  Promise.all(
    who.map(async (account) => {
      const { status } = await (await person(account)).post(`/api${path}`, input);
      return { account, status };
    }),
  );

const pathOn = (which: 'open' | 'finished', name: CommandName): string =>
  commandPath(name, targets[which][name.split('.')[0] ?? ''] ?? null);

describe('every command, on a case that is finished', () => {
  /** The copy went to 市政府办公室 too, where the overseers and administrators sit: all of them know of the case. */
  const expected = (name: CommandName, account: string): number => {
    if (account === 'nobody') return 401;
    if (account === 'stranger') return 404;
    return mayOnCase[name]?.includes(account) ? 409 : 403;
  };

  it.each(onCase)('should be answered by the rule book and change no row: %s', async (name) => {
    const told = await tryAll(accounts, pathOn('finished', name), goodInputs[name]);
    expect(told).toEqual(accounts.map((account) => ({ account, status: expected(name, account) })));
    await expectNoRowMoved();
  });
});

describe('every command, on a case that is open', () => {
  const targeted = onCase.filter(
    (name) =>
      !/^(reviewStep|letter|delivery|contactRecord|commitment|confirmation|publication|rating|redo|contribution)\./.test(
        name,
      ),
  );
  const expected = (account: string): number => {
    if (account === 'nobody') return 401;
    return account === 'stranger' || administrators.includes(account) ? 404 : 403;
  };

  it.each(targeted)('should change no row when it is denied: %s', async (name) => {
    const denied = accounts.filter((account) => !mayOnCase[name]?.includes(account));
    const told = await tryAll(denied, pathOn('open', name), goodInputs[name]);
    expect(told).toEqual(denied.map((account) => ({ account, status: expected(account) })));
    await expectNoRowMoved();
  });

  it.each(targeted)('should change no row when what it brings is wrong: %s', async (name) => {
    const told = await tryAll(accounts, pathOn('open', name), { surprise: 1 });
    expect(told).toEqual(accounts.map((account) => ({ account, status: account === 'nobody' ? 401 : 422 })));
    await expectNoRowMoved();
  });

  it.each(targeted)('should not find what is not there, whoever asks: %s', async (name) => {
    const told = await tryAll(accounts, commandPath(name, newId()), goodInputs[name]);
    expect(told).toEqual(accounts.map((account) => ({ account, status: account === 'nobody' ? 401 : 404 })));
  });
});

describe('every command that is not on a case', () => {
  /** Aimed so that even who may cannot do it: a taken name, number or account, or nothing there to change. */
  const inputs: Partial<Record<CommandName, object>> = {
    'proposal.register': { originalFileId: null },
    'unit.create': { name: '中山市商务局', shortName: '市商务局' },
    'person.create': { account: 'coordinator', officeId: null, unitId: '' },
    'calendarDay.set': { status: 'notified' },
  };
  const inTheWay: Partial<Record<CommandName, number>> = {
    'proposal.register': 409,
    ...{ 'unit.create': 409, 'person.create': 409 },
    'import.create': 422, // its file is nobody’s
    'policy.import': 422,
    'letterImport.create': 422,
    'calendar.importYear': 422,
    'clockRules.apply': 409,
    'wording.publish': 422, // no such passage
    'profile.publish': 422, // its file lacks most of what a place says
  };

  it.each(elsewhere)('should be answered by the rule book and change no row: %s', async (name) => {
    const [{ id: unitId }] = await app.house.dataSource.query(`SELECT id FROM unit WHERE code = 'gongxin'`);
    const more = { ...inputs[name], ...(name === 'person.create' ? { unitId } : {}) };
    const path = commandPath(name, commandSpec(name).onTarget ? newId() : null);
    const told = await tryAll(accounts, path, { ...goodInputs[name], ...more });
    const may = mayElsewhere[name] ?? [];
    const expected = (account: string): number =>
      account === 'nobody' ? 401 : may.includes(account) ? (inTheWay[name] ?? 404) : 403;
    expect(told).toEqual(accounts.map((account) => ({ account, status: expected(account) })));
    await expectNoRowMoved();
  });
});

describe('the rule book', () => {
  it('should have every command', () => {
    expect([...onCase, ...elsewhere].sort()).toEqual([...commandNames].sort());
  });

  it('should keep the house’s commands apart from the case’s', () => {
    expect(onCase.filter(isHouseCommand)).toEqual([]);
  });
});

describe('what is read', () => {
  const reads = [
    '/api/me',
    '/api/todo',
    '/api/notices',
    '/api/proposals',
    '/api/units',
    '/api/people',
    '/api/calendars',
    '/api/clock-rules',
    '/api/place-profiles',
  ];

  it.each(reads)('should need a sign-in: %s', async (path) => {
    expect((await (await person('nobody')).get(path)).status).toBe(401);
  });

  it('should show the list of people to those who keep it alone', async () => {
    const told: string[] = [];
    for (const account of accounts) {
      if ((await (await person(account)).get('/api/people')).status === 200) told.push(account);
    }
    expect(told).toEqual(['system', 'security']);
  });

  it('should show the open case to those who have part in it or oversee it', async () => {
    const told: string[] = [];
    for (const account of accounts) {
      const { status } = await (await person(account)).get(`/api/proposals/${targets.open['proposal']}`);
      if (status === 200) told.push(account);
    }
    expect(told).toEqual([...overseers, ...lead, 'co', 'otherCo']);
  });

  it('should show the draft to its unit and to those who oversee, alone', async () => {
    const told: string[] = [];
    for (const account of accounts) {
      const { status } = await (
        await person(account)
      ).get(`/api/drafts/${targets.open['draft']}/preview.html`);
      if (status === 200) told.push(account);
    }
    expect(told).toEqual([...overseers, ...lead]);
  });
});
