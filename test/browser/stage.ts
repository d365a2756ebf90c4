import type { Browser } from 'playwright-core';
import { Hand } from './hand';
import { enter, open, type Size, type Visit, visit } from './visit';

/** Others may work on this machine: a step that is slow is not one that fails. */
const PATIENCE_MS = 20_000;

/** One window of each size in which people come and go: a browser that was here before has the program compiled. */
export class Stage {
  private readonly windows = new Map<Size, Visit>();

  constructor(
    private readonly browser: Browser,
    private readonly url: string,
  ) {}

  /** A person comes, signed in where an account is named, and opens an address. */
  async come(account: string | undefined, size: Size = 'desk', path = '/todo'): Promise<Hand> {
    const window = this.windows.get(size) ?? (await visit(this.browser, this.url, size));
    this.windows.set(size, window);
    window.page.setDefaultTimeout(PATIENCE_MS);
    // What the page of the one who leaves still asks for must not be asked as somebody else.
    await window.page.goto('about:blank');
    await enter(window.page.context(), this.url, account);
    await open(window.page, path);
    return new Hand(window.page);
  }

  /** What the console and the policy complained of in any window. */
  get complaints(): string[] {
    return [...this.windows.values()].flatMap(({ complaints }) => complaints);
  }

  async close(): Promise<void> {
    await Promise.all([...this.windows.values()].map((each) => each.close()));
  }
}
