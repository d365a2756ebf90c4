import { Problem } from '../../shared/api/problem';
import type { LocalCopy } from './local-copy';
import type { Piece, SectionText } from './pieces';
import { SectionKeeper, type Stored } from './section-keeper';

const text = (...bodies: string[]): SectionText => ({
  heading: null,
  verdict: null,
  pieces: bodies.map((body, i): Piece => ({ id: `p${i}`, kind: 'paragraph', body, sources: [] })),
});

/** A server with one section, a browser's store, and a keeper between them. */
function desk(options: { copy?: LocalCopy; server?: Stored } = {}) {
  const server: { now: Stored } = { now: options.server ?? { version: 1, text: text('甲', '乙') } };
  const store: { copy: LocalCopy | null } = { copy: options.copy ?? null };
  const trouble: { next: Problem | null } = { next: null };
  const keeper = new SectionKeeper(server.now, {
    newId: () => 'new',
    now: () => 0,
    copies: {
      read: () => store.copy,
      keep: (copy) => {
        store.copy = copy;
      },
      forget: () => {
        store.copy = null;
      },
    },
    async send(next, version) {
      if (trouble.next) throw trouble.next;
      if (version !== server.now.version) throw new Problem(409, 'version.stale', '');
      server.now = { version: version + 1, text: next };
    },
    fetch: async () => server.now,
  });
  return { keeper, server, store, trouble };
}

describe('a section while it is written', () => {
  beforeEach(() => jest.useFakeTimers());
  afterEach(() => jest.useRealTimers());

  it('should be kept in the browser from the first letter on', () => {
    const { keeper, store } = desk();
    keeper.change(text('甲改', '乙'));
    expect(store.copy?.mine).toEqual(text('甲改', '乙'));
  });

  it('should be with the server within two seconds, and then no longer in the browser', async () => {
    const { keeper, server, store } = desk();
    keeper.change(text('甲改', '乙'));
    await jest.advanceTimersByTimeAsync(2_000);
    expect([server.now.text, store.copy, keeper.read().state]).toEqual([text('甲改', '乙'), null, 'saved']);
  });

  it('should save once what was typed in one go', async () => {
    const { keeper, server } = desk();
    for (const typed of ['甲一', '甲一二', '甲一二三']) keeper.change(text(typed, '乙'));
    await jest.advanceTimersByTimeAsync(2_000);
    expect(server.now.version).toBe(2);
  });

  it('should not save where nothing was changed', async () => {
    const { keeper, server } = desk();
    keeper.change(text('甲', '乙'));
    await keeper.flush();
    expect(server.now.version).toBe(1);
  });

  it('should try again by itself when the connection was lost', async () => {
    const { keeper, server, trouble } = desk();
    trouble.next = new Problem(0, 'offline', '');
    keeper.change(text('甲改', '乙'));
    await jest.advanceTimersByTimeAsync(2_000);
    expect(keeper.read().state).toBe('offline');
    trouble.next = null;
    await jest.advanceTimersByTimeAsync(6_000);
    expect(server.now.text).toEqual(text('甲改', '乙'));
  });

  it('should stay in the browser when the session is over', async () => {
    const { keeper, store, trouble } = desk();
    trouble.next = new Problem(401, 'session.none', '');
    keeper.change(text('甲改', '乙'));
    await jest.advanceTimersByTimeAsync(2_000);
    expect([keeper.read().state, store.copy?.mine]).toEqual(['signedOut', text('甲改', '乙')]);
  });

  it('should stay in the browser, with the reason, when the server refuses', async () => {
    const { keeper, store, trouble } = desk();
    trouble.next = new Problem(409, 'state.moved-on', '已经送审');
    keeper.change(text('甲改', '乙'));
    await jest.advanceTimersByTimeAsync(2_000);
    expect([keeper.read().state, keeper.read().problem?.detail]).toEqual(['refused', '已经送审']);
    expect(store.copy).not.toBeNull();
  });

  it('should come back after the tab has crashed, and be saved', async () => {
    const copy = { version: 1, base: text('甲', '乙'), mine: text('甲改', '乙') };
    const { keeper, server } = desk({ copy });
    expect(keeper.read().text).toEqual(copy.mine);
    await jest.advanceTimersByTimeAsync(100);
    expect(server.now.text).toEqual(copy.mine);
  });

  it('should be merged with what others wrote while the tab was away', async () => {
    const copy = { version: 1, base: text('甲', '乙'), mine: text('甲改', '乙') };
    const { server } = desk({ copy, server: { version: 2, text: text('甲', '乙改') } });
    await jest.advanceTimersByTimeAsync(2_000);
    expect(server.now.text).toEqual(text('甲改', '乙改'));
  });

  it('should be merged when somebody else saved first', async () => {
    const { keeper, server } = desk();
    server.now = { version: 2, text: text('甲', '乙改') };
    keeper.change(text('甲改', '乙'));
    await jest.advanceTimersByTimeAsync(4_000);
    expect([server.now.text, keeper.read().state]).toEqual([text('甲改', '乙改'), 'saved']);
  });

  it('should overwrite nobody: where both changed one passage it waits for a decision', async () => {
    const { keeper, server } = desk();
    server.now = { version: 2, text: text('他的', '乙') };
    keeper.change(text('我的', '乙'));
    await jest.advanceTimersByTimeAsync(10_000);
    expect([server.now.text, keeper.read().state]).toEqual([text('他的', '乙'), 'clash']);
    keeper.decide(keeper.read().clashes[0]!, 'theirs');
    await jest.advanceTimersByTimeAsync(2_000);
    expect([server.now.text, keeper.read().state]).toEqual([text('他的', '乙'), 'saved']);
  });

  it('should take over what a colleague saved while nothing was typed', () => {
    const { keeper } = desk();
    keeper.serverHas({ version: 2, text: text('甲', '乙改') });
    expect([keeper.read().text, keeper.read().revision]).toEqual([text('甲', '乙改'), 1]);
  });

  it('should know its own words when the answer to a save was lost', async () => {
    const { keeper, server } = desk();
    keeper.change(text('甲改', '乙'));
    server.now = { version: 2, text: text('甲改', '乙') };
    await jest.advanceTimersByTimeAsync(4_000);
    expect([server.now.version, keeper.read().state]).toEqual([2, 'saved']);
  });
});
