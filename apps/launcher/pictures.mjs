import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findBrowser } from './browser.mjs';
import { LauncherError } from './errors.mjs';
import { guarded } from './guarded.mjs';
import { takeEveryRoute } from './pictures/every-route.mjs';
import { letterPage } from './pictures/letter-page.mjs';
import { startEmbedded } from './postgres.mjs';
import { ensureBuilt } from './prepare/build.mjs';
import { ensureInstalled } from './prepare/install.mjs';
import { inRoot } from './prepare/project.mjs';
import { noArguments } from './run/arguments.mjs';
import { choosePort } from './run/ports.mjs';
import { startServer } from './run/server-process.mjs';

/*
 * `npm run docs:pictures`: the demo on a data folder of its own, looked at with a real browser; docs/pictures/*.png,
 * and every route at both widths into .data/pictures.
 */
const folder = inRoot('docs', 'pictures');
const sizes = { desk: { width: 1440, height: 900 }, phone: { width: 390, height: 844 } };
const PATIENCE_MS = 90_000;

/** Starts the demo, does the work, and leaves nothing behind, whatever happened. */
async function withDemo(work) {
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'fuhan-pictures-'));
  const say = (line) => process.stderr.write(`${line}\n`);
  const database = await startEmbedded({ dir: path.join(dataDir, 'postgres'), log: say });
  const { port } = await choosePort(process.env.PORT ?? '3000', '127.0.0.1');
  const server = startServer([], {
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    FUHAN_DATABASE_KIND: 'embedded',
    FUHAN_DATABASE_DIR: database.dir,
    DEMO: '1',
    PORT: String(port),
  });
  try {
    await work(`http://127.0.0.1:${port}`);
  } finally {
    await server.stop();
    await database.stop();
    fs.rmSync(dataDir, { recursive: true, force: true });
  }
}

/** The demo's accounts and letter, once the worker has made its files. */
async function demoOf(url) {
  for (const until = Date.now() + PATIENCE_MS; Date.now() < until;) {
    const demo = await fetch(`${url}/api/demo`)
      .then((answer) => answer.json())
      .catch(() => null);
    if (demo?.letter) return demo;
    await new Promise((resolve) => setTimeout(resolve, 300));
  }
  throw new LauncherError('演示没有准备好，拍不了图。原因见上面的输出。');
}

const anybody = (browser, url, size) =>
  browser.newContext({
    viewport: sizes[size],
    baseURL: url,
    locale: 'zh-CN',
    timezoneId: 'Asia/Shanghai',
    deviceScaleFactor: size === 'phone' ? 2 : 1,
  });

/** A context signed in as one person. */
async function signedIn(browser, url, size, { account, password }) {
  const context = await anybody(browser, url, size);
  const headers = { 'X-Requested-With': 'fuhan' };
  await context.request.post('/api/session', { headers, data: { account, password } });
  return context;
}

/** The person whose 待办 shows most; among equals the drafter. */
async function busiest(browser, url, accounts) {
  const found = [];
  for (const person of accounts) {
    const context = await signedIn(browser, url, 'desk', person);
    const { items } = await (await context.request.get('/api/todo')).json();
    await context.close();
    if (items)
      found.push({ person, rank: items.length * 2 + (person.duties.includes('承办人') ? 1 : 0), items });
  }
  return found.sort((a, b) => b.rank - a.rank)[0];
}

async function shoot(context, address, name) {
  const page = await context.newPage();
  await page.goto(address);
  await page.locator('h1').first().waitFor();
  // The preview beside a list and the letter in its frame come a moment after the heading; a frame of its own never counts as idle.
  await page.waitForTimeout(1500);
  await page.screenshot({ path: path.join(folder, `${name}.png`) });
  await page.close();
  console.log(`docs/pictures/${name}.png`);
}

async function takeAll(browser, url) {
  const demo = await demoOf(url);
  const { person, items } = await busiest(browser, url, demo.accounts);
  const one = `/proposals/${items[0].proposalId}`;
  const desk = await signedIn(browser, url, 'desk', person);
  await shoot(desk, '/todo', 'worklist');
  await shoot(desk, one, 'case');
  const phone = await signedIn(browser, url, 'phone', person);
  await shoot(phone, '/todo', 'worklist-390');
  await shoot(phone, one, 'case-390');
  await shoot(phone, demo.letter.page, 'letter-390');
  const pdf = Buffer.from(await (await fetch(new URL(demo.letter.pdf, url))).arrayBuffer());
  fs.writeFileSync(path.join(folder, 'letter.png'), await letterPage(browser, pdf));
  console.log('docs/pictures/letter.png');
  await takeEveryRoute({
    demo,
    signedIn: (size, who) => signedIn(browser, url, size, who),
    anybody: (size) => anybody(browser, url, size),
    folder: inRoot('.data', 'pictures'),
  });
}

await guarded(async () => {
  noArguments('docs:pictures', process.argv.slice(2));
  await ensureInstalled();
  await ensureBuilt();
  const { chromium } = await import('playwright-core');
  const { executable, env } = await findBrowser();
  fs.mkdirSync(folder, { recursive: true });
  const args = ['--no-sandbox', '--disable-gpu', '--font-render-hinting=none'];
  const browser = await chromium.launch({
    executablePath: executable,
    env: { ...process.env, ...env },
    args,
  });
  try {
    await withDemo((url) => takeAll(browser, url));
  } finally {
    await browser.close();
  }
});
process.exit(process.exitCode ?? 0);
