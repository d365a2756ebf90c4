import { log } from './log';

const written: { out: string[]; errors: string[] } = { out: [], errors: [] };
beforeEach(() => {
  written.out = [];
  written.errors = [];
  jest.spyOn(process.stdout, 'write').mockImplementation((text) => written.out.push(String(text)) > 0);
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => written.errors.push(String(text)) > 0);
});
afterEach(() => jest.restoreAllMocks());

/** What an entry says, without its time and level. */
const said = (message: string): string => {
  log.error(message);
  return written.errors.join('').replace(/^\S+ error (.*)\n$/s, '$1');
};

describe('an entry of the log', () => {
  it('should stand on standard output when it only informs', () => {
    log.info('started');
    expect([written.out.length, written.errors]).toEqual([1, []]);
  });

  it.each(['warn', 'error'] as const)('should stand on standard error and name its level: %s', (level) => {
    log[level]('x');
    expect([written.out, written.errors[0]?.split(' ')[1]]).toEqual([[], level]);
  });

  it('should begin with its moment in UTC', () => {
    log.info('x');
    expect(written.out[0]).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z info x\n$/);
  });

  it.each([
    ['a line feed', 'a\nb'],
    ['the line end of another system', 'a\r\nb'],
    ['a carriage return alone, which lets a line be written over', 'a\rb'],
    ['the separators of Unicode', 'a\u2028b'],
    ['an indented stack', 'a\n    b'],
  ])('should stay one line with %s in it', (_, message) => {
    expect(said(message)).toBe('a | b');
  });

  it('should give no command to the terminal', () => {
    expect(said('a\u001b[2Jb\u0007')).toBe('a [2Jb ');
  });

  it('should keep Chinese as it is', () => {
    expect(said('第 3 号提案“关于……的提案”')).toBe('第 3 号提案“关于……的提案”');
  });

  it.each([
    ['postgres://fuhan:hidden@db:5432/fuhan', 'postgres://…@db:5432/fuhan'],
    ['redis://:hidden@queue/2', 'redis://…@queue/2'],
    ['rediss://user:hid%40den@queue', 'rediss://…@queue'],
    [
      'cannot reach postgresql://u:hidden@a/x, nor redis://:hidden@b.',
      'cannot reach postgresql://…@a/x, nor redis://…@b.',
    ],
  ])('should not tell the password in %s', (message, expected) => {
    expect(said(message)).toBe(expected);
  });

  it.each(['http://127.0.0.1:3000/proposals', 'mailto:a@b.cn', 'a@b https://c/d@e'])(
    'should leave an address without a password as it is: %s',
    (message) => {
      expect(said(message)).toBe(message);
    },
  );
});
