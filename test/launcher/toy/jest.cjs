// Stands in for Jest: writes the results the test gives it (none: it died before) and ends with the status it is told.
const fs = require('node:fs');
const { note } = require('./note.cjs');

note('jest');
const [, file] = /^--outputFile=(.*)$/.exec(process.argv.find((arg) => arg.startsWith('--outputFile=')));
if (process.env.TOY_RESULTS) fs.writeFileSync(file, process.env.TOY_RESULTS);
process.exit(Number(process.env.TOY_STATUS ?? 0));
