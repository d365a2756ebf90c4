import { letterOf } from './keys';

class Field {
  constructor(
    readonly tag: string,
    readonly type = '',
  ) {}
  closest(places: string): Field | null {
    return places.split(', ').includes(this.tag) ? this : null;
  }
}
beforeAll(() => Object.assign(globalThis, { HTMLElement: Field }));
afterAll(() => Reflect.deleteProperty(globalThis, 'HTMLElement'));

const press = (more: object = {}) => ({
  ...{ key: 'X', isComposing: false, ctrlKey: false, metaKey: false, altKey: false, target: null },
  ...more,
});
const on = (tag: string, type?: string) => ({ target: new Field(tag, type) as unknown as EventTarget });

describe('a letter that is a key of the page', () => {
  it('should be the same large and small', () => {
    expect(letterOf(press())).toBe('x');
  });
  it.each([['input'], ['textarea'], ['[contenteditable]']])('should be written inside %s', (tag) => {
    expect(letterOf(press(on(tag)))).toBeNull();
  });
  it('should still be one while the box that chooses a row has the focus', () => {
    expect(letterOf(press(on('input', 'checkbox')))).toBe('x');
  });
  it('should be silent while Chinese is being composed', () => {
    expect(letterOf(press({ isComposing: true }))).toBeNull();
  });
  it.each(['ctrlKey', 'metaKey', 'altKey'])('should leave shortcuts with %s to the browser', (held) => {
    expect(letterOf(press({ [held]: true }))).toBeNull();
  });
});
