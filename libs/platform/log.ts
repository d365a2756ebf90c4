/** `postgres://user:word@host` → `postgres://…@host`: what was set for a connection may come back in a driver's error. */
const withoutPasswords = (text: string): string =>
  text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/)[^\s/@]*@/gi, '$1…@');

/** Neither a line break nor a command to the terminal leaves its line: nobody's words can pass for another entry. */
const inOneLine = (text: string): string =>
  text.replace(/\s*[\r\n\u2028\u2029]\s*/g, ' | ').replace(/\p{Cc}/gu, ' ');

/** One line a happening: time, level, words. Nothing personal, no letter's text. */
const write = (stream: NodeJS.WriteStream, level: string) => (message: string) => {
  stream.write(`${new Date().toISOString()} ${level} ${withoutPasswords(inOneLine(message))}\n`);
};

export const log = {
  info: write(process.stdout, 'info'),
  warn: write(process.stderr, 'warn'),
  error: write(process.stderr, 'error'),
};
