// Property tests try the same cases every time, so that a red test is a change of ours; FC_SEED=… tries others.
'use strict';
const fastCheck = require('../../node_modules/fast-check/lib/cjs/fast-check.js');

fastCheck.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20261122) });
module.exports = fastCheck;
