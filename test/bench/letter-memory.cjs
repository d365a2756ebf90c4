// Prints 5,000 letters with the compiled engine after the first 1,000 (heap and allocator find their size), and says as JSON by how many
// megabytes the process has grown after each half of them: a leak would show in the second as in the first.
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
  await print(1000, 0);
  const before = process.memoryUsage().rss;
  const grown = () => (process.memoryUsage().rss - before) / 2 ** 20;
  await print(2500, 1000);
  const half = grown();
  await print(2500, 3500);
  console.log(JSON.stringify([half, grown()]));
  await printer.close();
}
void main();
