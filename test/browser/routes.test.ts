import { Client, launchBrowser } from '@fuhan/testing';
import type { Browser } from 'playwright-core';
import { open, seriousFindings, settled, sidewaysScroll, type Size, sizes, type Visit, visit } from './visit';
import { makeWorld, type World } from './world';

type Route = readonly [name: string, account: string | undefined, path: (world: World) => string];

const tabs = [
  'text',
  'units',
  'opinions',
  'draft',
  'letters',
  'ratings',
  'promises',
  'contacts',
  'clocks',
  'history',
];
const routes: Route[] = [
  ['the sign-in page', undefined, () => '/login'],
  ['待办', 'drafter', () => '/todo'],
  ['an empty 待办', 'supervisor', () => '/todo'],
  ['the ledger', 'coordinator', () => '/proposals'],
  ['a search without a find', 'coordinator', () => '/proposals?q=nothing-like-it'],
  ['registering a proposal', 'coordinator', () => '/proposals/new'],
  ['registering without the duty', 'drafter', () => '/proposals/new'],
  ['the case that waits', 'drafter', ({ waiting }) => `/proposals/${waiting}`],
  ['the merge desk', 'drafter', ({ waiting }) => `/proposals/${waiting}?tab=draft`],
  ['the draft desk', 'drafter', ({ waiting }) => `/proposals/${waiting}/draft`],
  ['the draft desk, checks', 'drafter', ({ waiting }) => `/proposals/${waiting}/draft?side=checks`],
  ['the draft desk, earlier replies', 'drafter', ({ waiting }) => `/proposals/${waiting}/draft?side=earlier`],
  ['the draft desk, matrix', 'drafter', ({ waiting }) => `/proposals/${waiting}/draft?side=matrix`],
  ['a desk with nothing to write', 'clerk', ({ answered }) => `/proposals/${answered}/draft`],
  ["an opinion's own page", 'CO', ({ opinionId }) => `/opinions/${opinionId}`],
  ['the opinion form', 'CO', (w) => `/proposals/${w.waiting}?do=opinion.submit~${w.opinionId}`],
  [
    'the form of a section',
    'drafter',
    (w) => `/proposals/${w.waiting}?do=draft.saveSection~${w.draftId}~${w.sectionId}`,
  ],
  ['the form of head and foot', 'drafter', (w) => `/proposals/${w.waiting}?do=draft.saveFrame~${w.draftId}`],
  ['the case that waits for the hand-over', 'coordinator', (w) => `/proposals/${w.fresh}`],
  ...tabs.map((tab): Route => [
    `the answered case, ${tab}`,
    'clerk',
    (w) => `/proposals/${w.answered}?tab=${tab}`,
  ]),
  ['the review, signed', 'clerk', ({ answered }) => `/proposals/${answered}/review`],
  ['the review, side by side', 'reviewer', ({ answered }) => `/proposals/${answered}/review?view=sides`],
  ["the clerk's board", 'clerk', () => '/letters?box=archive'],
  ['an empty box of the board', 'drafter', () => '/letters?box=number'],
  ['a letter as it prints', 'clerk', ({ letterId }) => `/letters/${letterId}`],
  ['notices', 'drafter', () => '/notices'],
  ['督办', 'coordinator', () => '/supervise'],
  ['到期日历', 'coordinator', () => '/calendar?month=2026-06'],
  ['登记簿', 'clerk', () => '/registers'],
  ['登记簿 of a year without letters', 'clerk', () => '/registers?year=2020'],
  ['承诺台账', 'drafter', () => '/commitments'],
  ['承诺台账 of all, overdue', 'coordinator', () => '/commitments?show=overdue'],
  ['承诺台账 of a year without any', 'coordinator', () => '/commitments?year=2020'],
  ['the promises and their links', 'coordinator', ({ answered }) => `/proposals/${answered}?tab=promises`],
  ['a promise to keep', 'drafter', ({ answered }) => `/proposals/${answered}?tab=promises`],
  ['政策文件', 'coordinator', () => '/policies'],
  ['往年答复函', 'coordinator', () => '/earlier-letters'],
  ['全文检索', 'drafter', () => '/search?q=建议'],
  ['the hand-over', 'coordinator', ({ fresh }) => `/proposals/${fresh}/assign`],
  ['委托代办', 'drafter', () => '/delegations'],
  ['units', 'system', () => '/admin/units'],
  ['people', 'security', () => '/admin/people'],
  ['审计日志', 'audit', () => '/admin/audit'],
  ['地方配置', 'system', () => '/admin/place'],
  ['信函用语', 'system', () => '/admin/wording'],
  ["the proposer's page", undefined, ({ personalLink }) => personalLink],
  ['the rating form', undefined, ({ ratingLink }) => ratingLink],
  [
    'the ratings as the coordinator has them',
    'coordinator',
    ({ answered }) => `/proposals/${answered}?tab=ratings`,
  ],
  ["the proposer's page of the promises", undefined, ({ promisesLink }) => promisesLink],
  ['统计', 'coordinator', () => '/dashboard?figure=repliesDue'],
  ['年度报表', 'coordinator', () => '/reports'],
  ['公开', undefined, () => '/public'],
  ['an address that is none', 'drafter', () => '/nowhere'],
];

