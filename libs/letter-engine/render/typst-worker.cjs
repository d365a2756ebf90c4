// One Typst compiler in a thread of its own. Plain CommonJS: the same file serves the sources, the build and the tests.
'use strict';
const { join } = require('node:path');
const { parentPort, workerData } = require('node:worker_threads');
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');

const { sources, workspace, fontPaths } = workerData;
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths }] });
// Template and letter are files that exist in memory only. Handed over as `sys.inputs` they would make Typst build its
// library and read the template anew for every letter.
const file = (name) => join(workspace, name);
for (const [name, content] of sources) compiler.addSource(file(name), content);

/**
 * From the roomiest to the tightest: the first that leaves body text on the signature's page wins. Lines set closer
 * (7.3.5.4; 28.5 pt keep the grid of 22 lines) are for a letter that thereby fits one page: with more pages the full
 * ones would no longer be filled.
 */
const ROOMY = { signGap: 2, pitch: null, footLead: 9, keep: false, keepAttachment: false, looseSeals: false };
const ATTEMPTS = [
  ROOMY,
  { ...ROOMY, signGap: 1 },
  { ...ROOMY, pitch: 28.5 },
  { ...ROOMY, signGap: 1, pitch: 28.5 },
  { ...ROOMY, keep: true },
  { ...ROOMY, signGap: 1, keep: true },
  { ...ROOMY, signGap: 1, keep: true, footLead: 3 },
];

function compile(mainFilePath) {
  const outcome = compiler.compile({ mainFilePath });
  if (outcome.result) return outcome.result;
  const fault = outcome.takeError() ?? outcome.takeDiagnostics();
  const [first] = fault ? compiler.fetchDiagnostics(fault) : [];
  throw new Error(first?.message ?? 'unknown');
}

/** The page on which each part of the letter ends. */
const endsOf = (document) =>
  Object.fromEntries(compiler.query(document, { selector: '<ends>', field: 'value' }));

/** Text of the body stands on the page where the signature ends, and where no attachment comes between, the foot. */
const signedWithText = ({ body = 0, signature = 0, attachment, foot = 0 }) =>
  body >= Math.max(signature, attachment === undefined ? foot : 0);
/** The first row of seals stands below text: all that several pages of seals can do. */
const sealedWithText = ({ body = 0, seals }) => seals !== undefined && body >= seals;
const attachmentWithFoot = ({ attachment, foot = 0 }) => attachment === undefined || attachment >= foot;

/** What measure.typ said of heads, dates and units: a house has few of them. */
const measured = new Map();
const MOST_MEASURED = 500;

function measure(asked) {
  const known = measured.get(asked);
  if (known) return known;
  compiler.mapShadow(file('measure.json'), Buffer.from(asked));
  const [found] = compiler.query(compile(file('measure.typ')), { selector: '<measured>', field: 'value' });
  if (measured.size >= MOST_MEASURED) measured.clear();
  const text = JSON.stringify(found);
  measured.set(asked, text);
  return text;
}

/** How closely the letter on hand is to be set; what it says was handed over before. */
function attempt(choice) {
  compiler.mapShadow(file('choice.json'), Buffer.from(JSON.stringify(choice)));
  const document = compile(file('letter.typ'));
  return { document, choice, ends: endsOf(document) };
}

function signed() {
  const first = attempt(ROOMY);
  if (signedWithText(first.ends)) return first;
  for (const choice of ATTEMPTS.slice(1)) {
    const tight = choice.pitch !== null;
    if (tight && first.document.numOfPages > 2) continue;
    const next = attempt(choice);
    if (signedWithText(next.ends) && (!tight || next.document.numOfPages === 1)) return next;
  }
  if (first.ends.seals === undefined || sealedWithText(first.ends)) return first;
  const loose = attempt({ ...ROOMY, looseSeals: true });
  return sealedWithText(loose.ends) ? loose : first;
}

function layOut({ letter, measure: asked }) {
  compiler.mapShadow(file('measured.json'), Buffer.from(measure(asked)));
  compiler.mapShadow(file('letter.json'), Buffer.from(letter));
  const made = signed();
  if (attachmentWithFoot(made.ends)) return made.document;
  const kept = attempt({ ...made.choice, keepAttachment: true });
  return attachmentWithFoot(kept.ends) ? kept.document : made.document;
}

function layOutSheet(sheet) {
  compiler.mapShadow(file('sheet.json'), Buffer.from(sheet));
  return compile(file('sign-off-sheet.typ'));
}

/** Typst remembers what it laid out; what some letters have not asked for is forgotten. Each look through it costs as much as a page. */
const FORGET_EVERY = 4;
let printed = 0;

function answer(job) {
  try {
    const document = job.sheet === undefined ? layOut(job) : layOutSheet(job.sheet);
    const pdf = compiler.pdf(document, { pdfStandard: 'a-2b', creationTimestamp: job.timestamp });
    return { pdf: new Uint8Array(pdf), pages: document.numOfPages };
  } catch (error) {
    return { fault: error instanceof Error ? error.message : String(error) };
  } finally {
    if (++printed % FORGET_EVERY === 0) compiler.evictCache(1);
  }
}

parentPort.on('message', (job) => {
  const said = answer(job);
  // A turn of the event loop between letters lets the native side free its memory.
  setImmediate(() => parentPort.postMessage(said, said.pdf ? [said.pdf.buffer] : []));
});
parentPort.postMessage({ ready: true });
