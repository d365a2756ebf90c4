import type { OutsideChannel } from '@fuhan/rules';

/** What a channel is asked to bring to one address. */
export interface Outgoing {
  readonly address: string;
  /** Names the message at the other end; the same for every attempt. */
  readonly key: string;
  readonly kind: string;
  readonly title: string;
  readonly body: string;
  /** The whole address of exactly the thing to do. */
  readonly link: string;
  /** Whom it concerns: one name for a person's own address, all of the unit for its robot. */
  readonly names: readonly string[];
  readonly createdAt: Date;
}

/** How an attempt ended. `unknown`: the other end may have it and did not say so; it is never sent again blindly. */
export type Outcome =
  | { readonly end: 'sent'; readonly providerId: string | null }
  | { readonly end: 'later' | 'refused' | 'unknown'; readonly error: string };

/** A way out of the house. Never throws for what the other end does: every end is an outcome. */
export interface Channel {
  send(message: Outgoing): Promise<Outcome>;
}

/** The channels of this installation; one that is not set up is missing. */
export type Channels = { readonly [C in OutsideChannel]?: Channel };

const LONGEST_ERROR = 300;

/** What went wrong, in one line short enough to keep. */
export const errorLine = (error: unknown): string =>
  [...(error instanceof Error ? error.message : String(error)).replace(/[\s\p{Cc}]+/gu, ' ').trim()]
    .slice(0, LONGEST_ERROR)
    .join('');
