// Prints the text of a PDF as JSON, page by page, each piece with its place. A program of its own, because pdf.js ships
// ES modules only and Jest runs CommonJS. Lengths in millimetres from the top left corner, sizes in points.
import { readFileSync } from 'node:fs';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

const MM = 25.4 / 72;
const document = await getDocument({
  data: new Uint8Array(readFileSync(process.argv[2])),
  useSystemFonts: false,
  disableFontFace: true,
  verbosity: 0,
}).promise;
const pages = [];
for (let number = 1; number <= document.numPages; number++) {
  const page = await document.getPage(number);
  const [, , width, height] = page.view;
  const { items } = await page.getTextContent({ disableNormalization: true });
  pages.push({
    width: width * MM,
    height: height * MM,
    pieces: items
      .filter((item) => item.str !== '')
      .map(({ str, transform, width: w }) => ({
        text: str,
        left: transform[4] * MM,
        right: (transform[4] + w) * MM,
        baseline: (height - transform[5]) * MM,
        size: Math.hypot(transform[2], transform[3]),
      })),
  });
}
process.stdout.write(JSON.stringify(pages));
