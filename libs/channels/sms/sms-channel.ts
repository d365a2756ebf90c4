import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type Channel, errorLine, type Outcome, type Outgoing } from '../channel';
import { shortened, wordsOf } from '../words';

/** What an adapter to a provider of text messages has to do. `key` is the same for every attempt: the provider's own number, if it takes one. */
export interface SmsGateway {
  send(message: { readonly to: string; readonly text: string; readonly key: string }): Promise<Outcome>;
}

/** Two parts of a long text message. */
const LONGEST_SMS = 134;

/** Text messages through whatever gateway the house has. */
export class SmsChannel implements Channel {
  constructor(private readonly gateway: SmsGateway) {}

  send(message: Outgoing): Promise<Outcome> {
    const text = shortened(wordsOf('sms', message), LONGEST_SMS);
    return this.gateway.send({ to: message.address, text, key: message.key });
  }
}

/**
 * Lays each message as a JSON file `{to, text, key}` into a folder, from which the house's own program sends it. Written beside and
 * renamed, so that a half file is never seen; the same message twice is the same file.
 */
export class SmsOutbox implements SmsGateway {
  constructor(private readonly directory: string) {}

  async send(message: {
    readonly to: string;
    readonly text: string;
    readonly key: string;
  }): Promise<Outcome> {
    const file = join(this.directory, `${message.key}.json`);
    try {
      await mkdir(this.directory, { recursive: true, mode: 0o700 });
      await writeFile(`${file}.part`, `${JSON.stringify(message)}\n`, { mode: 0o600 });
      await rename(`${file}.part`, file);
      return { end: 'sent', providerId: message.key };
    } catch (error) {
      return { end: 'later', error: errorLine(error) };
    }
  }
}
