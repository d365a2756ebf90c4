import type { Locator, Page } from 'playwright-core';

/** What a piece of work cost the one who did it. */
export interface Effort {
  readonly clicks: number;
  readonly keys: number;
  readonly typed: number;
}

/** Whoever works at a page: clicks, presses keys and writes, and counts it. */
export class Hand {
  private clicks = 0;
  private keys = 0;
  private typed = 0;

  constructor(readonly page: Page) {}

  get effort(): Effort {
    return { clicks: this.clicks, keys: this.keys, typed: this.typed };
  }

  async click(target: Locator): Promise<void> {
    this.clicks++;
    await target.click();
  }

  /** One press of a key, of several together where they are joined by a plus. */
  async press(key: string): Promise<void> {
    this.keys++;
    await this.page.keyboard.press(key);
  }

  /** Writes where the cursor stands. */
  async type(words: string): Promise<void> {
    this.typed += [...words].length;
    await this.page.keyboard.insertText(words);
  }

  /** Goes into a field with the mouse and writes there, in the place of what stands in it. */
  async write(field: Locator, words: string): Promise<void> {
    this.clicks++;
    this.typed += [...words].length;
    await field.fill(words);
  }

  /** Chooses a file; the window of the machine that asks for it counts as one click. */
  async give(field: Locator, file: { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    this.clicks += 2;
    await field.setInputFiles(file);
  }

  /** Opens a list of the browser's own and takes an entry. */
  async pick(control: Locator, label: string): Promise<void> {
    this.clicks += 2;
    await control.selectOption({ label });
  }

  /** Opens a list and takes the entry with these words. */
  async choose(control: Locator, words: string): Promise<void> {
    this.clicks += 2;
    await control.click();
    await this.page.locator('.ant-select-item-option:visible').filter({ hasText: words }).first().click();
  }
}
