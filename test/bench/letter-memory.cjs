// Prints 5,000 letters with the compiled engine and says by how many megabytes the process has grown after the first 400.
'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const root = process.cwd();
const { createPdfRenderer, decodeText, importLetter } = require(join(root, 'dist/libs/letter-engine'));

const threads = Number(process.argv[2]);
const model = importLetter(decodeText(readFileSync(join(root, 'test/fixtures/letters/twin-000.txt'))));
const printer = createPdfRenderer({ size: threads });
const variant = (n) => ({
  ...model,
  contacts: [],
  annotation: `联系人及电话：第${n}位，0760-${10_000_000 + n}`,
});

async function print(count, from) {
  for (let i = 0; i < count; i += threads)
    await Promise.all(Array.from({ length: threads }, (_, k) => printer.render(variant(from + i + k))));
}

async function main() {
  await print(400, 0);
  const before = process.memoryUsage().rss;
  await print(5000, 1000);
  console.log((process.memoryUsage().rss - before) / 2 ** 20);
  await printer.close();
}
void main();
