// Our own printing with nothing of the test runner round it: prints letters on so many threads and says, as JSON, the CPU milliseconds
// of one and how many a second. `node own-typst.cjs THREADS COUNT`
'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const root = process.cwd();
const { createPdfRenderer, decodeText, importLetter } = require(join(root, 'dist/libs/letter-engine'));

const WARMING = 50;
const [threads, count] = process.argv.slice(2).map(Number);
const model = importLetter(decodeText(readFileSync(join(root, 'test/fixtures/letters/twin-000.txt'))));
const printer = createPdfRenderer({ size: threads });
/** Each a little different, so that no cache can answer. */
const variant = (n) => ({
  ...model,
  contacts: [],
  annotation: `联系人及电话：第${n}位，0760-${10_000_000 + n}`,
});

/** As many at once as there are threads, as a batch of letters is printed. */
async function print(from, many) {
  let next = from;
  const work = async () => {
    while (next < from + many) await printer.render(variant(next++));
  };
  await Promise.all(Array.from({ length: threads }, work));
}

async function main() {
  await print(0, WARMING);
  const [cpu, at] = [process.cpuUsage(), performance.now()];
  await print(WARMING, count);
  const { user, system } = process.cpuUsage(cpu);
  const perSecond = (count / (performance.now() - at)) * 1000;
  console.log(JSON.stringify({ cpu: (user + system) / 1000 / count, perSecond }));
  await printer.close();
}
void main();
