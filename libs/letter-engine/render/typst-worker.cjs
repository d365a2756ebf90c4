// One Typst compiler in a thread of its own. Plain CommonJS: the same file serves the sources, the build and the tests.
'use strict';
const { parentPort, workerData } = require('node:worker_threads');
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');

const { mainFileContent, workspace, fontPaths } = workerData;
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths }] });

/** From the roomiest to the tightest: the first that leaves body text on the signature's page wins. */
const ATTEMPTS = [
  { signGap: 2, keep: false },
  { signGap: 1, keep: false },
  { signGap: 2, keep: true },
  { signGap: 1, keep: true },
];

function compile(letter) {
  const outcome = compiler.compile({ mainFileContent, inputs: { data: JSON.stringify(letter) } });
  if (outcome.result) return outcome.result;
  const fault = outcome.takeError() ?? outcome.takeDiagnostics();
  const [first] = fault ? compiler.fetchDiagnostics(fault) : [];
  throw new Error(first?.message ?? 'unknown');
}

const lastPage = (document, label) =>
  Math.max(0, ...compiler.query(document, { selector: `<${label}>`, field: 'value' }));
/** Text of the body stands on the page where signature, annotation and foot end. */
const standsTogether = (document) => lastPage(document, 'body-end') >= lastPage(document, 'tail-end');

function layOut(letter) {
  let first;
  for (const attempt of ATTEMPTS) {
    const document = compile({ ...letter, ...attempt });
    if (standsTogether(document)) return document;
    first ??= document;
  }
  return first;
}

parentPort.on('message', ({ id, letter, timestamp }) => {
  let answer;
  try {
    const document = layOut(letter);
    const pdf = compiler.pdf(document, { pdfStandard: 'a-2b', creationTimestamp: timestamp });
    answer = { id, pdf: Uint8Array.from(pdf), pages: document.numOfPages };
  } catch (error) {
    answer = { id, fault: error instanceof Error ? error.message : String(error) };
  }
  compiler.evictCache(2);
  // A turn of the event loop between letters lets the native side free its memory.
  setImmediate(() => parentPort.postMessage(answer, answer.pdf ? [answer.pdf.buffer] : []));
});
parentPort.postMessage({ ready: true });
