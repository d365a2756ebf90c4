import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { bundledBrowser } from './browser/bundled.mjs';
import { fontConfiguration } from './browser/fonts.mjs';
import { LauncherError } from './errors.mjs';
import { guarded } from './guarded.mjs';

const NAMES = [
  'chromium',
  'chromium-browser',
  'google-chrome',
  'google-chrome-stable',
  'chrome',
  'microsoft-edge',
];

const MAC_PLACES = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
];

/**
 * A browser for tests and pictures: the one FUHAN_CHROMIUM names, else one of the system, else the bundled one.
 * FUHAN_BROWSER=bundled takes the bundled one in any case.
 *
 * @returns {Promise<{executable: string, env: Record<string, string>, bundled: boolean}>} `env` is to be added to its environment.
 */
export async function findBrowser() {
  const system = process.env.FUHAN_BROWSER === 'bundled' ? undefined : systemBrowser();
  const found = system ? { executable: system, env: {}, bundled: false } : await bundledBrowser();
  if (!found) {
    throw new LauncherError(
      '没有找到浏览器，页面测试无法进行。请安装 Chromium 或 Google Chrome（Debian/Ubuntu：sudo apt-get install -y chromium），或用 FUHAN_CHROMIUM 指明它的路径。',
    );
  }
  return { ...found, env: { ...found.env, FONTCONFIG_FILE: fontConfiguration() } };
}

function systemBrowser() {
  const named = process.env.FUHAN_CHROMIUM;
  const onPath = (process.env.PATH ?? '')
    .split(path.delimiter)
    .flatMap((folder) => NAMES.map((name) => path.join(folder, name)));
  const candidates = named ? [named] : [...onPath, ...(process.platform === 'darwin' ? MAC_PLACES : [])];
  return candidates.find((file) => fs.existsSync(file) && answersVersion(file));
}

/** Some systems have a `chromium` that only tells how to install the real one. */
function answersVersion(file) {
  try {
    return /\d+\.\d+/.test(
      execFileSync(file, ['--version'], {
        encoding: 'utf8',
        timeout: 20_000,
        stdio: ['ignore', 'pipe', 'ignore'],
      }),
    );
  } catch {
    return false;
  }
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  await guarded(async () => console.log(JSON.stringify(await findBrowser())));
}
