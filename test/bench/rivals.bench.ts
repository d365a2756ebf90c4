import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
  createPdfRenderer,
  decodeText,
  importLetter,
  type LetterModel,
  printedBlocks,
  readPdf,
  renderDocx,
  renderHtml,
} from '@fuhan/letter-engine';
import { findProjectRoot } from '@fuhan/platform';
import { launchBrowser } from '@fuhan/testing';
import type { Browser } from 'playwright-core';
import { loadFaces } from '../../libs/letter-engine/render/faces';
import { pdfLetter } from '../../libs/letter-engine/render/pdf-letter';
import { median, report, timed } from './figures';

/** Threads of ours, pages of Chromium, programs of LibreOffice. */
const AT_ONCE = 2;
const ROUNDS = 5;
const root = findProjectRoot();
const model = importLetter(decodeText(readFileSync(path.join(root, 'test/fixtures/letters/twin-000.txt'))));
/** Each a little different, so that no cache can answer. */
const variant = (n: number): LetterModel => ({
  ...model,
  contacts: [],
  annotation: `联系人及电话：第${n}位，0760-${String(10_000_000 + n)}`,
});
const many = (count: number, from = 0): LetterModel[] =>
  Array.from({ length: count }, (_, i) => variant(from + i));

/** What our own layout is given, for a Typst with nothing round it; what is measured once for all letters comes first. */
const bareInputs = (count: number): string[] => {
  const { families } = loadFaces([]);
  const fonts = { ...families, latin: families.latin[0] };
  const made = many(count, 200).map((each) => pdfLetter(printedBlocks(each)));
  return [
    JSON.stringify({ ...made[0]?.measure, fonts }),
    ...made.map(({ letter }) => JSON.stringify({ ...letter, fonts, rare: '' })),
  ];
};

interface Own {
  readonly cpu: number;
  readonly perSecond: number;
}
const program = (file: string, args: readonly string[], input = ''): unknown =>
  JSON.parse(
    execFileSync(process.execPath, [path.join(__dirname, file), ...args], {
      cwd: root,
      input,
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    }),
  );
/** Our own engine, warm, in a process of its own: the measure the others are held against. */
const ours = (threads: number, count: number): Own =>
  program('own-typst.cjs', [String(threads), String(count)]) as Own;

const CORS = { 'access-control-allow-origin': '*' };
/** The faces a letter is printed in: without them the browser would print another, lighter letter. */
const FACES = {
  'FandolFang-Regular.ttf': ['FangSong', 'FangSong_GB2312', '仿宋', '仿宋_GB2312', 'STFangsong'],
  'FandolKai-Regular.ttf': ['KaiTi', 'KaiTi_GB2312', '楷体', '楷体_GB2312', 'STKaiti'],
  'NotoSansSC-Medium-GB2312.ttf': ['SimHei', '黑体', 'Noto Sans SC'],
  'NotoSerifSC-Bold-GB2312.ttf': ['FZXiaoBiaoSong-B05S', '方正小标宋简体', 'Noto Serif SC'],
  'Tinos-Regular.ttf': ['Times New Roman', 'Tinos'],
} as const;
const faceRules = Object.entries(FACES)
  .flatMap(([file, names]) =>
    names.map((name) => `@font-face{font-family:"${name}";src:url("http://letter.test/${file}")}`),
  )
  .join('');
const withFaces = (html: string): string => html.replace('<style>', `<style>${faceRules}`);

