// Stands in for `npm ci`: empties node_modules, fills it, and notes last what it has put there.
const fs = require('node:fs');
const { behave, note, put } = require('./note.cjs');

note('npm');
behave(process.env.TOY_NPM, 'npm error code ENOTFOUND\nnpm error network request failed');
const kept = process.env.TOY_NPM === 'dies half-way' ? ['.fuhan-installed', '.package-lock.json'] : [];
for (const entry of fs.existsSync('node_modules') ? fs.readdirSync('node_modules') : [])
  if (!kept.includes(entry)) fs.rmSync(`node_modules/${entry}`, { recursive: true });
behave(process.env.TOY_NPM === 'dies half-way' ? 'dies' : '', '');
fs.cpSync('packages', 'node_modules', { recursive: true });
const { packages } = JSON.parse(fs.readFileSync('package-lock.json', 'utf8'));
delete packages[''];
put('node_modules/.package-lock.json', JSON.stringify({ packages }));
