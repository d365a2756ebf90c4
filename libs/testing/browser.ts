import { execFileSync } from 'node:child_process';
import { resolve } from 'node:path';
import type { Browser } from 'playwright-core';

interface FoundBrowser {
  readonly executable: string;
  readonly env: Readonly<Record<string, string>>;
  readonly bundled: boolean;
}

/** Nothing that talks to the outside, nothing that depends on a graphics card or on the machine's own taste in fonts. */
const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-dev-shm-usage',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-domain-reliability',
  '--disable-sync',
  '--no-first-run',
  '--no-default-browser-check',
  '--no-pings',
  '--font-render-hinting=none',
  '--force-color-profile=srgb',
];

/** The package's browser is made for places without child processes' privileges. */
const BUNDLED_ARGUMENTS = ['--no-zygote', '--in-process-gpu', '--disable-webgl'];

/**
 * A real, headless browser whose Chinese draws ink. Close it when done. `own` wins over its environment otherwise.
 *
 * @throws Error with a Chinese sentence when this machine has none and the package has none for it.
 */
export async function launchBrowser(own: Readonly<Record<string, string>> = {}): Promise<Browser> {
  const { chromium } = await import('playwright-core');
  const { executable, env, bundled } = findBrowser();
  return chromium.launch({
    executablePath: executable,
    headless: true,
    args: bundled ? [...ARGUMENTS, ...BUNDLED_ARGUMENTS] : ARGUMENTS,
    env: { ...(process.env as Record<string, string>), ...env, ...own },
  });
}

/** `npm test` has looked already; a test started alone looks for itself. */
function findBrowser(): FoundBrowser {
  const found = process.env.FUHAN_TEST_BROWSER;
  if (found !== undefined) return JSON.parse(found) as FoundBrowser;
  const program = resolve(__dirname, '..', '..', 'apps/launcher/browser.mjs');
  const answer = execFileSync(process.execPath, [program], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.env.FUHAN_TEST_BROWSER = answer;
  return JSON.parse(answer) as FoundBrowser;
}
