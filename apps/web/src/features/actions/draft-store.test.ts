import { forgetTyped, keepTyped, typedFor } from './draft-store';

const memory = () => {
  const kept = new Map<string, string>();
  return {
    getItem: (key: string) => kept.get(key) ?? null,
    setItem: (key: string, value: string) => void kept.set(key, value),
    removeItem: (key: string) => void kept.delete(key),
  };
};
const typed = { base: 'v1', values: { body: '我局意见' } };

describe('what was typed', () => {
  it('should come back for the same button', () => {
    const store = memory();
    keepTyped('/drafts/1/save-section', typed, store);
    expect(typedFor('/drafts/1/save-section', store)).toEqual(typed);
  });
  it('should not come back for another button', () => {
    const store = memory();
    keepTyped('/drafts/1/save-section', typed, store);
    expect(typedFor('/drafts/2/save-section', store)).toBeNull();
  });
  it('should be gone when it was sent', () => {
    const store = memory();
    keepTyped('x', typed, store);
    forgetTyped('x', store);
    expect(typedFor('x', store)).toBeNull();
  });
  it('should never hold a password', () => {
    const store = memory();
    keepTyped('x', { base: '', values: { password: '1234567890' } }, store);
    expect(typedFor('x', store)).toBeNull();
  });
  it('should count as none when the note is damaged', () => {
    const store = memory();
    store.setItem('fuhan:typed:x', '{oops');
    expect(typedFor('x', store)).toBeNull();
  });
  it('should not stop the typing when the browser keeps nothing', () => {
    const full = {
      ...memory(),
      setItem: () => {
        throw new Error('QuotaExceededError');
      },
    };
    expect(() => keepTyped('x', typed, full)).not.toThrow();
  });
});
