import { errorCatalogue, type ErrorCode, FuhanError } from './errors';

const codes = Object.keys(errorCatalogue) as ErrorCode[];
const passThrough: ErrorCode[] = ['config.invalid', 'guard.failed'];

describe('FuhanError', () => {
  it('should fill the places of its sentence', () => {
    expect(new FuhanError('session.locked', { minutes: 15 }).message).toBe(
      '连续输错次数过多，请在 15 分钟后再试。',
    );
  });

  it('should leave a place as it is when nothing was given for it', () => {
    expect(new FuhanError('session.locked').message).toContain('{minutes}');
  });

  it('should not take a place for one that is only inherited', () => {
    expect(new FuhanError('guard.failed', { detail: '{toString}' }).message).toBe('{toString}');
  });

  it('should fill in what was typed as it was typed', () => {
    expect(new FuhanError('unit.unknown', { name: '$& {name}' }).message).toContain('“$& {name}”');
  });

  it('should carry the status of its code', () => {
    expect(new FuhanError('request.not-found').status).toBe(404);
  });
});

describe('the catalogue of errors', () => {
  it.each(codes.filter((code) => !passThrough.includes(code)))(
    'should say it in a Chinese sentence: %s',
    (code) => {
      expect(errorCatalogue[code].message).toMatch(/\p{Script=Han}/u);
    },
  );

  it('should name codes by area and slip', () => {
    expect(codes.filter((code) => !/^[a-z]+\.[a-z]+(-[a-z]+)*$/.test(code))).toEqual([]);
  });

  it('should end every sentence as a sentence, or with what is filled in', () => {
    expect(codes.filter((code) => !/[。}]$/.test(errorCatalogue[code].message))).toEqual([]);
  });
});
