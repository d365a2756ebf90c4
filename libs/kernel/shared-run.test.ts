import { sharedRun } from './shared-run';

/** Work that is ended by hand, and counts how often it began. */
function handMade() {
  const ends: ((value: string) => void)[] = [];
  const failures: ((error: Error) => void)[] = [];
  const run = sharedRun(
    () =>
      new Promise<string>((done, failed) => {
        ends.push(done);
        failures.push(failed);
      }),
  );
  const settle = async (): Promise<void> => {
    for (let i = 0; i < 10; i++) await Promise.resolve();
  };
  return { run, ends, failures, settle };
}

describe('a shared run', () => {
  it('should begin once for all who ask before it begins', async () => {
    const { run, ends, settle } = handMade();
    const asked = [run(), run(), run()];
    await settle();
    ends[0]?.('one');
    expect(await Promise.all(asked)).toEqual(['one', 'one', 'one']);
    expect(ends).toHaveLength(1);
  });

  it('should begin again for those who ask while it runs, once for all of them', async () => {
    const { run, ends, settle } = handMade();
    const first = run();
    await settle();
    const later = [run(), run()];
    await settle();
    expect(ends).toHaveLength(1);
    ends[0]?.('one');
    await settle();
    ends[1]?.('two');
    expect([await first, ...(await Promise.all(later))]).toEqual(['one', 'two', 'two']);
  });

  it('should begin anew when it is asked after the end', async () => {
    const { run, ends, settle } = handMade();
    const first = run();
    await settle();
    ends[0]?.('one');
    await first;
    const second = run();
    await settle();
    ends[1]?.('two');
    expect(await second).toBe('two');
  });

  it('should tell its own askers of a failure, and run for the next ones all the same', async () => {
    const { run, ends, failures, settle } = handMade();
    const first = run();
    await settle();
    const second = run();
    failures[0]?.(new Error('broken'));
    await expect(first).rejects.toThrow('broken');
    await settle();
    ends[1]?.('two');
    expect(await second).toBe('two');
  });
});
