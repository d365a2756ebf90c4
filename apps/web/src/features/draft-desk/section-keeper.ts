import type { Problem } from '../../shared/api/problem';
import type { LocalCopies } from './local-copy';
import { type Clash, decide, type Decision, merge } from './merge';
import type { SectionText } from './pieces';

/** A section as the server has it. */
export interface Stored {
  readonly version: number;
  readonly text: SectionText;
}

/** saved: the server has every word. waiting: it will have them in a moment. offline, signedOut, refused: this browser keeps them. */
export type SaveState = 'saved' | 'waiting' | 'saving' | 'offline' | 'signedOut' | 'clash' | 'refused';

export interface Keeping {
  readonly state: SaveState;
  readonly text: SectionText;
  /** Counts up whenever the text was changed by somebody other than the editor. */
  readonly revision: number;
  readonly clashes: readonly Clash[];
  /** Why the server refused, in its words. */
  readonly problem: Problem | null;
  /** Somebody else's changes were taken into the text. */
  readonly mergedOthers: boolean;
  readonly savedAt: number | null;
}

interface Ways {
  /** Saves, or throws a `Problem`. */
  send(text: SectionText, version: number): Promise<void>;
  /** Asks for what the server has now. */
  fetch(): Promise<Stored>;
  readonly copies: LocalCopies;
  readonly newId: () => string;
  now(): number;
}

const PAUSE_MS = 1_200;
const AGAIN_MS = 5_000;
const STALE = 'version.stale';

const same = (a: SectionText, b: SectionText): boolean => JSON.stringify(a) === JSON.stringify(b);
const stateFor = ({ status }: Problem): SaveState =>
  status === 0 || status >= 500 ? 'offline' : status === 401 ? 'signedOut' : 'refused';

/** One section while it is written: typed, kept in this browser, saved, merged with what others write. Nothing typed is lost. */
export class SectionKeeper {
  private stored: Stored;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private sending: Promise<void> | null = null;
  private readonly listeners = new Set<() => void>();
  private now: Keeping;

  constructor(
    stored: Stored,
    private readonly ways: Ways,
  ) {
    this.stored = stored;
    this.now = {
      state: 'saved',
      text: stored.text,
      revision: 0,
      clashes: [],
      problem: null,
      mergedOthers: false,
      savedAt: null,
    };
    const copy = ways.copies.read();
    if (copy) this.restore(copy);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
  readonly read = (): Keeping => this.now;

  /** The editor says what stands there now. */
  change(text: SectionText): void {
    if (same(text, this.now.text)) return;
    this.keepLocally(text);
    if (this.now.state === 'clash') return this.set({ text });
    this.set({ text, state: this.now.state === 'saving' ? 'saving' : 'waiting', mergedOthers: false });
    this.later(PAUSE_MS);
  }

  /** Saves now what is not saved yet. */
  async flush(): Promise<void> {
    clearTimeout(this.timer);
    if (this.sending) await this.sending;
    if (this.now.state === 'clash') return;
    if (same(this.now.text, this.stored.text)) return this.settled();
    this.sending = this.save().finally(() => {
      this.sending = null;
    });
    await this.sending;
  }

  /** The server has been asked: what it has is taken over, or merged with what is being written. */
  serverHas(next: Stored): void {
    if (next.version <= this.stored.version || this.sending) return;
    this.take(next);
  }

  /** A person decides one clash; after the last one the text is saved. */
  decide(clash: Clash, decision: Decision): void {
    const text = decide(this.now.text, clash, decision, this.ways.newId);
    const clashes = this.now.clashes.filter((each) => each !== clash);
    this.keepLocally(text);
    this.set({ text, clashes, revision: this.now.revision + 1 });
    if (clashes.length > 0) return;
    this.set({ state: 'waiting' });
    this.later(0);
  }

  private settled(): void {
    this.ways.copies.forget();
    if (this.now.state !== 'saved') this.set({ state: 'saved', problem: null });
  }

  private restore({ version, base, mine }: { version: number; base: SectionText; mine: SectionText }): void {
    const server = this.stored;
    this.stored = { version, text: base };
    this.now = { ...this.now, text: mine, state: 'waiting' };
    if (server.version > version) this.take(server);
    else this.stored = server;
    if (this.now.state === 'waiting') this.later(0);
  }

  private take(next: Stored): void {
    const { text, clashes } = merge(this.stored.text, this.now.text, next.text);
    const others = !same(this.now.text, text);
    this.stored = next;
    const saved = same(text, next.text);
    if (saved) this.ways.copies.forget();
    else this.keepLocally(text);
    this.set({
      text,
      clashes,
      state: clashes.length > 0 ? 'clash' : saved ? 'saved' : 'waiting',
      revision: others ? this.now.revision + 1 : this.now.revision,
      mergedOthers: others && !saved,
    });
    if (this.now.state === 'waiting') this.later(PAUSE_MS);
  }

  private async save(): Promise<void> {
    const { text } = this.now;
    const { version } = this.stored;
    this.set({ state: 'saving', problem: null });
    try {
      await this.ways.send(text, version);
      this.stored = { version: version + 1, text };
      if (same(text, this.now.text)) {
        this.ways.copies.forget();
        this.set({ state: 'saved', savedAt: this.ways.now() });
      } else {
        this.keepLocally(this.now.text);
        this.set({ state: 'waiting', savedAt: this.ways.now() });
        this.later(PAUSE_MS);
      }
    } catch (error) {
      await this.failed(error as Problem);
    }
  }

  private async failed(problem: Problem): Promise<void> {
    if (problem.code === STALE) {
      try {
        return this.take(await this.ways.fetch());
      } catch (error) {
        return this.failed(error as Problem);
      }
    }
    const state = stateFor(problem);
    this.set({ state, problem });
    if (state === 'offline') this.later(AGAIN_MS);
  }

  private keepLocally(mine: SectionText): void {
    this.ways.copies.keep({ version: this.stored.version, base: this.stored.text, mine });
  }

  private later(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  private set(change: Partial<Keeping>): void {
    this.now = { ...this.now, ...change };
    for (const listener of this.listeners) listener();
  }
}
