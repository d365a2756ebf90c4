import { duties, dutiesAreCompatible, type Duty, dutyNames } from './duties';

const administrators: Duty[] = ['system_admin', 'security_admin', 'audit_admin'];
const pairs = dutyNames.flatMap((one) =>
  dutyNames.filter((two) => two > one).map((two) => [one, two] as const),
);

describe('dutiesAreCompatible', () => {
  it('should let anybody hold one duty, or none', () => {
    expect([[], ...dutyNames.map((duty) => [duty])].filter((held) => !dutiesAreCompatible(held))).toEqual([]);
  });

  it.each(pairs)('should keep an administrator to that one duty: %s with %s', (one, two) => {
    const separate = !administrators.includes(one) && !administrators.includes(two);
    expect(dutiesAreCompatible([one, two])).toBe(separate);
  });

  it('should find the administrator among many', () => {
    expect(dutiesAreCompatible(['drafter', 'reviewer', 'audit_admin'])).toBe(false);
  });

  it('should count three administrators', () => {
    expect(dutyNames.filter((duty) => duties[duty].admin)).toEqual(administrators);
  });
});
