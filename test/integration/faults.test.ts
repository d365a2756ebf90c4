import { describeEachBackend } from '@fuhan/testing';
import { runFaults } from '../faults/run';

/** The short form of `npm run faults`: the same program, fewer clocks. */
describeEachBackend('a house that is killed again and again', ({ name }) => {
  it('should lose no reminder, tell nobody twice and nothing early, and keep its audit chain and its numbers whole', async () => {
    const outcome = await runFaults({
      backend: name === 'Redis' ? 'redis' : 'postgres',
      ...{ seconds: 10, cases: 4, letters: 2, everyMs: 800 },
      say: (line) => void process.stdout.write(`${line}\n`),
    });
    expect(outcome).toMatchObject({ lost: 0, doubled: 0, early: 0, broken: [] });
    expect(outcome.reminders).toBeGreaterThan(100);
    expect(outcome.faults).toBeGreaterThanOrEqual(name === 'Redis' ? 8 : 5);
  }, 180_000);
});
