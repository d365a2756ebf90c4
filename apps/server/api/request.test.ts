import { FuhanError } from '@fuhan/kernel';
import type { Request, Response } from 'express';
import { z } from 'zod';
import { refuseForeignWrites, readActor, tokenOf } from './auth';
import { idOf, parse } from './parse';
import type { House } from '../house';

const faultOf = (run: () => unknown): FuhanError => {
  try {
    run();
  } catch (error) {
    if (error instanceof FuhanError) return error;
    throw error;
  }
  throw new Error('nothing was refused');
};
const requestWith = (headers: Record<string, string>, method = 'GET') =>
  ({ headers, method }) as unknown as Request;
const nothing = {} as Response;

describe('the id of an address', () => {
  const id = '018f0000-0000-7000-8000-00000000abcd';

  it('should be taken whatever its case, and be compared in one', () => {
    expect(idOf(id.toUpperCase())).toBe(id);
  });

  it.each(['', '1', `${id} `, `${id}x`, `{${id}}`, id.replaceAll('-', ''), `${id}\n`, "' OR 1=1"])(
    'should not be found when it is none: %j',
    (raw) => {
      expect(faultOf(() => idOf(raw)).code).toBe('request.not-found');
    },
  );
});

describe('what a request brought', () => {
  const schema = z.object({ box: z.enum(['todo', 'done']), deep: z.object({ list: z.array(z.string()) }) });

  it('should be given as the schema makes it', () => {
    expect(parse(z.object({ page: z.coerce.number() }), { page: '3' })).toEqual({ page: 3 });
  });

  it('should name every field that is wrong by its path', () => {
    const { extra } = faultOf(() => parse(schema, { box: 'x', deep: { list: ['a', 1] } }));
    expect((extra['errors'] as { path: string }[]).map(({ path }) => path)).toEqual(['box', 'deep.list.1']);
  });

  it('should say in Chinese what is wrong', () => {
    expect(faultOf(() => parse(schema, {})).message).toMatch(/\p{Script=Han}/u);
  });

  it.each([undefined, null, 'text', 7, []])('should be refused when it is no object: %j', (raw) => {
    expect(faultOf(() => parse(schema, raw)).code).toBe('request.invalid');
  });
});

describe('the session of a request', () => {
  it.each([
    ['fuhan_session=abc', 'abc'],
    ['a=1; fuhan_session=abc; b=2', 'abc'],
    ['  fuhan_session=abc  ', 'abc'],
    ['fuhan_session=first; fuhan_session=second', 'first'],
    ['xfuhan_session=abc', null],
    ['Fuhan_Session=abc', null],
    ['fuhan_session', null],
    [';;;', null],
    ['', null],
  ])('should be read from the cookies %j as %j', (cookie, token) => {
    expect(tokenOf(requestWith({ cookie }))).toBe(token);
  });

  it('should be none when there are no cookies', () => {
    expect(tokenOf(requestWith({}))).toBeNull();
  });

  it('should not ask the database when there is none', () => {
    const actor = jest.fn();
    const next = jest.fn();
    readActor({ sessions: { actor } } as unknown as House)(requestWith({}), nothing, next);
    expect([actor.mock.calls, next.mock.calls]).toEqual([[], [[]]]);
  });

  it('should hand on the failure of the database', async () => {
    const broken = new Error('away');
    const house = { sessions: { actor: () => Promise.reject(broken) }, clock: { now: () => new Date() } };
    const handed = await new Promise((resolve) =>
      readActor(house as unknown as House)(requestWith({ cookie: 'fuhan_session=a' }), nothing, resolve),
    );
    expect(handed).toBe(broken);
  });
});

describe('a write from another site', () => {
  const handedOn = (method: string, headers: Record<string, string> = {}): unknown => {
    const next = jest.fn();
    refuseForeignWrites(requestWith(headers, method), nothing, next);
    return (next.mock.calls[0] as unknown[])[0];
  };

  it.each(['POST', 'PUT', 'PATCH', 'DELETE', 'TRACE'])('should be refused: %s', (method) => {
    expect(handedOn(method)).toMatchObject({ code: 'request.foreign-origin' });
  });

  it.each(['GET', 'HEAD', 'OPTIONS'])('should not be seen in a read: %s', (method) => {
    expect(handedOn(method)).toBeUndefined();
  });

  it('should not be seen when our own page says that it is ours', () => {
    expect(handedOn('POST', { 'x-requested-with': 'fuhan' })).toBeUndefined();
  });
});
