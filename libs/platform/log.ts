/** One line a happening: time, level, words. Nothing personal, no letter's text. */
const write = (stream: NodeJS.WriteStream, level: string) => (message: string) => {
  stream.write(`${new Date().toISOString()} ${level} ${message.replace(/\s*\n\s*/g, ' | ')}\n`);
};

export const log = {
  info: write(process.stdout, 'info'),
  warn: write(process.stderr, 'warn'),
  error: write(process.stderr, 'error'),
};
