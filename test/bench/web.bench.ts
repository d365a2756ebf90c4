import http from 'node:http';
import { Client, launchBrowser } from '@fuhan/testing';
import type { Browser, Page } from 'playwright-core';
import { open, visit } from '../browser/visit';
import { makeWorld, type World } from '../browser/world';
import { median, report, timed } from './figures';
import { fill } from './handling/fill';

const TIMES = 7;

/** Bytes on the wire of an address as a browser behind TLS asks for it. */
const compressed = (url: string): Promise<number> =>
  new Promise((done, fail) => {
    const headers = { 'accept-encoding': 'br' };
    const request = http.get(url, { headers }, (response) => {
      let bytes = 0;
      response.on('data', (chunk: Buffer) => (bytes += chunk.length));
      response.on('end', () => done(bytes));
    });
    request.on('error', fail);
  });

/** From a key to the frame that shows what it did, each time it is pressed; `watched` is what then changes. */
async function keyTimes(page: Page, key: string, watched: string, times: number): Promise<number[]> {
  await page.evaluate(
    `window.keyTimes = [];
     { let at = 0;
       document.addEventListener('keydown', (event) => { at = event.timeStamp; }, true);
       const seen = new MutationObserver(() => {
         if (at === 0) return;
         const from = at; at = 0;
         requestAnimationFrame(() => setTimeout(() => window.keyTimes.push(performance.now() - from), 0));
       });
       const options = { subtree: true, childList: true, characterData: true, attributes: true };
       seen.observe(document.querySelector(${JSON.stringify(watched)}), options); }`,
  );
  for (let i = 0; i < times; i++) {
    await page.keyboard.press(key === 'jk' ? (i % 2 === 0 ? 'j' : 'k') : key);
    await new Promise((again) => setTimeout(again, 80));
  }
  return page.evaluate('window.keyTimes');
}

const heapOf = async (page: Page): Promise<number> => {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  await session.detach();
  return usedSize;
};

