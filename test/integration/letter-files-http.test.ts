import { createHash } from 'node:crypto';
import { newId } from '@fuhan/kernel';
import { Client, savePerson } from '@fuhan/testing';
import { shortPlan } from '../e2e/short-plan';
import { issue, walkToSigned } from '../e2e/walk';
import { type Refusal, startWorld, type World } from './casework-world';

const formats = ['pdf', 'docx', 'html', 'txt'] as const;
const lead = ['office', 'drafter', 'colleague', 'reviewer', 'leader', 'head', 'clerk'];
const overseers = ['coordinator', 'supervisor'];
const recipients = ['co-zhujian', 'co-shangwu', 'tian-office'];
const strangers = ['stranger', 'system', 'security', 'audit'];
/** 市政府办公室 gets a copy, and these are of it; the coordinator and the administrators are of it too. */
const inRecipientsHouse = ['system', 'security', 'audit'];

let world: World;
let signed: { id: string; draftId: string };
let letter: { id: string; documentNumber: string };
let other: { id: string };
let link: string;
let otherLink: string;

const plans = [shortPlan('137301'), shortPlan('137302')] as const;
const outside = (): Client => new Client(world.app.url);
const person = async (account: string): Promise<Client> =>
  account === 'nobody' ? outside() : world.cast.as(account);
const fileOf = (id: string, format: string): string => `/api/letters/${id}/files/${format}`;
const statusOf = async (account: string, path: string): Promise<number> =>
  (await (await person(account)).get(path)).status;
const codeOf = async (client: Client, path: string): Promise<[number, string]> => {
  const { status, body } = await client.get<Refusal>(path);
  return [status, body.code];
};
const linkOf = async (id: string): Promise<string> => {
  const { letters } = await world.seen('clerk', id);
  const own = letters[0]?.deliveries.find(({ recipientKind }) => recipientKind === 'proposer');
  return `/api${new URL(own?.link ?? 'http://none').pathname}`;
};

/** Who got the letter's PDF, with which status, at each point of its life. */
const everyone = [...lead, ...overseers, ...recipients, ...strangers, 'nobody'];
const answers: Record<string, Record<string, number>> = {};
async function everyoneTries(when: string): Promise<void> {
  const found: Record<string, number> = {};
  for (const account of everyone) found[account] = await statusOf(account, fileOf(letter.id, 'pdf'));
  answers[when] = found;
}
const previews: Record<string, number> = {};

beforeAll(async () => {
  world = await startWorld({ worker: true });
  const { app, cast } = world;
  const em = app.house.dataSource.manager;
  await savePerson(em, 'colleague', 'gongxin', ['drafter']);
  await savePerson(em, 'tian-office', 'zhengxie_tian', ['proposal_office']);
  await savePerson(em, 'stranger', 'gongan', ['proposal_office', 'drafter', 'clerk', 'head']);
  signed = await walkToSigned(app, cast, plans[0]);
  for (const account of everyone)
    previews[account] = await statusOf(account, `/api/drafts/${signed.draftId}/preview.html`);
  const second = await walkToSigned(app, cast, plans[1]);
  letter = await issue(app, cast, signed, plans[0]);
  const clerk = await cast.as('clerk');
  other = await clerk.done(`/api/drafts/${second.draftId}/issue`, { date: '2026-06-05' });
  await everyoneTries('issued');
  await clerk.done(`/api/letters/${letter.id}/deliver`);
  await everyoneTries('delivered');
  link = await linkOf(signed.id);
  const ready = async (): Promise<boolean> =>
    (await world.seen('clerk', second.id)).letters[0]?.files.every(({ state }) => state === 'ready') ?? false;
  while (!(await ready())) await new Promise((done) => setTimeout(done, 50));
  await clerk.done(`/api/letters/${other.id}/deliver`);
  otherLink = await linkOf(second.id);
}, 120_000);
afterAll(async () => world.app.close());

describe('a letter before it is issued', () => {
  it.each([...lead, ...overseers])(
    'should be previewed by who works on it or oversees all: %s',
    (account) => {
      expect(previews[account]).toBe(200);
    },
  );

  it.each([...recipients, ...strangers])('should not be found by %s', (account) => {
    expect(previews[account]).toBe(404);
  });

  it('should need a sign-in', () => {
    expect(previews['nobody']).toBe(401);
  });
});

describe('the files of a letter that is issued and not delivered', () => {
  it.each([...lead, ...overseers])('should be fetched by %s', (account) => {
    expect(answers['issued']?.[account]).toBe(200);
  });

  it.each([...recipients, ...strangers])('should not be found by %s', (account) => {
    expect(answers['issued']?.[account]).toBe(404);
  });

  it('should need a sign-in', () => {
    expect(answers['issued']?.['nobody']).toBe(401);
  });
});

