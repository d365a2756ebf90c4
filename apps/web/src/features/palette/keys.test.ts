import { keyAsks, ways } from './keys';

const press = (key: string, more: { ctrlKey?: boolean; isComposing?: boolean } = {}) => ({
  ...{ key, isComposing: false, ctrlKey: false, metaKey: false, altKey: false, target: null },
  ...more,
});

describe('the keys of every page', () => {
  beforeAll(() => {
    // The page's own class of elements; nothing here is one.
    globalThis.HTMLElement ??= class {} as never;
  });
  it('should open the palette with Ctrl K', () => {
    expect(keyAsks(press('k', { ctrlKey: true }), false)).toBe('palette');
  });
  it('should explain themselves with a question mark', () => {
    expect(keyAsks(press('?'), false)).toBe('help');
  });
  it('should lead to a page with G and its letter', () => {
    expect([keyAsks(press('g'), false), keyAsks(press('l'), true)]).toEqual(['g', ways.l]);
  });
  it('should go to the work of the page with F, and to no page after G', () => {
    expect([keyAsks(press('f'), false), keyAsks(press('f'), true)]).toEqual(['work', null]);
  });
  it('should be silent about a letter alone', () => {
    expect(keyAsks(press('l'), false)).toBeNull();
  });
  it('should be silent while Chinese is being composed', () => {
    expect(keyAsks(press('g', { isComposing: true }), false)).toBeNull();
  });
});