/** The page stays and keeps its faces; only the words of the letter are put into it. */
async function chromium(browser: Browser, count: number): Promise<number> {
  const html = many(count, 100).map(renderHtml);
  const pages = await Promise.all(Array.from({ length: AT_ONCE }, () => browser.newPage()));
  const print = async (page: (typeof pages)[number], text: string): Promise<void> => {
    // The faces stay loaded; only the words are exchanged.
    const [, body = ''] = /<body>([^]*)<\/body>/.exec(text) ?? [];
    await page.evaluate(`document.body.innerHTML = ${JSON.stringify(body)}`);
    await page.pdf({ format: 'A4' });
  };
  for (const page of pages) {
    await page.route('http://letter.test/**', (route) => {
      const name = new URL(route.request().url()).pathname.slice(1);
      return name === ''
        ? route.fulfill({ body: withFaces(html[0] ?? ''), contentType: 'text/html; charset=utf-8' })
        : route.fulfill({ path: path.join(root, 'assets/fonts', name), headers: CORS });
    });
    await page.goto('http://letter.test/');
    await page.evaluate('document.fonts.ready');
    await print(page, html[0] ?? '');
  }
  const took = await timed(() =>
    Promise.all(
      pages.map(async (page, turn) => {
        for (let i = turn; i < count; i += AT_ONCE) await print(page, html[i] ?? '');
      }),
    ),
  );
  return (count / took) * 1000;
}

const ALIASES = {
  仿宋_GB2312: 'FandolFang R',
  FangSong: 'FandolFang R',
  楷体_GB2312: 'FandolKai',
  黑体: 'Noto Sans SC',
  方正小标宋简体: 'Noto Serif SC',
  宋体: 'Noto Serif SC',
  'Times New Roman': 'Tinos',
} as const;

/** Fonts for a program that knows the letter's faces by name only: the shipped ones stand in. */
function fontConfig(folder: string): string {
  const alias = Object.entries(ALIASES).map(
    ([name, face]) =>
      `<match target="pattern"><test name="family"><string>${name}</string></test><edit name="family" mode="assign" binding="strong"><string>${face}</string></edit></match>`,
  );
  const file = path.join(folder, 'fonts.conf');
  const dirs = `<dir>${path.join(root, 'assets/fonts')}</dir><cachedir>${path.join(folder, 'cache')}</cachedir>`;
  writeFileSync(
    file,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>${dirs}${alias.join('')}</fontconfig>`,
  );
  return file;
}

/** Two pages that stay open: each letter's whole document is loaded into one and printed, with the letter's faces as the system's. */
async function chromiumWhole(browser: Browser, count: number): Promise<number> {
  const html = many(count, 100).map(renderHtml);
  const pages = await Promise.all(Array.from({ length: AT_ONCE }, () => browser.newPage()));
  const print = async (page: (typeof pages)[number], text: string): Promise<void> => {
    await page.setContent(text);
    await page.pdf({ format: 'A4' });
  };
  for (const page of pages) await print(page, html[0] ?? '');
  const took = await timed(() =>
    Promise.all(
      pages.map(async (page, turn) => {
        for (let i = turn; i < count; i += AT_ONCE) await print(page, html[i] ?? '');
      }),
    ),
  );
  return (count / took) * 1000;
}

/** Converts the .docx of each folder with a LibreOffice of its own, all at once. */
async function libreOffice(folder: string, folders: readonly string[]): Promise<void> {
  const env = { ...process.env, FONTCONFIG_FILE: fontConfig(folder), HOME: folder };
  await Promise.all(
    folders.map(
      (each) =>
        new Promise<void>((done, fail) => {
          const files = readdirSync(each).filter((f) => f.endsWith('.docx'));
          const profile = `-env:UserInstallation=file://${each}/profile`;
          const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', each];
          const child = spawn('soffice', [...args, ...files.map((f) => path.join(each, f))], {
            env,
            stdio: 'ignore',
            timeout: 120_000,
          });
          child.once('error', fail);
          child.once('exit', () => done());
        }),
    ),
  );
}

const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0;

