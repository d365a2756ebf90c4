// Reads one PDF in a thread of its own: a file that hangs or swells takes nothing else with it. Plain ESM: the same file serves
// the sources, the build and the tests.
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { parentPort } from 'node:worker_threads';
import { keepNativePush } from './native-push.mjs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
// Loaded now, or pdf.js would load it with the first file.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import { PageReader } from './page-reader.mjs';
import { piecesOf } from './pieces.mjs';
import { fontTables } from './raw-objects.mjs';

keepNativePush();
const library = dirname(createRequire(import.meta.url).resolve('pdfjs-dist/package.json'));
/** Characters of one file. A letter of 40 pages has 25 000. */
const MOST_GLYPHS = 300_000;
const TAGGED = /^[A-Z]{6}\+/;

const load = (data) =>
  getDocument({
    data,
    verbosity: 0,
    useSystemFonts: false,
    // Outlines are asked for instead of font faces: they tell where the ink of a character is.
    disableFontFace: true,
    // Pictures are not unpacked: where something is drawn is enough.
    maxImageSize: 1,
    enableXfa: false,
    isEvalSupported: false,
    useWorkerFetch: false,
    cMapUrl: join(library, 'cmaps/'),
    cMapPacked: true,
    standardFontDataUrl: join(library, 'standard_fonts/'),
  });

const standardOf = (metadata) => {
  const part = Number(metadata?.get('pdfaid:part') ?? Number.NaN);
  return Number.isInteger(part)
    ? { part, conformance: String(metadata.get('pdfaid:conformance') ?? '') }
    : null;
};

async function readPages(document) {
  const budget = { glyphs: MOST_GLYPHS };
  const pages = [];
  const fonts = new Map();
  let drawn = false;
  for (let number = 1; number <= document.numPages; number++) {
    const page = await document.getPage(number);
    const reader = new PageReader(page, budget);
    const size = await reader.read();
    pages.push({ ...size, pieces: piecesOf(reader.glyphs), glyphs: reader.glyphs, shapes: reader.shapes });
    for (const font of reader.fonts.values()) if (font.used) fonts.set(font.fullName, font);
    drawn ||= reader.drawn;
    page.cleanup();
  }
  return { pages, fonts: [...fonts.values()], drawn };
}

async function read(bytes, mostPages) {
  const tables = fontTables(bytes);
  const hasPictures = Buffer.from(bytes.buffer).includes('/Image');
  const task = load(bytes);
  try {
    const document = await task.promise;
    if (document.numPages > mostPages) return { fault: 'too-many-pages', pages: document.numPages };
    return { source: await sourceOf(document, tables, hasPictures) };
  } finally {
    await task.destroy();
  }
}

async function sourceOf(document, tables, hasPictures) {
  const { info, metadata } = await document.getMetadata();
  const { pages, fonts, drawn } = await readPages(document);
  const hasText = pages.some(({ pieces }) => pieces.some(({ text }) => text.trim() !== ''));
  return {
    pages,
    fonts: fonts.map(({ fullName, name, embedded }) => ({
      name,
      embedded,
      subset: TAGGED.test(fullName),
      toUnicode: tables.get(fullName) ?? null,
    })),
    title: metadata?.get('dc:title') || info?.Title || null,
    standard: standardOf(metadata),
    encrypted: Boolean(info?.EncryptFilterName),
    imageOnly: !hasText && (drawn || hasPictures),
  };
}

const faultOf = (error) => {
  if (error?.name === 'PasswordException') return 'encrypted';
  return error?.message === 'too-much' ? 'too-large' : 'broken';
};

// A part of pdf.js that fails behind the file's own answer says nothing about the next file.
process.on('unhandledRejection', () => undefined);
parentPort.on('message', async ({ bytes, mostPages }) => {
  let answer;
  try {
    answer = await read(bytes, mostPages);
  } catch (error) {
    answer = { fault: faultOf(error) };
  }
  parentPort.postMessage(answer);
});
parentPort.postMessage({ ready: true });
