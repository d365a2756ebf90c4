import { hashPassword, passwordMatches } from './passwords';

const PASSWORD = '五月的海风-2026';
let stored: string;

beforeAll(async () => {
  stored = await hashPassword(PASSWORD);
});

describe('a password as it is stored', () => {
  it('should be argon2id with 19 MiB, two passes and one lane', () => {
    expect(stored).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/);
  });

  it('should not hold the password', () => {
    expect(stored).not.toContain(PASSWORD);
  });

  it('should be another each time, so that equal passwords do not show', async () => {
    expect(await hashPassword(PASSWORD)).not.toBe(stored);
  });

  it('should have 16 bytes of salt of its own', () => {
    const salt = stored.split('$')[4] ?? '';
    expect(Buffer.from(salt, 'base64')).toHaveLength(16);
  });
});

describe('a password that is typed', () => {
  it('should match when it is the one', async () => {
    expect(await passwordMatches(stored, PASSWORD)).toBe(true);
  });

  it('should match any of the hashes made of it', async () => {
    expect(await passwordMatches(await hashPassword(PASSWORD), PASSWORD)).toBe(true);
  });

  it.each([
    ['in other letters', PASSWORD.replace('五', '六')],
    ['with a blank before', ` ${PASSWORD}`],
    ['with a blank after', `${PASSWORD} `],
    ['cut short', PASSWORD.slice(0, -1)],
    ['made longer', `${PASSWORD}0`],
    ['empty', ''],
  ])('should not match %s', async (_how, typed) => {
    expect(await passwordMatches(stored, typed)).toBe(false);
  });

  it('should tell capitals from small letters', async () => {
    const hash = await hashPassword('Harbour-2026');
    expect(await passwordMatches(hash, 'harbour-2026')).toBe(false);
  });

  it('should be read to its last letter, however long', async () => {
    const long = '长'.repeat(200);
    expect(await passwordMatches(await hashPassword(long), `${long.slice(0, -1)}短`)).toBe(false);
  });

  it('should match nobody when there is no such person', async () => {
    expect(await passwordMatches(null, PASSWORD)).toBe(false);
  });

  it('should match nobody even when it is the one of the decoy', async () => {
    expect(await passwordMatches(null, 'nobody has this password')).toBe(false);
  });

  it('should be compared in parallel without one answer becoming another’s', async () => {
    const typed = [PASSWORD, 'wrong', PASSWORD, 'wrong too'];
    const answers = await Promise.all(typed.map((each) => passwordMatches(stored, each)));
    expect(answers).toEqual([true, false, true, false]);
  });
});
