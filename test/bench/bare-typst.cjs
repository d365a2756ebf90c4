// Typst with nothing round it: compiles each document of stdin once and prints the CPU milliseconds of one; the first ones warm it.
'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');

const root = process.cwd();
const [asked, ...documents] = JSON.parse(readFileSync(0, 'utf8'));
const workspace = join(root, 'templates/layout/empty');
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [join(root, 'assets/fonts')] }] });
const inFolder = (name) => join(workspace, name);
for (const name of ['faces.typ', 'measure.typ', 'letter.typ'])
  compiler.addSource(inFolder(name), readFileSync(join(root, 'templates/layout', name), 'utf8'));
compiler.mapShadow(inFolder('measure.json'), Buffer.from(asked));
const { result: measures } = compiler.compile({ mainFilePath: inFolder('measure.typ') });
const [measured] = compiler.query(measures, { selector: '<measured>', field: 'value' });
const choice = {
  signGap: 2,
  pitch: null,
  footLead: 9,
  keep: false,
  keepAttachment: false,
  looseSeals: false,
};
compiler.mapShadow(inFolder('measured.json'), Buffer.from(JSON.stringify(measured)));
compiler.mapShadow(inFolder('choice.json'), Buffer.from(JSON.stringify(choice)));

function print(data) {
  compiler.mapShadow(inFolder('letter.json'), Buffer.from(data));
  const { result } = compiler.compile({ mainFilePath: inFolder('letter.typ') });
  compiler.pdf(result, { pdfStandard: 'a-2b', creationTimestamp: 0 });
  compiler.evictCache(2);
}

const WARMING = 50;
for (const data of documents.slice(0, WARMING)) print(data);
const timed = documents.slice(WARMING);
const before = process.cpuUsage();
for (const data of timed) print(data);
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1000 / timed.length);
