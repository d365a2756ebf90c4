// Typst with nothing round it: compiles each document of stdin once and prints the CPU milliseconds of one; the first ones warm it.
'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { NodeCompiler } = require('@myriaddreamin/typst-ts-node-compiler');

const root = process.cwd();
const documents = JSON.parse(readFileSync(0, 'utf8'));
const mainFileContent = readFileSync(join(root, 'templates/layout/letter.typ'), 'utf8');
const workspace = join(root, 'templates/layout/empty');
const compiler = NodeCompiler.create({ workspace, fontArgs: [{ fontPaths: [join(root, 'assets/fonts')] }] });
const inFolder = (name) => join(workspace, name);
const choice = JSON.stringify({
  signGap: 2,
  pitch: null,
  footLead: 9,
  keep: false,
  keepAttachment: false,
  looseSeals: false,
});

compiler.addSource(inFolder('letter.typ'), mainFileContent);
compiler.mapShadow(inFolder('choice.json'), Buffer.from(choice));

function print(data) {
  compiler.mapShadow(inFolder('letter.json'), Buffer.from(data));
  const { result } = compiler.compile({ mainFilePath: inFolder('letter.typ') });
  compiler.pdf(result, { pdfStandard: 'a-2b', creationTimestamp: 0 });
  compiler.evictCache(2);
}

const WARMING = 50;
for (const data of documents.slice(0, WARMING)) print(data);
const measured = documents.slice(WARMING);
const before = process.cpuUsage();
for (const data of measured) print(data);
const { user, system } = process.cpuUsage(before);
console.log((user + system) / 1000 / measured.length);