describe('the files of a letter that is delivered', () => {
  it.each([...lead, ...overseers, ...recipients])('should be fetched by %s', (account) => {
    expect(answers['delivered']?.[account]).toBe(200);
  });

  it('should not be found by a unit that got no copy', () => {
    expect(answers['delivered']?.['stranger']).toBe(404);
  });

  it.each(inRecipientsHouse)('should be fetched by anybody of a unit that got a copy: %s', (account) => {
    expect(answers['delivered']?.[account]).toBe(200);
  });

  it('should need a sign-in', () => {
    expect(answers['delivered']?.['nobody']).toBe(401);
  });

  it.each(formats)('should be there in each format, for a co-handler: %s', async (format) => {
    expect(await statusOf('co-shangwu', fileOf(letter.id, format))).toBe(200);
  });

  it.each(['exe', 'PDF', 'pdf.exe', '..%2Fpdf'])(
    'should not be there in a format nobody makes: %s',
    async (format) => {
      expect(await statusOf('clerk', fileOf(letter.id, format))).toBe(404);
    },
  );

  it('should not be there in a format that is no text at all', async () => {
    expect(await statusOf('clerk', fileOf(letter.id, '%00'))).toBe(400);
  });

  it('should not be found under the id of a letter that does not exist', async () => {
    expect(await statusOf('clerk', fileOf(newId(), 'pdf'))).toBe(404);
  });

  it('should not be found under something that is no id', async () => {
    expect(await statusOf('clerk', fileOf('x', 'pdf'))).toBe(404);
  });

  it.each([
    ['pdf', 'inline'],
    ['html', 'inline'],
    ['docx', 'attachment'],
    ['txt', 'attachment'],
  ])('should open or be saved by what they are: %s is %s', async (format, how) => {
    const { headers } = await (await person('clerk')).get(fileOf(letter.id, format));
    expect(headers.get('content-disposition')).toBe(
      `${how}; filename*=UTF-8''${encodeURIComponent(`${letter.documentNumber}.${format}`)}`,
    );
  });

  it('should stay out of every cache', async () => {
    const { headers } = await (await person('clerk')).get(fileOf(letter.id, 'pdf'));
    expect(headers.get('cache-control')).toBe('private, no-store');
  });

  it('should run nothing when it is HTML', async () => {
    const { headers } = await (await person('clerk')).get(fileOf(letter.id, 'html'));
    expect(headers.get('content-security-policy')).toMatch(/^default-src 'none';.* sandbox$/);
  });
});

describe('the proposer’s link', () => {
  it.each(formats)('should give the letter without any sign-in: %s', async (format) => {
    expect((await outside().get(`${link}/${format}`)).status).toBe(200);
  });

  it('should give the same bytes as the unit that wrote it gets', async () => {
    const own = await (await person('clerk')).get<string>(fileOf(letter.id, 'txt'));
    expect((await outside().get<string>(`${link}/txt`)).body).toBe(own.body);
  });

  it('should be one for each letter', async () => {
    const { body } = await outside().get<{ documentNumber: string }>(otherLink);
    expect(body.documentNumber).not.toBe(letter.documentNumber);
  });

  it('should not count as received because its files were fetched', async () => {
    await outside().get(`${otherLink}/pdf`);
    expect((await outside().get<{ receivedAt: null }>(otherLink)).body.receivedAt).toBeNull();
  });

  it('should open no format that nobody makes', async () => {
    expect(await codeOf(outside(), `${link}/exe`)).toEqual([404, 'request.not-found']);
  });

  it('should not sign anybody in', async () => {
    const client = outside();
    await client.get(link);
    expect((await client.get('/api/me')).status).toBe(401);
  });

  const tokens: [string, () => string][] = [
    ['made up', () => 'A'.repeat(43)],
    ['cut short', () => (link.split('/').at(-1) ?? '').slice(0, -1)],
    ['one letter longer', () => `${link.split('/').at(-1)}A`],
    ['in other capitals', () => (link.split('/').at(-1) ?? '').toUpperCase()],
    [
      'the digest that is stored',
      () =>
        createHash('sha256')
          .update(link.split('/').at(-1) ?? '')
          .digest('hex'),
    ],
    ['the letter’s id', () => letter.id],
    ['endless', () => 'x'.repeat(4000)],
    ['no text at all', () => '%00'],
  ];

  it.each(tokens)('should be dead when the token is %s', async (_what, token) => {
    expect(await codeOf(outside(), `/api/f/${token()}`)).toEqual([404, 'link.dead']);
  });

  it.each(tokens)('should give no file when the token is %s', async (_what, token) => {
    expect(await codeOf(outside(), `/api/f/${token()}/pdf`)).toEqual([404, 'link.dead']);
  });

  it('should take no receipt with a wrong token', async () => {
    expect((await outside().post(`/api/f/${'A'.repeat(43)}/receive`)).status).toBe(404);
  });

  it('should exist for the proposer alone: no unit’s delivery has a token', async () => {
    const rows = await world.app.house.dataSource.query(
      `SELECT DISTINCT recipient_kind AS kind FROM delivery WHERE token_hash IS NOT NULL`,
    );
    expect(rows).toEqual([{ kind: 'proposer' }]);
  });

  it('should stand in no table as it is', async () => {
    const token = link.split('/').at(-1);
    const [{ found }] = await world.app.house.dataSource.query(
      `SELECT (SELECT count(*) FROM delivery v WHERE v::text LIKE '%' || $1 || '%')
            + (SELECT count(*) FROM outbox o WHERE o::text LIKE '%' || $1 || '%')
            + (SELECT count(*) FROM notice n WHERE n::text LIKE '%' || $1 || '%')
            + (SELECT count(*) FROM audit_log a WHERE a::text LIKE '%' || $1 || '%') AS found`,
      [token],
    );
    expect(Number(found)).toBe(0);
  });
});
