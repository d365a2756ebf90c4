/*
 * Loaded before the built program (`node --require`): its clock shows the time of the run, which goes faster than the machine's.
 * Everything else of the program is as it is started in earnest; the queue and all timers wait by the machine's clock.
 */
const [shown, since, pace] = (process.env.FUHAN_FAST_CLOCK ?? '').split('/').map(Number);
const { shanghaiDate, systemClock } = require('../../dist/libs/kernel/index.js');
const now = () => new Date(shown + (Date.now() - since) * pace);
Object.assign(systemClock, { now, today: () => shanghaiDate(now()), pace });

// A run that is killed leaves nobody behind.
const parent = process.ppid;
setInterval(() => process.ppid === parent || process.exit(1), 500).unref();
