const kept = new Map<string, string>();
const page = { documentElement: { dataset: {} as Record<string, string> } };
beforeAll(() =>
  Object.assign(globalThis, {
    document: page,
    localStorage: {
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => kept.set(key, value),
    },
  }),
);
afterAll(() => ['document', 'localStorage'].forEach((name) => Reflect.deleteProperty(globalThis, name)));

/** The module as a browser that comes back finds it. */
const arrive = (): typeof import('./large-type') => {
  jest.resetModules();
  return jest.requireActual('./large-type');
};

describe('大字模式', () => {
  it('should be off until somebody wants it', () => {
    expect([arrive().isLargeType(), page.documentElement.dataset.type]).toEqual([false, 'usual']);
  });
  it('should make the page large at once, and again when the browser comes back', () => {
    arrive().setLargeType(true);
    expect(page.documentElement.dataset.type).toBe('large');
    expect(arrive().isLargeType()).toBe(true);
  });
  it('should be off again when it is taken back', () => {
    arrive().setLargeType(false);
    expect(arrive().isLargeType()).toBe(false);
  });
  it('should serve a browser that keeps nothing until it is closed', () => {
    const full = {
      getItem: () => null,
      setItem: () => {
        throw new Error('QuotaExceeded');
      },
    };
    Object.assign(globalThis, { localStorage: full });
    const { setLargeType, isLargeType } = arrive();
    setLargeType(true);
    expect(isLargeType()).toBe(true);
  });
});
