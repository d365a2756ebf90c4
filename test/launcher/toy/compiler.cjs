// Stands in for both compilers: told apart by the argument that only one of them gets.
const fs = require('node:fs');
const { behave, note, put } = require('./note.cjs');

const web = process.argv.includes('apps/web');
note(web ? 'web' : 'server');
if (process.env.TOY_EDITS && !web) fs.appendFileSync(process.env.TOY_EDITS, '// edited meanwhile\n');
behave(process.env[web ? 'TOY_WEB' : 'TOY_SERVER'], 'apps/server/main.ts:1:1 - error TS2322: no number');
if (web) {
  put('dist/web/index.html', '<!doctype html>');
} else {
  const program = fs.readFileSync(`${__dirname}/program.cjs`, 'utf8');
  put('dist/apps/server/main.js', program);
  put('dist/apps/cli/main.js', program);
}
