import { type ArgumentsHost, BadRequestException, HttpException, NotFoundException } from '@nestjs/common';
import { FuhanError } from '@fuhan/kernel';
import { log } from '@fuhan/platform';
import { ErrorFilter } from './error.filter';

interface Told {
  status: number;
  type: string;
  body: Record<string, unknown>;
}

/** What the filter answers to a thrown thing. */
function answerTo(thrown: unknown): Told {
  const told: Told = { status: 0, type: '', body: {} };
  const response = {
    headersSent: false,
    status: (status: number) => ((told.status = status), response),
    setHeader: (_: string, type: string) => ((told.type = type), response),
    end: (text: string) => (told.body = JSON.parse(text) as Record<string, unknown>),
  };
  new ErrorFilter().catch(thrown, hostOf(response));
  return told;
}
const hostOf = (response: object) =>
  ({ switchToHttp: () => ({ getResponse: () => response }) }) as unknown as ArgumentsHost;
const database = (code: string, constraint?: string) =>
  Object.assign(new Error('SELECT secret FROM person'), { driverError: { code, constraint } });
const parser = (type: string) => Object.assign(new Error('parser'), { type });

let logged: jest.SpyInstance;
beforeEach(() => {
  logged = jest.spyOn(log, 'error').mockImplementation(() => undefined);
});
afterEach(() => logged.mockRestore());

describe('the answer to an error', () => {
  it.each([
    ['a known error', new FuhanError('session.missing'), 401, 'session.missing'],
    ['a body that is too large', parser('entity.too.large'), 413, 'request.too-large'],
    ['the same as Nest hands it on', new HttpException('x', 413), 413, 'request.too-large'],
    ['JSON that is none', parser('entity.parse.failed'), 400, 'request.malformed'],
    ['an unknown charset', parser('charset.unsupported'), 400, 'request.malformed'],
    ['an unknown encoding', parser('encoding.unsupported'), 400, 'request.malformed'],
    ['a request that was broken off', parser('request.aborted'), 400, 'request.malformed'],
    ['an address that cannot be decoded', new URIError('URI malformed'), 400, 'request.malformed'],
    ['a doubled row', database('23505', 'unit_code_key'), 409, 'request.conflict'],
    ['a text that is no uuid', database('22P02'), 400, 'request.malformed'],
    ['a character the database has not', database('22021'), 400, 'request.malformed'],
    ['a zero character in JSON', database('22P05'), 400, 'request.malformed'],
    ['two duties that exclude each other', database('23514', 'person_duty_exclusive'), 409, 'guard.failed'],
    ['an address Nest does not know', new NotFoundException('Cannot GET /x'), 404, 'request.not-found'],
    ['a refusal of Nest', new BadRequestException('bad'), 400, 'request.malformed'],
    ['a failure of Nest', new HttpException('x', 503), 500, 'internal.unexpected'],
    ['another failure of the database', database('XX000'), 500, 'internal.unexpected'],
    ['a bug', new TypeError('x is not a function'), 500, 'internal.unexpected'],
    ['a thrown word', 'oops', 500, 'internal.unexpected'],
    ['a thrown nothing', undefined, 500, 'internal.unexpected'],
    ['a thrown null', null, 500, 'internal.unexpected'],
  ])('should have its status and code for %s', (_, thrown, status, code) => {
    const answer = answerTo(thrown);
    expect([answer.status, answer.body['status'], answer.body['code']]).toEqual([status, status, code]);
  });

  it('should be a problem document', () => {
    expect(answerTo(new FuhanError('request.not-found')).type).toBe(
      'application/problem+json; charset=utf-8',
    );
  });

  it('should carry what belongs to the error', () => {
    const errors = [{ path: 'name', message: '请填写' }];
    expect(
      answerTo(new FuhanError('request.invalid', { detail: '请填写' }, { errors })).body['errors'],
    ).toEqual(errors);
  });

  it.each([database('23505'), database('XX000'), new Error('password=hunter2')])(
    'should not show the words of the machine: %s',
    (thrown) => {
      expect(JSON.stringify(answerTo(thrown).body)).not.toMatch(/SELECT|hunter2/);
    },
  );

  it('should name in the log the incident it names to the person', () => {
    const { detail } = answerTo(new Error('broken')).body;
    const incident = /[0-9a-f]{8}/.exec(String(detail))?.[0] ?? 'none';
    expect(logged.mock.calls[0]).toEqual([expect.stringContaining(`incident ${incident}: Error: broken`)]);
  });

  it('should not be logged when somebody merely did something wrong', () => {
    answerTo(database('22P02'));
    expect(logged).not.toHaveBeenCalled();
  });

  it('should only end what has already begun', () => {
    const end = jest.fn();
    new ErrorFilter().catch(new Error('late'), hostOf({ headersSent: true, end }));
    expect(end).toHaveBeenCalledWith();
  });
});
