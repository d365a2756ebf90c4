// How Jest compiles a module here: as .swcrc says, and with each import loaded at its first use. Jest loads every module anew for every test
// file, and a test of one check has no need of the PDF reader that stands in the same library's index. The built program loads as Node does.
'use strict';
const { createHash } = require('node:crypto');
const fs = require('node:fs');
const path = require('node:path');
const { createTransformer } = require('@swc/jest');

const settings = JSON.parse(fs.readFileSync(path.resolve(__dirname, '../../.swcrc'), 'utf8'));
const { getCacheKey } = createTransformer(settings);
const thisFile = fs.readFileSync(__filename);

/** Everything a module names after `from`. */
const importsOf = (source) => [
  ...new Set(Array.from(source.matchAll(/\bfrom\s*(['"])([^'"\n]+)\1/g), ([, , name]) => name)),
];

module.exports = {
  process: (source, filename, options) =>
    createTransformer({ ...settings, module: { ...settings.module, lazy: importsOf(source) } }).process(
      source,
      filename,
      options,
    ),
  getCacheKey: (...args) =>
    createHash('sha256')
      .update(getCacheKey(...args))
      .update(thisFile)
      .digest('hex'),
};
