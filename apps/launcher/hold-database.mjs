import { startEmbedded } from './postgres.mjs';

/**
 * `node hold-database.mjs <dir> [name=value …]`: an embedded database for a program that cannot import this one (the test runner).
 * Prints one line of JSON and keeps the database until its standard input ends.
 */
const [dir, ...settings] = process.argv.slice(2);
try {
  const flags = Object.fromEntries(settings.map((setting) => setting.split('=', 2)));
  const database = await startEmbedded({ dir, flags, log: (line) => console.error(line) });
  const end = () => void database.stop().then(() => process.exit(0));
  process.stdin.on('end', end).on('error', end).resume();
  process.on('SIGTERM', end).on('SIGINT', () => {});
  const { url, port, mode, adopted } = database;
  console.log(JSON.stringify({ url, port, mode, adopted, pid: process.pid }));
} catch (error) {
  console.error([error.message, error.details].filter(Boolean).join('\n'));
  process.exit(1);
}
