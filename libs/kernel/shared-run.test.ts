import { answeredRun, sharedRun } from './shared-run';

/** Work that is ended by hand, and counts how often it began. */
function handMade<R>(sharing: (work: () => Promise<string>) => R) {
  const ends: ((value: string) => void)[] = [];
  const failures: ((error: Error) => void)[] = [];
  const run = sharing(
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
    const { run, ends, settle } = handMade(sharedRun);
    const asked = [run(), run(), run()];
    await settle();
    ends[0]?.('one');
    expect(await Promise.all(asked)).toEqual(['one', 'one', 'one']);
    expect(ends).toHaveLength(1);
  });

  it('should begin again for those who ask while it runs, once for all of them', async () => {
    const { run, ends, settle } = handMade(sharedRun);
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
    const { run, ends, settle } = handMade(sharedRun);
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
    const { run, ends, failures, settle } = handMade(sharedRun);
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

describe('a run somebody answers for', () => {
  it('should let all but the first leave at once', async () => {
    const { run, ends, settle } = handMade(answeredRun);
    let left = 0;
    const asked = Array.from({ length: 3 }, () => run.first().then(() => left++));
    await settle();
    expect(left).toBe(2);
    ends[0]?.('one');
    await Promise.all(asked);
    expect(ends).toHaveLength(1);
  });

  it('should have somebody wait for the run that begins after the one at work', async () => {
    const { run, ends, settle } = handMade(answeredRun);
    const first = run.first();
    await settle();
    let later = false;
    const second = run.first().then(() => (later = true));
    ends[0]?.('one');
    await first;
    await settle();
    expect([ends.length, later]).toEqual([2, false]);
    ends[1]?.('two');
    await second;
  });

  it('should not take one who waits with all for the one who answers', async () => {
    const { run, failures, settle } = handMade(answeredRun);
    const quiet = run.all().catch(() => 'heard');
    const answering = run.first();
    await settle();
    failures[0]?.(new Error('broken'));
    await expect(answering).rejects.toThrow('broken');
    expect(await quiet).toBe('heard');
  });
});
