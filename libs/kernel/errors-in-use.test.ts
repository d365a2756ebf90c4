import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { errorCatalogue, type ErrorCode } from './errors';
import { caseworkErrors } from './errors/casework.errors';
import { channelErrors } from './errors/channels.errors';
import { intakeErrors } from './errors/intake.errors';
import { letterErrors } from './errors/letter.errors';
import { platformErrors } from './errors/platform.errors';
import { rulesErrors } from './errors/rules.errors';

const areas = [platformErrors, caseworkErrors, intakeErrors, letterErrors, channelErrors, rulesErrors];
const codes = Object.keys(errorCatalogue) as ErrorCode[];
const root = join(__dirname, '..', '..');

/** The sources of the product, without its tests and without the catalogue itself. */
const sources = ['libs', 'apps/server', 'apps/cli']
  .flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' }).map((file) => join(folder, file)),
  )
  .filter((file) => /\.ts$/.test(file) && !/\.test\.ts$|\/testing\/|^libs\/kernel\/errors\//.test(file))
  .map((file) => ({ file, text: readFileSync(join(root, file), 'utf8') }));

/** Every `new FuhanError('code', { … })`, with the names it fills in; null where they are not written out. */
const thrown = sources.flatMap(({ file, text }) =>
  [...text.matchAll(/new FuhanError\(\s*'([\w.-]+)'\s*(,\s*\{([^}]*)\})?\s*([,)])/g)].map(
    ([, code = '', , params = '', end]) => ({ file, code: code as ErrorCode, params, whole: end === ')' }),
  ),
);
const placesOf = (code: ErrorCode): string[] =>
  [...errorCatalogue[code].message.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);

describe('the codes', () => {
  it('should belong to one area each: a second one would silently take the place of the first', () => {
    expect(codes).toHaveLength(areas.reduce((sum, area) => sum + Object.keys(area).length, 0));
  });

  it.each(codes)('should be used somewhere: %s', (code) => {
    expect(sources.some(({ text }) => text.includes(`'${code}'`))).toBe(true);
  });

  it('should be thrown often enough for these tests to see them', () => {
    expect(new Set(thrown.map(({ code }) => code)).size).toBeGreaterThan(codes.length / 2);
  });
});

describe('a sentence', () => {
  const given = (params: string): string[] =>
    [...params.matchAll(/(?:^|[,{\s])(\w+)\s*(?=[:,]|$)/g)].map(([, name = '']) => name);

  it('should have all its places filled where it is thrown', () => {
    const empty = thrown.flatMap(({ file, code, params, whole }) =>
      whole && !params.includes('...')
        ? placesOf(code)
            .filter((place) => !given(params).includes(place))
            .map((place) => `${file}: ${code} {${place}}`)
        : [],
    );
    expect(empty).toEqual([]);
  });

  it.each(codes)('should be one line without English punctuation: %s', (code) => {
    expect(errorCatalogue[code].message.replace(/\{\w+\}|[A-Za-z0-9_./=-]+/g, '')).not.toMatch(
      /[\n,;:!?"'()]/,
    );
  });

  // What is filled in says it, or there is nothing the person could do but read it.
  const saidByTheDetail: readonly ErrorCode[] = [
    'config.invalid',
    'guard.failed',
    'request.malformed',
    'request.invalid',
    'profile.invalid',
  ];
  const advice = /请|须|需要|应|可以|可能/;

  it.each(codes.filter((code) => !saidByTheDetail.includes(code)))(
    'should say what to do next: %s',
    (code) => {
      expect(errorCatalogue[code].message).toMatch(advice);
    },
  );
});

describe('the status of a code', () => {
  const statuses: readonly (readonly [RegExp, number])[] = [
    [/^session\.(missing|wrong-credentials)$/, 401],
    [/^(permission\.denied|request\.foreign-origin)$/, 403],
    [/not-found$|^link\.dead$/, 404],
    [/duplicate$|taken$|stale$|conflict$|in-use$|^state\./, 409],
    [/too-large$|^letter\.too-long$/, 413],
    [/kind$/, 415],
    [/unavailable$/, 503],
  ];

  it.each(statuses)('should be as HTTP has it for %s: %i', (pattern, status) => {
    const found = codes.filter((code) => pattern.test(code)).map((code) => errorCatalogue[code].status);
    expect([...new Set(found)]).toEqual([status]);
  });

  it('should put a fault of the house on the house, in few cases', () => {
    const ours = codes.filter((code) => errorCatalogue[code].status >= 500);
    expect(ours.filter((code) => !/^(config|internal|service|migration|web|letter)\./.test(code))).toEqual(
      [],
    );
  });
});
