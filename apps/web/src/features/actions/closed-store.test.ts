import { forgetAll, forgetTyped, keepTyped, typedFor } from './draft-store';

const typed = { base: 'v1', values: { body: '我局意见' } };

/** As browsers do where a person shuts all sites out of their storage: the name itself throws. */
function closeTheStore(): void {
  Object.defineProperty(globalThis, 'sessionStorage', {
    configurable: true,
    get() {
      throw new Error('SecurityError');
    },
  });
}

describe('a browser that keeps nothing for us', () => {
  beforeAll(closeTheStore);
  afterAll(() => Reflect.deleteProperty(globalThis, 'sessionStorage'));

  it('should still draw a form, with nothing typed before', () => {
    expect(typedFor('x')).toBeNull();
  });
  it('should still let people type', () => {
    expect(() => keepTyped('x', typed)).not.toThrow();
  });
  it('should still let them send', () => {
    expect(() => forgetTyped('x')).not.toThrow();
  });
  it('should still let them leave', () => {
    expect(() => forgetAll()).not.toThrow();
  });
});

describe('a note that is not ours', () => {
  const noted = (note: string) => ({
    getItem: () => note,
    setItem: () => undefined,
    removeItem: () => undefined,
  });
  it.each(['null', '7', '"text"', '{}', '{"base":1,"values":{}}', '{"base":"v1","values":null}'])(
    'should count as none when it is %s',
    (note) => {
      expect(typedFor('x', noted(note))).toBeNull();
    },
  );
});

describe('leaving', () => {
  /** What a store still keeps afterwards; its keys are its own, as a browser's are. */
  const leave = (kept: Record<string, string>): Record<string, string> => {
    const removeItem = (key: string): boolean => Reflect.deleteProperty(kept, key);
    forgetAll(Object.assign(Object.create({ removeItem }), kept) as Storage);
    return kept;
  };
  it('should forget what was typed into every form', () => {
    expect(leave({ 'fuhan:typed:a': '1', 'fuhan:typed:b': '2' })).toEqual({});
  });
  it('should leave alone what is not ours', () => {
    expect(leave({ theme: 'large' })).toEqual({ theme: 'large' });
  });
});
