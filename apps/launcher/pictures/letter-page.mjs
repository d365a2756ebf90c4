import fs from 'node:fs';
import { inRoot } from '../prepare/project.mjs';

const origin = 'http://pictures.invalid';
const library = (name) => inRoot('node_modules', 'pdfjs-dist', 'legacy', 'build', name);

/** Draws the first page on a canvas as wide as a reader's window would. */
const program = `
  import * as pdfjs from '/pdf.min.mjs';
  pdfjs.GlobalWorkerOptions.workerSrc = '/pdf.worker.min.mjs';
  const file = await pdfjs.getDocument({ url: '/letter.pdf' }).promise;
  const page = await file.getPage(1);
  const viewport = page.getViewport({ scale: 1.6 });
  const canvas = document.querySelector('canvas');
  canvas.width = viewport.width;
  canvas.height = viewport.height;
  await page.render({ canvas, viewport }).promise;
  document.body.dataset.drawn = 'yes';
`;

/**
 * Page 1 of a PDF as PNG, drawn by pdf.js in the browser: no program of the system is needed.
 * The address never leaves the browser; every answer comes from here.
 */
export async function letterPage(browser, pdf) {
  const page = await browser.newPage({ viewport: { width: 1000, height: 1400 } });
  const answers = {
    '/': [
      'text/html',
      '<body style="margin:0"><canvas style="display:block"></canvas><script type="module" src="/draw.js"></script>',
    ],
    '/draw.js': ['text/javascript', program],
    '/pdf.min.mjs': ['text/javascript', fs.readFileSync(library('pdf.min.mjs'))],
    '/pdf.worker.min.mjs': ['text/javascript', fs.readFileSync(library('pdf.worker.min.mjs'))],
    '/letter.pdf': ['application/pdf', pdf],
  };
  await page.route(`${origin}/**`, (route) => {
    const [contentType, body] = answers[new URL(route.request().url()).pathname] ?? [];
    return contentType ? route.fulfill({ contentType, body }) : route.abort();
  });
  await page.goto(`${origin}/`);
  await page.locator('body[data-drawn]').waitFor({ timeout: 60_000 });
  const picture = await page.locator('canvas').screenshot();
  await page.close();
  return picture;
}
