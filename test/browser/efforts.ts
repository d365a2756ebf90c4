import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Effort, Hand } from './hand';

const page = path.resolve(__dirname, '../../docs/first-minutes.md');

/** Who did what, and what it cost in clicks, keys and characters. */
export class Efforts {
  private readonly counted = new Map<string, Effort>();

  /** Adds what a hand did to the work of a role. */
  add(work: string, { effort }: Hand): void {
    const { clicks, keys, typed } = this.counted.get(work) ?? { clicks: 0, keys: 0, typed: 0 };
    this.counted.set(work, {
      clicks: clicks + effort.clicks,
      keys: keys + effort.keys,
      typed: typed + effort.typed,
    });
  }

  /** The rows of the table as `docs/first-minutes.md` has them. */
  get rows(): string[] {
    return [...this.counted].map(
      ([work, { clicks, keys, typed }]) => `| ${work} | ${clicks} | ${keys} | ${typed} |`,
    );
  }

  /** Works that cost more clicks or keys than the page says, or that it does not know. */
  grown(): string[] {
    const written = new Map(
      readFileSync(page, 'utf8')
        .split('\n')
        .map((line) => line.split('|').map((cell) => cell.trim()))
        .map(([, work = '', clicks, keys]) => [work, Number(clicks) + Number(keys)]),
    );
    return [...this.counted].flatMap(([work, { clicks, keys }]) => {
      const most = written.get(work);
      return most !== undefined && clicks + keys <= most
        ? []
        : [`${work}: ${clicks} clicks and ${keys} keys`];
    });
  }
}
