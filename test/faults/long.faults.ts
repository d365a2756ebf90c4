import { appendFileSync } from 'node:fs';
import { describeEachBackend } from '@fuhan/testing';
import { runFaults } from './run';

/** What `npm run faults` runs. Its last lines go to the launcher, which prints them when all else has been said. */
describeEachBackend('a house that is killed again and again', ({ name }) => {
  it('should lose no reminder, tell nobody twice and nothing early, and keep its audit chain and its numbers whole', async () => {
    const outcome = await runFaults({
      backend: name === 'Redis' ? 'redis' : 'postgres',
      ...{ seconds: 150, cases: 44, letters: 8, everyMs: 2_500 },
      say: (line) => void process.stdout.write(`${line}\n`),
    });
    appendFileSync(process.env.FUHAN_FAULTS_VERDICT ?? '/dev/null', `${outcome.line}\n`);
    expect(outcome).toMatchObject({ lost: 0, doubled: 0, early: 0, broken: [] });
    expect(outcome.clocks).toBeGreaterThanOrEqual(2_000);
  });
});
