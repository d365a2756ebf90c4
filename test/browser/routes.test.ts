import { launchBrowser } from '@fuhan/testing';
import type { Browser } from 'playwright-core';
import { open, seriousFindings, sidewaysScroll, type Size, type Visit, visit } from './visit';
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
  ['the draft desk, matrix', 'drafter', ({ waiting }) => `/proposals/${waiting}/draft?side=matrix`],
  ['a desk with nothing to write', 'clerk', ({ answered }) => `/proposals/${answered}/draft`],
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
  ['notices', 'drafter', () => '/notices'],
  ['登记簿', 'clerk', () => '/registers'],
  ['登记簿 of a year without letters', 'clerk', () => '/registers?year=2020'],
  ['承诺台账', 'drafter', () => '/commitments'],
  ['承诺台账 of all, overdue', 'coordinator', () => '/commitments?show=overdue'],
  ['承诺台账 of a year without any', 'coordinator', () => '/commitments?year=2020'],
  ['the promises and their links', 'coordinator', ({ answered }) => `/proposals/${answered}?tab=promises`],
  ['a promise to keep', 'drafter', ({ answered }) => `/proposals/${answered}?tab=promises`],
  ['委托代办', 'drafter', () => '/delegations'],
  ['units', 'system', () => '/admin/units'],
  ['people', 'security', () => '/admin/people'],
  ['地方配置', 'system', () => '/admin/place'],
  ["the proposer's page", undefined, ({ personalLink }) => personalLink],
  ['the rating form', undefined, ({ ratingLink }) => ratingLink],
  [
    'the ratings as the coordinator has them',
    'coordinator',
    ({ answered }) => `/proposals/${answered}?tab=ratings`,
  ],
  ["the proposer's page of the promises", undefined, ({ promisesLink }) => promisesLink],
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
  /** One page for each person and size: a browser that has been here before has the program compiled already. */
  const come = async (account: string | undefined, size: Size): Promise<Visit> => {
    const key = `${account} ${size}`;
    const made = visits.get(key) ?? (await visit(browser, world.app.url, size, account));
    visits.set(key, made);
    made.complaints.length = 0;
    return made;
  };

  const each = routes.flatMap((route) =>
    (['desk', 'phone'] as const).map((size): [Size, ...Route] => [size, ...route]),
  );

  it.each(each)(
    'should fit the %s, keep the policy and be open to everyone: %s',
    async (size, name, account, path) => {
      const { page, complaints } = await come(account === 'CO' ? world.coHandler : account, size);
      await open(page, path(world));
      const pictures = process.env.FUHAN_TEST_PICTURES;
      if (pictures)
        await page.screenshot({ path: `${pictures}/${name.replace(/[\s,']+/g, '-')}-${size}.png` });
      const found = { sideways: await sidewaysScroll(page), axe: await seriousFindings(page), complaints };
      expect(found).toEqual({ sideways: 0, axe: [], complaints: [] });
    },
  );
});
