import { MovableClock, systemClock } from './clock';
import { newId, newToken } from './ids';

describe('clocks', () => {
  it('should show the moment they were moved to', () => {
    const clock = new MovableClock();
    clock.moveTo(new Date('2026-02-23T15:59:00Z'));
    expect(Math.abs(clock.now().getTime() - Date.parse('2026-02-23T15:59:00Z'))).toBeLessThan(1000);
  });

  it('should have the legal day of Shanghai when it is past midnight there', () => {
    const clock = new MovableClock();
    clock.moveTo(new Date('2026-02-23T16:00:01Z'));
    expect(clock.today()).toBe('2026-02-24');
  });

  it('should run on after being moved', async () => {
    const clock = new MovableClock();
    clock.moveTo(new Date('2026-02-23T16:00:00Z'));
    const before = clock.now().getTime();
    await new Promise((done) => setTimeout(done, 15));
    expect(clock.now().getTime()).toBeGreaterThan(before);
  });

  it('should be the machine’s when nobody moved it', () => {
    expect(Math.abs(systemClock.now().getTime() - Date.now())).toBeLessThan(1000);
  });
});

describe('ids and tokens', () => {
  const many = (make: () => string): Set<string> => new Set(Array.from({ length: 1000 }, make));

  it('should never be the same twice', () => {
    expect([many(newId).size, many(newToken).size]).toEqual([1000, 1000]);
  });

  it('should hold 256 bits in a token, safe in an address', () => {
    expect(newToken()).toMatch(/^[\w-]{43}$/);
  });
});
