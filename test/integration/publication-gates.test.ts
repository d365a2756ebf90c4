import { Client } from '@fuhan/testing';
import { unzipSync } from 'fflate';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { verifyArchive } from '@fuhan/casework';
import { type CaseView, walkToSigned } from '../e2e/walk';
import { shortPlan } from '../e2e/short-plan';
import { refusal, startWorld, type World } from './casework-world';

type Seen = CaseView & {
  publications: { id: string; state: string; masked: { kind: string }[] }[];
  proposal: { closingOpen: string[]; closedOn: string | null; archive: string | null };
  stageLabel: string;
};
interface List {
  total: number;
  items: { id: string; title: string }[];
}

/** What each case has in its text and nobody else: found anywhere public, it has leaked. */
const marker = (number: string): string => `暗记${number}`;
const NUMBERS = {
  published: '135301',
  onRequest: '135302',
  none: '135303',
  refused: '135304',
  unreviewed: '135305',
  noConsent: '135306',
  withdrawn: '135307',
} as const;
const HIDDEN = Object.values(NUMBERS).filter((number) => number !== NUMBERS.published);
const CHECKED = { secrets: true, privacy: true, trade: true, copy: true };

/** 公开: two gates and four eyes before a letter is read by everybody; 结案 and the archive package. */
describe('the gates of publication', () => {
  let world: World;
  const cases = new Map<string, string>();
  const letters = new Map<string, string>();
  const as = (account: string): Promise<Client> => world.cast.as(account);
  const everybody = (): Client => new Client(world.app.url);
  const caseId = (number: string): string => cases.get(number) ?? '';
  const seen = async (account: string, number: string): Promise<Seen> =>
    (await world.seen(account, caseId(number))) as Seen;
  const query = (sql: string, values: unknown[] = []) => world.app.house.dataSource.query(sql, values);
  const copyOf = async (number: string): Promise<string> =>
    (await seen('office', number)).publications.at(-1)?.id ?? '';
  const page = async (
    path: string,
    headers: Record<string, string> = {},
  ): Promise<{ status: number; words: string; headers: Headers }> => {
    const answer = await fetch(`${world.app.url}${path}`, { headers });
    return { status: answer.status, words: await answer.text(), headers: answer.headers };
  };
  const list = async (search = ''): Promise<List> =>
    (await everybody().get<List>(`/api/public/letters${search}`)).body;

  /** A letter that is out, with its marker in the text and the mark it is to have. */
  async function send(number: string, mark: string): Promise<void> {
    const walked = await walkToSigned(world.app, world.cast, shortPlan(number));
    cases.set(number, walked.id);
    await query(`UPDATE draft SET publication = $2 WHERE id = $1`, [walked.draftId, mark]);
    await query(
      `UPDATE passage SET body = body || $2 WHERE section_id IN (SELECT id FROM draft_section WHERE draft_id = $1 AND ordinal = 1)`,
      [walked.draftId, marker(number)],
    );
    const clerk = await as('clerk');
    const { id } = await clerk.done(`/api/drafts/${walked.draftId}/issue`, {
      date: world.app.clock.today(),
    });
    await query(`UPDATE letter_file SET state = 'ready' WHERE letter_id = $1`, [id]);
    await clerk.done(`/api/letters/${id}/deliver`);
    letters.set(number, id);
  }
  const prepare = async (number: string): Promise<string> =>
    (await (await as('office')).done(`/api/letters/${letters.get(number)}/prepare-publication`)).id;
  const approve = async (number: string): Promise<unknown> =>
    (await as('reviewer')).done(`/api/publications/${await copyOf(number)}/approve`, CHECKED);
  const consent = async (number: string, agrees: boolean): Promise<unknown> =>
    (await as('coordinator')).done(`/api/proposals/${caseId(number)}/record-consent`, {
      ...{ consent: agrees, names: false, how: '电话', on: world.app.clock.today() },
    });

  beforeAll(async () => {
    world = await startWorld();
    for (const [what, number] of Object.entries(NUMBERS))
      await send(number, { onRequest: 'on_request', none: 'none' }[what] ?? 'active');
    await prepare(NUMBERS.published);
    await approve(NUMBERS.published);
    await prepare(NUMBERS.refused);
    await (
      await as('reviewer')
    ).done(`/api/publications/${await copyOf(NUMBERS.refused)}/refuse`, { reason: '住址没有遮盖。' });
    await prepare(NUMBERS.unreviewed);
    await prepare(NUMBERS.noConsent);
    await approve(NUMBERS.noConsent);
    await consent(NUMBERS.noConsent, false);
    await prepare(NUMBERS.withdrawn);
    await approve(NUMBERS.withdrawn);
    await (
      await as('head')
    ).done(`/api/publications/${await copyOf(NUMBERS.withdrawn)}/withdraw`, { reason: '数据有更新。' });
  }, 180_000);
  afterAll(() => world.app.close());

  describe('inside', () => {
    it.each([
      ['on_request', NUMBERS.onRequest, '不是主动公开'],
      ['none', NUMBERS.none, '不是主动公开'],
      ['without consent', NUMBERS.noConsent, '不同意公开'],
      ['published already', NUMBERS.published, '已经公开'],
    ])('should let no copy be made of a letter that is %s', async (_what, number, why) => {
      const path = `/api/letters/${letters.get(number)}/prepare-publication`;
      expect((await refusal(await as('office'), path))[2]).toContain(why);
    });

    it('should need every check of the reviewer', async () => {
      const path = `/api/publications/${await copyOf(NUMBERS.unreviewed)}/approve`;
      const [status, , why] = await refusal(await as('reviewer'), path, { ...CHECKED, privacy: false });
      expect([status, why]).toEqual([422, expect.stringContaining('个人隐私')]);
    });

    it('should not be passed by whoever made the copy', async () => {
      const [{ id }] = await query(`SELECT id FROM person WHERE account = 'reviewer'`);
      const copy = await copyOf(NUMBERS.unreviewed);
      const [{ prepared_by: office }] = await query('SELECT prepared_by FROM publication WHERE id = $1', [
        copy,
      ]);
      await query('UPDATE publication SET prepared_by = $2 WHERE id = $1', [copy, id]);
      expect(
        (await refusal(await as('reviewer'), `/api/publications/${copy}/approve`, CHECKED))[2],
      ).toContain('另一位');
      await query('UPDATE publication SET prepared_by = $2 WHERE id = $1', [copy, office]);
    });

    it('should mask the contact in the copy, and show it to its unit before it is let out', async () => {
      const { publications } = await seen('office', NUMBERS.unreviewed);
      expect(publications[0]?.masked.map(({ kind }) => kind)).toContain('contact');
      const path = `/api/publications/${await copyOf(NUMBERS.unreviewed)}/preview.html`;
      const preview = await (await as('reviewer')).get<string>(path);
      expect(preview.status).toBe(200);
      expect((await everybody().get(path)).status).toBe(401);
    });

    it('should run 20 working days from the delivery, only where both gates stand open', async () => {
      const clocks = await query(
        `SELECT p.number, d.state FROM deadline d JOIN proposal p ON p.id = d.proposal_id WHERE d.clock = 'publish' ORDER BY 1`,
      );
      expect(
        Object.fromEntries(clocks.map((row: { number: string; state: string }) => [row.number, row.state])),
      ).toEqual({
        [NUMBERS.published]: 'met',
        [NUMBERS.refused]: 'running',
        [NUMBERS.unreviewed]: 'running',
        [NUMBERS.noConsent]: 'met',
        [NUMBERS.withdrawn]: 'met',
      });
    });
  });

  describe('from outside', () => {
    it('should show exactly what is published, without the contact', async () => {
      const { total, items } = await list();
      expect([total, items.length]).toEqual([1, 1]);
      const id = items[0]?.id;
      const text = await fetch(`${world.app.url}/api/public/letters/${id}/file.txt`);
      const words = await text.text();
      expect(words).toContain(marker(NUMBERS.published));
      expect(words).not.toContain('88880001');
      expect(text.headers.get('set-cookie')).toBeNull();
      for (const format of ['pdf', 'html'])
        expect((await fetch(`${world.app.url}/api/public/letters/${id}/file.${format}`)).status).toBe(200);
    });

    it('should answer a reader who has it already with its digest alone', async () => {
      const address = `${world.app.url}/api/public/letters/${(await list()).items[0]?.id}/file.txt`;
      const etag = (await fetch(address)).headers.get('etag') ?? '';
      expect((await fetch(address, { headers: { 'If-None-Match': etag } })).status).toBe(304);
    });

    it('should show people the same on pages without a script, a cookie or a sign-in', async () => {
      const id = (await list()).items[0]?.id;
      const pages = [await page('/public'), await page(`/public/letters/${id}`)];
      for (const { status, words, headers } of pages) {
        expect([status, headers.get('set-cookie')]).toEqual([200, null]);
        expect(words).toContain(NUMBERS.published);
        expect(words).not.toMatch(/<script|\son\w+=|javascript:|88880001/);
        expect(headers.get('content-security-policy')).toContain("default-src 'none'");
        expect(headers.get('cache-control')).toContain('must-revalidate');
      }
      expect(pages[1]?.words).toContain(marker(NUMBERS.published));
      const { words: text } = await page(`/public/letters/${id}/letter.txt`);
      expect(pages[1]?.words).toContain(createHash('sha256').update(text).digest('hex'));
      expect((await page(`/public/letters/${id}/letter.pdf`)).words).toMatch(/^%PDF/);
      const etag = pages[0]?.headers.get('etag') ?? '';
      expect((await page('/public', { 'If-None-Match': etag })).status).toBe(304);
      for (const map of ['/public/feed.atom', '/public/sitemap.xml'])
        expect((await page(map)).words.match(/\/public\/letters\/[0-9a-f-]{36}/g)).toEqual([
          `/public/letters/${id}`,
        ]);
    });

    it('should narrow the pages by words, year and unit, and leave out what it cannot read of an address', async () => {
      const total = async (search: string): Promise<string | undefined> =>
        /共 (\d+) 份/.exec((await page(`/public${search}`)).words)?.[1];
      const word = encodeURIComponent(marker(NUMBERS.published));
      expect(await total(`?q=${word}&year=&unit=`)).toBe('1');
      expect(await total(`?q=${word}&year=2026&unit=${encodeURIComponent('中山市工业和信息化局')}`)).toBe(
        '1',
      );
      expect(await total('?year=2020')).toBe('0');
      expect(await total('?unit=x')).toBe('0');
      expect(await total('?year=abc&page=-1&q=a&q=b')).toBe('1');
      const { words } = await page(`/public?q=${encodeURIComponent('"><script>alert(1)</script>')}`);
      expect(words).not.toContain('<script');
    });

    it('should give away no word of what is hidden on any page, whatever id or word is tried', async () => {
      const ids = (
        await query(
          'SELECT id FROM letter UNION ALL SELECT id FROM publication UNION ALL SELECT id FROM draft UNION ALL SELECT id FROM proposal',
        )
      ).map(({ id }: { id: string }) => id) as string[];
      const tries = [
        ...['', '/feed.atom', '/sitemap.xml', '/../api/todo', '/letters', '/letters/%2e%2e'],
        ...ids.flatMap((id) =>
          ['', '/letter.txt', '/letter.pdf', '/file.html'].map((tail) => `/letters/${id}${tail}`),
        ),
        ...HIDDEN.map((number) => `?q=${encodeURIComponent(marker(number))}`),
      ];
      const leaks: string[] = [];
      for (const path of tries) {
        const { words } = await page(`/public${path}`);
        // The words somebody typed stand in the field they were typed into.
        const shown = words.replace(/ value="[^"]*"/g, '');
        if (HIDDEN.some((number) => shown.includes(marker(number)) || shown.includes(`第${number}号`)))
          leaks.push(path);
      }
      expect(leaks).toEqual([]);
      expect((await page(`/public/letters/${ids[0]}`)).words).toContain('没有这份答复函');
    });

    it.each(HIDDEN)('should find nothing of what is hidden by its words: %s', async (number) => {
      for (const words of [marker(number), `第${number}号`, '%', '_'])
        expect(
          (await list(`?q=${encodeURIComponent(words)}`)).items.map(({ title }) => title),
        ).not.toContainEqual(expect.stringContaining(number));
      expect((await list(`?q=${encodeURIComponent(marker(number))}`)).total).toBe(0);
    });

    it('should let no address without a session give away a word of it, whatever id is tried', async () => {
      const { paths } = JSON.parse(readFileSync('docs/openapi.json', 'utf8')) as {
        paths: Record<string, Record<string, unknown>>;
      };
      const ids = (
        await query(
          `SELECT id FROM letter UNION ALL SELECT id FROM publication UNION ALL SELECT id FROM draft UNION ALL SELECT id FROM proposal`,
        )
      ).map(({ id }: { id: string }) => id) as string[];
      const gets = Object.keys(paths).filter((path) => paths[path]?.['get'] && path !== '/events');
      const tries = gets.flatMap((path) =>
        (path.includes('{') ? ids : ['']).flatMap((id) =>
          (path.includes('{format}') ? ['pdf', 'txt', 'html'] : ['']).map((format) =>
            path
              .replace('{format}', format)
              .replace(/\{\w+\}/g, id)
              .replace(/^\/api/, ''),
          ),
        ),
      );
      const leaks: string[] = [];
      for (const path of new Set(tries)) {
        const answer = await fetch(`${world.app.url}/api${path}`, { redirect: 'manual' });
        const words = await answer.text();
        if (HIDDEN.some((number) => words.includes(marker(number)) || words.includes(`第${number}号`)))
          leaks.push(path);
      }
      expect(leaks).toEqual([]);
      expect(tries.length).toBeGreaterThan(500);
    });

    it.each(['..%2f..%2fletters', '%2e%2e', "' OR 1=1 --", '00000000-0000-0000-0000-000000000000'])(
      'should take no other name for a letter: %s',
      async (name) => {
        for (const tail of ['', '/file.txt', '/file.docx'])
          expect(
            (await fetch(`${world.app.url}/api/public/letters/${encodeURIComponent(name)}${tail}`)).status,
          ).toBeGreaterThanOrEqual(400);
      },
    );

    it('should hold each gate for itself: a row that says published opens none', async () => {
      const [copy] = await query(`SELECT * FROM publication WHERE state = 'published'`);
      const columns = Object.keys(copy).filter((name) => !['id', 'letter_id', 'proposal_id'].includes(name));
      const shut = [NUMBERS.onRequest, NUMBERS.none, NUMBERS.noConsent];
      for (const number of shut)
        await query(
          `INSERT INTO publication (id, letter_id, proposal_id, ${columns.join(', ')})
           SELECT gen_random_uuid(), $2, $3, ${columns.join(', ')} FROM publication WHERE id = $1`,
          [copy.id, letters.get(number), caseId(number)],
        );
      expect((await list()).total).toBe(1);
      await query(`UPDATE letter SET state = 'withdrawn' WHERE id = $1`, [letters.get(NUMBERS.published)]);
      expect((await list()).total).toBe(0);
      await query(`UPDATE letter SET state = 'delivered' WHERE id = $1`, [letters.get(NUMBERS.published)]);
      await query('DELETE FROM publication WHERE letter_id = ANY($1)', [
        shut.map((each) => letters.get(each)),
      ]);
    });

    it('should be gone everywhere at once when the consent is taken back', async () => {
      const id = (await list()).items[0]?.id;
      await consent(NUMBERS.published, false);
      expect((await list()).total).toBe(0);
      for (const tail of ['', '/file.txt', '/file.pdf', '/file.html'])
        expect((await fetch(`${world.app.url}/api/public/letters/${id}${tail}`)).status).toBe(404);
      for (const tail of ['', '/letter.txt', '/letter.pdf'])
        expect((await page(`/public/letters/${id}${tail}`)).status).toBe(404);
      for (const path of ['/api/public/feed.atom', '/public', '/public/feed.atom', '/public/sitemap.xml'])
        expect((await page(path)).words).not.toContain(id);
      await consent(NUMBERS.published, true);
    });
  });

  describe('the end of a case', () => {
    const number = NUMBERS.published;
    const close = async (): Promise<[number, string, string]> =>
      refusal(await as('coordinator'), `/api/proposals/${caseId(number)}/close`, { note: '' });

    it('should say what is still missing', async () => {
      expect((await close())[2]).toContain('还有提案者没有测评');
      expect((await seen('coordinator', number)).proposal.closingOpen).toEqual([
        '还有提案者没有测评，测评期也没有过。',
        expect.stringContaining('承诺没有确认'),
      ]);
    });

    it('should come once nothing is missing', async () => {
      await query(`UPDATE rating SET state = 'lapsed' WHERE proposal_id = $1`, [caseId(number)]);
      const [{ id: promise }] = await query('SELECT id FROM commitment WHERE proposal_id = $1', [
        caseId(number),
      ]);
      await (
        await as('drafter')
      ).done(`/api/commitments/${promise}/strike`, { reason: '属会办单位的日常工作。' });
      await (await as('coordinator')).done(`/api/proposals/${caseId(number)}/close`, { note: '全部办结。' });
      expect((await seen('office', number)).stageLabel).toBe('已结案');
    });

    it('should leave nothing to do but opening it again, its promises and its publication', async () => {
      const { nextActions } = await seen('office', number);
      expect(nextActions.map(({ command }) => command)).toEqual([
        'assignment.addCommitment',
        'letter.preparePublication',
      ]);
      const [, , why] = await refusal(await as('clerk'), `/api/letters/${letters.get(number)}/seal`, {
        seal: '公章',
        copies: 1,
      });
      expect(why).toContain('已经结案');
    });

    it('should be opened again with a reason', async () => {
      const coordinator = await as('coordinator');
      const path = `/api/proposals/${caseId(number)}/reopen`;
      expect((await coordinator.post(path, { reason: '' })).status).toBe(422);
      await coordinator.done(path, { reason: '提案者来信。' });
      expect((await seen('office', number)).stageLabel).toBe('已送达');
    });

    it('should give one package that proves itself, the same each time', async () => {
      const office = await as('office');
      const download = (): Promise<Uint8Array> =>
        office.download(`/api/proposals/${caseId(number)}/archive.zip`);
      const zip = await download();
      const verdict = verifyArchive(zip);
      expect([verdict.proposal.number, verdict.faults]).toEqual([number, []]);
      const names = Object.keys(unzipSync(zip));
      for (const part of [
        '提案/提案.json',
        '会办意见/市商务局-第1版.json',
        '答复稿/1-第1轮.json',
        '经过.txt',
      ])
        expect(names).toContain(part);
      expect(names.some((name) => name.startsWith('审签/发文稿纸-'))).toBe(true);
      expect((await seen('office', number)).proposal.archive).toBe(
        `/api/proposals/${caseId(number)}/archive.zip`,
      );
      expect(Buffer.from(await download()).equals(Buffer.from(zip))).toBe(true);
    });

    it('should be given to nobody who has no part in writing it', async () => {
      const co = await world.co('市商务局');
      const theirs = (await co.get<Seen>(`/api/proposals/${caseId(number)}`)).body;
      expect(theirs.proposal.archive).toBeNull();
      expect((await co.get(`/api/proposals/${caseId(number)}/archive.zip`)).status).toBe(404);
      expect((await everybody().get(`/api/proposals/${caseId(number)}/archive.zip`)).status).toBe(401);
    });
  });
});
