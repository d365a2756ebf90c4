const running = new Map();
let timer;
let lastPrinted = 0;

/**
 * Shows a long step with its elapsed seconds while `work` runs: one line that is rewritten on a terminal, a new line every ten seconds elsewhere.
 * Goes to standard error, because what a command prints on standard output belongs to its caller.
 */
export async function withProgress(label, work) {
  const since = Date.now();
  running.set(label, since);
  if (!process.stderr.isTTY) process.stderr.write(`${label} …\n`);
  lastPrinted = Date.now();
  timer ??= setInterval(show, 1000);
  timer.unref();
  show();
  try {
    const result = await work();
    end(label, `${label}：完成（${seconds(since)} 秒）`);
    return result;
  } catch (error) {
    end(label, `${label}：没有完成（${seconds(since)} 秒）`);
    throw error;
  }
}

const seconds = (since) => Math.max(1, Math.round((Date.now() - since) / 1000));

const line = () => [...running].map(([label, since]) => `${label} … ${seconds(since)} 秒`).join('  |  ');

function show() {
  if (process.stderr.isTTY) {
    process.stderr.write(`\r\x1b[2K${line()}`);
  } else if (Date.now() - lastPrinted >= 10_000) {
    lastPrinted = Date.now();
    process.stderr.write(`${line()}\n`);
  }
}

function end(label, sentence) {
  running.delete(label);
  process.stderr.write(`${process.stderr.isTTY ? '\r\x1b[2K' : ''}${sentence}\n`);
  if (running.size > 0) return show();
  clearInterval(timer);
  timer = undefined;
}