describe('the pages', () => {
  let browser: Browser;
  let world: World;
  beforeAll(async () => {
    [browser, world] = await Promise.all([launchBrowser(), makeWorld()]);
  });
  afterAll(async () => {
    await browser.close();
    await world.app.close();
  });
  const go = (page: Page, name: string): Promise<void> => page.getByRole('link', { name }).first().click();
  const shows = (page: Page, heading: string): Promise<void> =>
    page.getByRole('heading', { level: 1, name: heading }).waitFor();

  it('should report the weight of the worklist, its time to be ready, and what moves under the eye', async () => {
    const cold: number[] = [];
    const warm: number[] = [];
    const shifts: number[] = [];
    let addresses: string[] = [];
    for (let i = 0; i < TIMES; i++) {
      const { page, close } = await visit(browser, world.app.url, 'desk', 'drafter');
      const ready = async (): Promise<void> => {
        await page.goto('/todo');
        await page.locator('.rows li').first().waitFor();
      };
      cold.push(await timed(ready));
      addresses = await page.evaluate(
        `performance.getEntriesByType('resource').map(({ name }) => name).filter((name) => name.includes('/assets/'))`,
      );
      warm.push(await timed(ready));
      await open(page, '/todo');
      shifts.push(
        await page.evaluate(
          `new Promise((done) => { let sum = 0;
             new PerformanceObserver((list) => { for (const each of list.getEntries()) sum += each.value; })
               .observe({ type: 'layout-shift', buffered: true });
             setTimeout(() => done(sum), 300); })`,
        ),
      );
      await close();
    }
    const sizes = await Promise.all([`${world.app.url}/todo`, ...new Set(addresses)].map(compressed));
    report('worklist on the wire, brotli', sizes.reduce((sum, each) => sum + each, 0) / 1024, 'KB');
    report('worklist ready, nothing in the cache', median(cold) / 1000, 's');
    report('worklist ready, files in the cache', median(warm) / 1000, 's');
    report('worklist, layout shift (CLS)', Math.max(...shifts), '');
    expect(sizes.every((size) => size > 0)).toBe(true);
  });

  it('should report going from page to page, a key in the list, and the memory after two hundred pages', async () => {
    const { page, close } = await visit(browser, world.app.url, 'desk', 'drafter');
    await open(page, '/todo');
    const walk = async (): Promise<void> => {
      await go(page, '提案台账');
      await shows(page, '提案台账');
      await page.locator('.rows li').first().waitFor();
    };
    const back = async (): Promise<void> => {
      await go(page, '待办');
      await shows(page, '待办');
    };
    await walk();
    await back();
    const took: number[] = [];
    for (let i = 0; i < 20; i++) {
      took.push(await timed(walk));
      await back();
    }
    report('from 待办 to 提案台账, rows shown', median(took) / 1000, 's');
    const before = await heapOf(page);
    for (let i = 0; i < 100; i++) {
      await walk();
      await back();
    }
    report('memory after 200 pages', (await heapOf(page)) / before, 'times');
    await open(page, '/todo');
    const keys = await keyTimes(page, 'jk', 'main', 20);
    report('J or K to the row shown, median', median(keys), 'ms');
    report('J or K to the row shown, most', Math.max(...keys), 'ms');
    await close();
    expect(keys.length).toBeGreaterThan(0);
  });

  it('should report how long a colleague’s step takes to the case page of another browser', async () => {
    const coordinator = await new Client(world.app.url).signIn('coordinator');
    const { page, close } = await visit(browser, world.app.url, 'desk', 'office');
    await open(page, `/proposals/${world.waiting}?tab=history`);
    const { assignments } = (
      await coordinator.get<{ assignments: { id: string }[] }>(`/api/proposals/${world.waiting}`)
    ).body;
    const took: number[] = [];
    for (let i = 1; i <= TIMES; i++)
      took.push(
        await timed(async () => {
          await coordinator.done(`/api/assignments/${assignments[0]?.id}/chase`, { text: `第${i}次提醒。` });
          await page.locator('.case-parts').getByText(`第${i}次提醒。`).first().waitFor();
        }),
      );
    report('a colleague’s step, sent and shown elsewhere, median (asked: 2)', median(took) / 1000, 's');
    report('a colleague’s step, sent and shown elsewhere, most (asked: 2)', Math.max(...took) / 1000, 's');
    await close();
    expect(took).toHaveLength(TIMES);
  });

  it('should report a key in a draft of 20,000 characters', async () => {
    const drafter = await new Client(world.app.url).signIn('drafter');
    const passage = '我局会同有关单位梳理项目清单，列入年度重点工作逐项推进。'.repeat(36).slice(0, 1000);
    await drafter.done(`/api/drafts/${world.draftId}/save-section`, {
      ...{ sectionId: world.sectionId, version: 1, verdict: 'adopted' },
      passages: Array.from({ length: 20 }, () => ({ id: null, kind: 'paragraph', body: passage })),
    });
    const { page, close } = await visit(browser, world.app.url, 'desk', 'drafter');
    await open(page, `/proposals/${world.waiting}/draft`);
    const box = page
      .locator('.desk-section')
      .first()
      .getByRole('textbox', { name: /的正文/ });
    await box.click();
    await page.keyboard.press('Control+End');
    const keys = await keyTimes(page, 'x', '.desk-section', 30);
    report('a key in 20,000 characters to its glyph, median', median(keys), 'ms');
    report('a key in 20,000 characters to its glyph, most', Math.max(...keys), 'ms');
    await close();
    expect(keys.length).toBeGreaterThan(0);
  });

  it('should report scrolling through a ledger of 5,000', async () => {
    const { dataSource } = world.app.house;
    const [like] = await dataSource.query(`SELECT id FROM deadline WHERE clock = 'reply' LIMIT 1`);
    await fill(dataSource, 5_000, like.id);
    const { page, close } = await visit(browser, world.app.url, 'desk', 'coordinator');
    await open(page, '/proposals?page=50');
    await page.locator('.rows li').first().waitFor();
    await page.evaluate(
      `window.longTasks = []; new PerformanceObserver((list) => { for (const each of list.getEntries()) window.longTasks.push(each.duration); }).observe({ type: 'longtask' })`,
    );
    let most = 0;
    for (let turn = 0; turn < 5; turn++) {
      for (let i = 0; i < 20; i++) {
        await page.mouse.wheel(0, 400);
        await new Promise((again) => setTimeout(again, 16));
        most = Math.max(most, await page.locator('.rows li').count());
      }
      await page.mouse.wheel(0, -20_000);
    }
    const long: number[] = await page.evaluate('window.longTasks');
    report('ledger of 5,000: rows on the page, most (asked: 80)', most, 'rows');
    report('ledger of 5,000: longest task while scrolling (asked: 50)', Math.max(0, ...long), 'ms');
    await close();
    expect(most).toBeGreaterThan(0);
  });
});
