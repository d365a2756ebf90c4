import { readFileSync } from 'node:fs';
import { PASSWORD } from '@fuhan/testing';
import type { Browser, BrowserContext, Page, Request } from 'playwright-core';

export const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } } as const;
export type Size = keyof typeof sizes;

export interface Visit {
  readonly page: Page;
  /** Errors of the console and of the page, and breaches of the content security policy. */
  readonly complaints: string[];
  close(): Promise<void>;
}

const settings = (size: Size) =>
  ({ viewport: sizes[size], locale: 'zh-CN', timezoneId: 'Asia/Shanghai', reducedMotion: 'reduce' }) as const;

type Cookies = Awaited<ReturnType<BrowserContext['cookies']>>;
const signedIn = new Map<string, Cookies>();

/** One sign-in for each person of a house: hashing a password is slow by design. */
async function cookiesOf(context: BrowserContext, url: string, account: string): Promise<Cookies> {
  const known = signedIn.get(`${url} ${account}`);
  if (known) return known;
  const answer = await context.request.post('/api/session', {
    headers: { 'X-Requested-With': 'fuhan' },
    data: { account, password: PASSWORD },
  });
  if (!answer.ok()) throw new Error(`${account} could not sign in: ${await answer.text()}`);
  const cookies = await context.cookies();
  signedIn.set(`${url} ${account}`, cookies);
  return cookies;
}

/** A clock that was moved has ended every session. */
export const forgetSignIns = (): void => signedIn.clear();

/** Whoever was signed in leaves; the person of the account comes, or nobody. */
export async function enter(
  context: BrowserContext,
  url: string,
  account: string | undefined,
): Promise<void> {
  await context.clearCookies();
  if (account !== undefined) await context.addCookies(await cookiesOf(context, url, account));
}

/** A page at a size; signed in where an account is named. */
export async function visit(browser: Browser, url: string, size: Size, account?: string): Promise<Visit> {
  const context: BrowserContext = await browser.newContext({ ...settings(size), baseURL: url });
  if (account !== undefined) await context.addCookies(await cookiesOf(context, url, account));
  const page = await context.newPage();
  watchRequests(page);
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || /Content Security Policy/.test(message.text()))
      complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(error.message));
  return { page, complaints, close: () => context.close() };
}

/** What each page still waits for. */
const underWay = new WeakMap<Page, Set<Request>>();

function watchRequests(page: Page): void {
  const open = new Set<Request>();
  underWay.set(page, open);
  // The stream of news never ends.
  page.on('request', (request) => request.resourceType() === 'eventsource' || open.add(request));
  page.on('requestfinished', (request) => open.delete(request));
  page.on('requestfailed', (request) => open.delete(request));
}

/** Waits until a page has asked for nothing for a moment. Playwright's own `networkidle` takes half a second of silence. */
async function quiet(page: Page): Promise<void> {
  for (let still = 0, tries = 0; still < 4 && tries < 80; tries++) {
    await new Promise((done) => setTimeout(done, 25));
    still = underWay.get(page)?.size ? 0 : still + 1;
  }
}

/** Opens an address and waits until the page has its heading and nothing is still being loaded. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

/** Waits until the page has its heading and nothing is still being loaded. */
export async function settled(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page.locator('[aria-label="正在载入"]').first().waitFor({ state: 'detached' });
  // The preview beside a list comes a moment after it.
  await quiet(page);
}

const axeSource = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8');

interface Violation {
  readonly id: string;
  readonly impact: string | null;
  readonly nodes: { readonly target: string[] }[];
}

/** What axe calls serious or critical, each with the first place where. */
export async function seriousFindings(page: Page): Promise<string[]> {
  // Through the debugger: a script tag would rightly be refused by the page's policy. Once for a page that stays.
  if ((await page.evaluate('typeof axe')) === 'undefined') await page.evaluate(axeSource);
  const violations = (await page.evaluate(
    `axe.run(document, { resultTypes: ['violations'] }).then(({ violations }) => violations)`,
  )) as Violation[];
  return violations
    .filter(({ impact }) => impact === 'serious' || impact === 'critical')
    .map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`);
}

/** How far the page can be pushed sideways, in CSS pixels. */
export const sidewaysScroll = (page: Page): Promise<number> =>
  page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth');
