const fs = require('node:fs');
const path = require('node:path');

const root = process.cwd();

/** Notes how a fake tool was called: one line of JSON a call. */
exports.note = (tool) =>
  fs.appendFileSync(
    path.join(root, 'calls.jsonl'),
    `${JSON.stringify({ tool, args: process.argv.slice(2), nodeEnv: process.env.NODE_ENV })}\n`,
  );

/** Writes a file of the toy clone. */
exports.put = (file, text) => {
  fs.mkdirSync(path.dirname(path.join(root, file)), { recursive: true });
  fs.writeFileSync(path.join(root, file), text);
};

/** `fails` or `dies`, where the test wants this tool to. */
exports.behave = (wanted, complaint) => {
  if (wanted === 'dies') process.kill(process.pid, 'SIGKILL');
  if (wanted !== 'fails') return;
  process.stderr.write(`${complaint}\n`);
  process.exit(1);
};
