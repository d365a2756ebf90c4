// Stands in for the programs that were compiled: tells what it was given, and ends as the test wants it to.
const { PORT, DATABASE_URL, REDIS_URL, DATA_DIR, FUHAN_DATABASE_KIND } = process.env;
const env = { PORT, DATABASE_URL, REDIS_URL, DATA_DIR, FUHAN_DATABASE_KIND };
process.stdout.write(JSON.stringify({ args: process.argv.slice(2), env, cwd: process.cwd() }));
process.exitCode = Number(process.env.TOY_STATUS ?? 0);
