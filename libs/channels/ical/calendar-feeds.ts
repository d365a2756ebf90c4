import { createHash, createHmac } from 'node:crypto';
import { Person } from '@fuhan/identity';
import { newId } from '@fuhan/kernel';
import type { EntityManager } from 'typeorm';
import { CalendarFeed } from '../entities';

const digestOf = (token: string): string => createHash('sha256').update(token).digest('hex');

/** The secret addresses of people's calendars: derived from a nonce and a key outside the database, which keeps only a digest. */
export class CalendarFeeds {
  constructor(
    private readonly key: Buffer,
    private readonly publicUrl: string,
  ) {}

  private tokenOf(nonce: string): string {
    return createHmac('sha256', this.key).update(nonce).digest('base64url');
  }

  private addressOf(nonce: string): string {
    return `${this.publicUrl}/ical/${this.tokenOf(nonce)}.ics`;
  }

  /** The person's address; null where there is none. */
  async address(em: EntityManager, personId: string): Promise<string | null> {
    const feed = await em.findOneBy(CalendarFeed, { personId });
    return feed && this.addressOf(feed.nonce);
  }

  /** Gives the person a new address; an older one is dead from now on. */
  async renew(em: EntityManager, personId: string, now: Date): Promise<string> {
    const nonce = newId();
    const feed = { personId, nonce, tokenDigest: digestOf(this.tokenOf(nonce)), createdAt: now };
    await em.upsert(CalendarFeed, feed, ['personId']);
    return this.addressOf(nonce);
  }

  async revoke(em: EntityManager, personId: string): Promise<void> {
    await em.delete(CalendarFeed, { personId });
  }

  /** Whose calendar a token opens; null for a wrong or revoked one and for a person who has left. */
  async personOf(em: EntityManager, token: string): Promise<Person | null> {
    const feed = await em.findOneBy(CalendarFeed, { tokenDigest: digestOf(token) });
    const person = feed && (await em.findOneBy(Person, { id: feed.personId }));
    return person && person.disabledAt === null ? person : null;
  }
}
