import { PersonalLinks } from './links';

const delivery = '018f0000-0000-7000-8000-000000000001';
const links = new PersonalLinks(Buffer.from('the key of this house'), 'https://fuhan.example');

describe('a personal link', () => {
  it('should be the same each time, so that it can be shown again though it is not stored', () => {
    expect(links.tokenOf(delivery)).toBe(links.tokenOf(delivery));
  });

  it('should be another for each delivery', () => {
    expect(links.tokenOf(delivery)).not.toBe(links.tokenOf(delivery.replace(/1$/, '2')));
  });

  it('should be another in a house with another key, though the delivery be the same', () => {
    const other = new PersonalLinks(Buffer.from('the key of another house'), 'https://fuhan.example');
    expect(other.tokenOf(delivery)).not.toBe(links.tokenOf(delivery));
  });

  it('should carry 256 bits in letters that need no escaping in an address', () => {
    expect(links.tokenOf(delivery)).toMatch(/^[\w-]{43}$/);
  });

  it('should not contain the delivery’s id', () => {
    expect(Buffer.from(links.tokenOf(delivery), 'base64url').toString('latin1')).not.toContain(delivery);
  });

  it('should be a whole address that can be printed on a letter', () => {
    expect(links.addressOf(delivery)).toBe(`https://fuhan.example/f/${links.tokenOf(delivery)}`);
  });

  it('should be kept as a digest from which the token cannot be read', () => {
    const token = links.tokenOf(delivery);
    expect([links.digestOf(token) === token, links.digestOf(token)]).toEqual([
      false,
      expect.stringMatching(/^[0-9a-f]{64}$/),
    ]);
  });

  it('should be told from one with a single letter changed', () => {
    const token = links.tokenOf(delivery);
    const changed = `${token.startsWith('A') ? 'B' : 'A'}${token.slice(1)}`;
    expect(links.digestOf(changed)).not.toBe(links.digestOf(token));
  });
});