describe('every route', () => {
  let browser: Browser;
  let world: World;
  beforeAll(async () => {
    [browser, world] = await Promise.all([launchBrowser(), makeWorld()]);
  });
  afterAll(async () => {
    await browser?.close();
    await world?.app.close();
  });

  const visits = new Map<string, Visit>();
  /** One page for each person: a browser that has been here before has the program compiled already. */
  const come = async (account: string | undefined): Promise<Visit> => {
    const key = account ?? '';
    const made = visits.get(key) ?? (await visit(browser, world.app.url, 'desk', account));
    visits.set(key, made);
    made.complaints.length = 0;
    return made;
  };
  const found = async ({ page, complaints }: Visit): Promise<object> => ({
    sideways: await sidewaysScroll(page),
    axe: await seriousFindings(page),
    complaints: [...complaints],
  });
  const nothing = { sideways: 0, axe: [], complaints: [] };

  // Every other address is opened on the phone and widened, the others on the desk and narrowed: both ways to arrive, each once.
  const both = ['desk', 'phone'] as const;
  const each = routes.map((route, i): [...Route, readonly Size[]] => [
    ...route,
    i % 2 === 0 ? both : [...both].reverse(),
  ]);

  it.each(each)(
    'should fit desk and phone, keep the policy and be open to everyone: %s',
    async (name, account, path, order) => {
      const came = await come(account === 'CO' ? world.coHandler : account);
      const pictures = process.env.FUHAN_TEST_PICTURES;
      for (const [i, size] of order.entries()) {
        await came.page.setViewportSize(sizes[size]);
        await (i === 0 ? open(came.page, path(world)) : settled(came.page));
        if (pictures)
          await came.page.screenshot({ path: `${pictures}/${name.replace(/[\s,']+/g, '-')}-${size}.png` });
        expect({ size, ...(await found(came)) }).toEqual({ size, ...nothing });
      }
    },
  );

  it('should draw the pages of a letter anew when the window grows', async () => {
    const { page } = await come('clerk');
    await page.setViewportSize(sizes.phone);
    await open(page, `/letters/${world.letterId}`);
    const drawn = await page.locator('.pdf-page').first().getAttribute('width');
    await page.setViewportSize(sizes.desk);
    await page.locator(`.pdf-page:not([width="${drawn}"])`).first().waitFor();
    expect(await page.locator(`.pdf-page[width="${drawn}"]`).count()).toBe(0);
  });

  it('should show a letter in larger type where letters are large, as high as it needs', async () => {
    const { page } = await come(undefined);
    await page.setViewportSize(sizes.desk);
    await open(page, world.personalLink);
    const frame = page.locator('.letter-frame');
    const high = async (): Promise<number> => (await frame.boundingBox())?.height ?? 0;
    const usual = await high();
    await page.getByRole('button', { name: '大字' }).click();
    await page.getByRole('button', { name: '标准字' }).waitFor();
    const large = await high();
    await page.getByRole('button', { name: '标准字' }).click();
    await page.getByRole('button', { name: '大字' }).waitFor();
    expect([large > usual, await high()]).toEqual([true, usual]);
  });

  it.each(['/registers', '/reports'])(
    'should print %s black on white, with the heads on each page and nothing to press',
    async (path) => {
      const { page } = await come('coordinator');
      await open(page, path);
      await page.emulateMedia({ media: 'print' });
      const printed = await page.evaluate(`(() => {
        const lookOf = (found) => found && getComputedStyle(found);
        const pressed = [...document.querySelectorAll('.head, .ways, .as-button, button, input')];
        return {
          pressed: pressed.filter((each) => each.checkVisibility()).map(({ outerHTML }) => outerHTML),
          heads: lookOf(document.querySelector('.table thead')).display,
          ink: [lookOf(document.querySelector('td a')).color, lookOf(document.body).backgroundColor],
        };
      })()`);
      await page.emulateMedia({ media: null });
      const [black, white] = ['rgb(0, 0, 0)', 'rgb(255, 255, 255)'];
      expect(printed).toEqual({ pressed: [], heads: 'table-header-group', ink: [black, white] });
    },
  );

  describe('公开', () => {
    let letter: string;
    /** The answered case's letter goes out to everybody, by the two who have to look at it. */
    beforeAll(async () => {
      const { app, answered, letterId } = world;
      await app.house.dataSource.query(`UPDATE draft SET publication = 'active' WHERE proposal_id = $1`, [
        answered,
      ]);
      const [office, reviewer] = [new Client(app.url), new Client(app.url)];
      await office.signIn('office');
      const { id } = await office.done(`/api/letters/${letterId}/prepare-publication`);
      await reviewer.signIn('reviewer');
      const looked = { secrets: true, privacy: true, trade: true, copy: true };
      await reviewer.done(`/api/publications/${id}/approve`, looked);
      letter = `/public/letters/${id}`;
    });

    it.each(['list', 'search', 'letter'])(
      'should fit desk and phone and be open to everyone: %s',
      async (name) => {
        const path = { list: '/public', search: '/public?q=梳理项目', letter }[name] ?? '';
        const came = await come(undefined);
        for (const size of both) {
          await came.page.setViewportSize(sizes[size]);
          await open(came.page, path);
          const pictures = process.env.FUHAN_TEST_PICTURES;
          if (pictures)
            await came.page.screenshot({ path: `${pictures}/public-${name}-${size}.png`, fullPage: true });
          expect({ size, ...(await found(came)) }).toEqual({ size, ...nothing });
        }
      },
    );

    it('should be found, read and taken away without a script and without a cookie', async () => {
      const context = await browser.newContext({ javaScriptEnabled: false, baseURL: world.app.url });
      const page = await context.newPage();
      await page.goto('/public');
      await page.getByLabel('要找的词').fill('梳理项目清单');
      await page.getByRole('button', { name: '查找' }).click();
      expect(await page.getByRole('status').textContent()).toBe('共 1 份');
      await page.locator('ol.letters a').click();
      expect(new URL(page.url()).pathname).toBe(letter);
      const href = await page.getByRole('link', { name: 'PDF' }).getAttribute('href');
      const pdf = await context.request.get(href ?? '');
      expect([
        pdf.status(),
        pdf.headers()['content-type'],
        (await pdf.body()).subarray(0, 5).toString(),
      ]).toEqual([200, 'application/pdf', '%PDF-']);
      expect(await context.cookies()).toEqual([]);
      await context.close();
    });
  });
});