describe('other ways to print the same letter', () => {
  it('should report headless Chromium printing the same HTML', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'fuhan-faces-'));
    const browser = await launchBrowser({ FONTCONFIG_FILE: fontConfig(folder) });
    const rounds = { whole: [] as number[], words: [] as number[], own: [] as number[] };
    for (let round = 0; round < ROUNDS; round++) {
      rounds.whole.push(await chromiumWhole(browser, 40));
      rounds.words.push(await chromium(browser, 40));
      rounds.own.push(ours(AT_ONCE, 200).perSecond);
    }
    await browser.close();
    rmSync(folder, { recursive: true });
    const [whole, words, own] = [rounds.whole, rounds.words, rounds.own].map(median) as [
      number,
      number,
      number,
    ];
    report(`Typst letters per second beside Chromium, median of ${ROUNDS}`, own, '1/s');
    report('Chromium letters per second, the HTML loaded and printed', whole, '1/s');
    report('Typst : Chromium printing the same HTML (asked: 25)', own / whole, 'times');
    report('Chromium letters per second, the page kept and only its words exchanged', words, '1/s');
    report('Typst : Chromium whose words alone are exchanged', own / words, 'times');
    expect(whole).toBeGreaterThan(0);
  });

  (hasLibreOffice ? it : it.skip)('should report LibreOffice from DOCX, and compare the pages', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'fuhan-rival-'));
    const folders = Array.from({ length: AT_ONCE }, (_, i) => path.join(folder, String(i)));
    for (const each of folders) {
      mkdirSync(each);
      writeFileSync(path.join(each, 'first.docx'), renderDocx(variant(0)));
    }
    await libreOffice(folder, folders);
    for (const each of folders) rmSync(path.join(each, 'first.docx'));
    const count = 40;
    many(count).forEach((each, i) =>
      writeFileSync(path.join(folders[i % AT_ONCE] ?? '', `${i}.docx`), renderDocx(each)),
    );
    const took = await timed(() => libreOffice(folder, folders));
    const theirs = (count / took) * 1000;
    const pdf = readFileSync(path.join(folders[0] ?? '', '0.pdf'));
    const { pages } = await readPdf(pdf);
    const printer = createPdfRenderer();
    const own = await printer.render(variant(0));
    await printer.close();
    rmSync(folder, { recursive: true });
    const speed = ours(AT_ONCE, 200).perSecond;
    report('LibreOffice letters per second (its start included)', theirs, '1/s');
    report('Typst : LibreOffice', speed / theirs, 'times');
    report('pages of the PDF', own.pages, '');
    report('pages LibreOffice makes of the DOCX', pages.length, '');
    expect(pages.length).toBeGreaterThan(0);
  });

  it('should report the CPU of a letter beside Typst alone compiling the same document', () => {
    const rounds = 9;
    const count = 150;
    // In turns, so that a machine growing slower or faster favours neither.
    const pairs = Array.from({ length: rounds }, () => ({
      own: ours(1, count).cpu,
      bare: program('bare-typst.cjs', [], JSON.stringify(bareInputs(count))) as number,
    }));
    report('CPU of a letter', median(pairs.map(({ own }) => own)), 'ms');
    report('CPU of Typst alone', median(pairs.map(({ bare }) => bare)), 'ms');
    const ratios = pairs.map(({ own, bare }) => own / bare);
    report(`ours : Typst alone (median of ${rounds} pairs)`, median(ratios), 'times');
    report('ours : Typst alone, least', Math.min(...ratios), 'times');
    report('ours : Typst alone, most', Math.max(...ratios), 'times');
    expect(pairs).toHaveLength(rounds);
  });

  it('should report the memory over 5,000 letters', () => {
    // In a process of its own: what Jest keeps is not the engine's.
    const runs = Array.from(
      { length: 3 },
      () => program('letter-memory.cjs', [String(AT_ONCE)]) as [number, number],
    );
    report('memory grown over the first 2,500 of 5,000 letters', median(runs.map(([half]) => half)), 'MB');
    report('memory grown over all 5,000, median of 3', median(runs.map(([, all]) => all)), 'MB');
    report('memory grown over all 5,000, most of 3', Math.max(...runs.map(([, all]) => all)), 'MB');
    expect(runs).toHaveLength(3);
  });
});
