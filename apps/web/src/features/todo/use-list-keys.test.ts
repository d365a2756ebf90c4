import { keyLeads } from './use-list-keys';

/** A place of a page, as far as the keys look at it: which of the asked-for places it lies in. */
class Place {
  constructor(private readonly tag: string) {}
  closest(places: string): Place | null {
    return places.split(', ').includes(this.tag) ? this : null;
  }
}
beforeAll(() => Object.assign(globalThis, { HTMLElement: Place }));
afterAll(() => Reflect.deleteProperty(globalThis, 'HTMLElement'));

const free = { isComposing: false, ctrlKey: false, metaKey: false, altKey: false, target: null };
const press = (key: string, more: object = {}) => ({ ...free, key, ...more });
const on = (tag: string) => ({ target: new Place(tag) as unknown as EventTarget });

describe('the keys of a list', () => {
  it.each([
    ['j', 0, 1],
    ['j', 1, 2],
    ['k', 2, 1],
    ['k', 1, 0],
    ['J', 0, 1],
    ['K', 2, 1],
  ])('should lead with %s from row %i to row %i', (key, at, to) => {
    expect(keyLeads(press(key), 3, at)).toBe(to);
  });
  it('should not lead below the last row', () => {
    expect(keyLeads(press('j'), 3, 2)).toBeNull();
  });
  it('should not lead above the first row', () => {
    expect(keyLeads(press('k'), 3, 0)).toBeNull();
  });
  it('should open the row with Enter', () => {
    expect(keyLeads(press('Enter'), 3, 1)).toBe('open');
  });
  it.each(['j', 'k', 'Enter'])('should do nothing with %s where the list is empty', (key) => {
    expect(keyLeads(press(key), 0, 0)).toBeNull();
  });
  it.each(['a', 'ArrowDown', ' ', 'Escape'])('should leave %p to the browser', (key) => {
    expect(keyLeads(press(key), 3, 1)).toBeNull();
  });
  it.each(['ctrlKey', 'metaKey', 'altKey'])('should leave shortcuts with %s to the browser', (held) => {
    expect(keyLeads(press('j', { [held]: true }), 3, 0)).toBeNull();
  });
  it('should be silent while Chinese is being composed', () => {
    expect(keyLeads(press('j', { isComposing: true }), 3, 0)).toBeNull();
  });
  it.each(['input', 'textarea', 'select', '[contenteditable]', '[role="combobox"]'])(
    'should be silent inside %s',
    (tag) => {
      expect(keyLeads(press('j', on(tag)), 3, 0)).toBeNull();
    },
  );
  it.each(['a', 'button', 'summary'])('should leave Enter to %s that has the focus', (tag) => {
    expect(keyLeads(press('Enter', on(tag)), 3, 0)).toBeNull();
  });
  it('should still go down while a link of the list has the focus', () => {
    expect(keyLeads(press('j', on('a')), 3, 0)).toBe(1);
  });
});
