import type { LiveFeed } from '@fuhan/channels';
import { unreadCount } from '@fuhan/clocks';
import { loadSnapshot } from '@fuhan/casework';
import { type LiveChange, log } from '@fuhan/platform';
import { type Actor, maySee } from '@fuhan/rules';
import type { MessageEvent } from '@nestjs/common';
import { Observable, type Subscriber } from 'rxjs';
import type { House } from '../house';

interface Viewer {
  readonly actor: Actor;
  readonly token: string;
  readonly stream: Subscriber<MessageEvent>;
}

/** Several changes of one case within this time are told once. */
const TOGETHER_MS = 150;
const BEAT_MS = 15_000;
/** A person's pages beyond this number lose the oldest connection. */
const STREAMS_EACH = 10;

/** The open pages of this process: each hears of its person's own news and of the cases that person may see, and nothing of what they say. */
export class LiveStreams {
  private readonly viewers = new Set<Viewer>();
  /** Who changed what since the last telling. */
  private readonly changed = new Map<string, Set<string | null>>();
  private telling: NodeJS.Timeout | undefined;
  private beating: NodeJS.Timeout | undefined;
  private deaf: (() => void) | undefined;

  constructor(
    private readonly house: House,
    private readonly feed: LiveFeed,
  ) {}

  /** The stream of one page; it begins with the unread count and ends with the session. */
  open(actor: Actor, token: string): Observable<MessageEvent> {
    return new Observable((stream) => {
      const viewer = { actor, token, stream };
      this.start();
      this.viewers.add(viewer);
      const mine = [...this.viewers].filter((each) => each.actor.personId === actor.personId);
      if (mine.length > STREAMS_EACH) mine[0]?.stream.complete();
      this.guarded(() => this.tellUnread([viewer]));
      return () => void this.viewers.delete(viewer);
    });
  }

  private start(): void {
    this.deaf ??= this.feed.listen({
      changed: (change) => this.hear(change),
      missed: () => this.guarded(() => this.tellMissed()),
    });
    this.beating ??= setInterval(() => this.guarded(() => this.beat()), BEAT_MS);
  }

  private hear(change: LiveChange): void {
    if (this.viewers.size === 0) return;
    if ('person' in change) {
      const mine = [...this.viewers].filter(({ actor }) => actor.personId === change.person);
      if (mine.length > 0) this.guarded(async () => this.tellUnread(await this.stillSignedIn(mine)));
      return;
    }
    this.changed.set(change.case, (this.changed.get(change.case) ?? new Set()).add(change.by));
    this.telling ??= setTimeout(() => this.guarded(() => this.tellCases()), TOGETHER_MS);
  }

  private async tellUnread(viewers: readonly Viewer[]): Promise<void> {
    for (const { actor, stream } of viewers) {
      const unread = await unreadCount(this.house.dataSource.manager, actor.personId);
      stream.next({ type: 'unread', data: { unread } });
    }
  }

  /** `others`: somebody else than this person had a hand in it. */
  private async tellCases(): Promise<void> {
    this.telling = undefined;
    const changed = [...this.changed];
    this.changed.clear();
    for (const [id, by] of changed) {
      const snapshot = await loadSnapshot(this.house.dataSource.manager, id, this.house.clock.today());
      if (!snapshot) continue;
      for (const { actor, stream } of this.viewers) {
        if (!maySee(snapshot, actor)) continue;
        const others = [...by].some((personId) => personId !== actor.personId);
        stream.next({ type: 'case', data: { id, others } });
      }
    }
  }

  /** After an outage nobody knows what was missed: the pages look for themselves. */
  private async tellMissed(): Promise<void> {
    for (const { stream } of this.viewers) stream.next({ type: 'missed', data: {} });
    await this.tellUnread([...this.viewers]);
  }

  private async beat(): Promise<void> {
    for (const { stream } of await this.stillSignedIn([...this.viewers]))
      stream.next({ type: 'beat', data: {} });
  }

  /** Ends the streams of sessions that are over, and returns the others. */
  private async stillSignedIn(viewers: readonly Viewer[]): Promise<Viewer[]> {
    const { sessions, clock } = this.house;
    const stay: Viewer[] = [];
    for (const viewer of viewers) {
      if (await sessions.peek(viewer.token, clock.now())) stay.push(viewer);
      else viewer.stream.complete();
    }
    return stay;
  }

  /** A database that is away ends no stream: the pages go on asking by themselves. */
  private guarded(work: () => Promise<void>): void {
    work().catch((error: unknown) =>
      log.warn(`live: ${error instanceof Error ? error.message : String(error)}`),
    );
  }

  /** Ends every stream, so that the server can stop. */
  async close(): Promise<void> {
    clearTimeout(this.telling);
    clearInterval(this.beating);
    this.deaf?.();
    for (const { stream } of [...this.viewers]) stream.complete();
    await this.feed.close();
  }
}
