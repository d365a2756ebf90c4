import { createHash } from 'node:crypto';
import { FuhanError, newToken, shanghaiDate } from '@fuhan/kernel';
import type { Actor } from '@fuhan/rules';
import { announce, appendAudit, inTransaction } from '@fuhan/platform';
import type { DataSource } from 'typeorm';
import { actorOf } from './people.queries';
import { LoginFailure, LoginSession, Person } from './entities';
import { passwordMatches } from './passwords';

const FAILURES_BEFORE_LOCK = 5;
const LOCK_MINUTES = 15;
/** Old failures are forgotten: the table cannot be filled for good by typing names. */
const FORGET_MINUTES = 24 * 60;

export interface SessionLimits {
  readonly idleMinutes: number;
  readonly hours: number;
}

const digest = (token: string): string => createHash('sha256').update(token).digest('hex');
const minutesLater = (from: Date, minutes: number): Date => new Date(from.getTime() + minutes * 60_000);

/** Sign-in and sessions: the server keeps them, so that disabling a person ends them at once. */
export class Sessions {
  constructor(
    private readonly dataSource: DataSource,
    private readonly limits: SessionLimits,
  ) {}

  /**
   * Checks the password and opens a session; the token goes into the cookie, only its digest is stored.
   * @throws FuhanError `session.wrong-credentials` (the same for an unknown account), `session.locked`
   */
  async signIn(account: string, password: string, now: Date): Promise<{ token: string; person: Person }> {
    const em = this.dataSource.manager;
    const failure = await em.findOneBy(LoginFailure, { account });
    if (failure?.lockedUntil && failure.lockedUntil > now) {
      const minutes = Math.ceil((failure.lockedUntil.getTime() - now.getTime()) / 60_000);
      throw new FuhanError('session.locked', { minutes });
    }
    const person = await em.findOneBy(Person, { account });
    const matches = await passwordMatches(person?.passwordHash ?? null, password);
    if (!person || !matches || person.disabledAt) {
      await this.countFailure(account, now);
      throw new FuhanError('session.wrong-credentials');
    }
    const token = newToken();
    await inTransaction(this.dataSource, async (em) => {
      await em.delete(LoginFailure, { account });
      const expiresAt = minutesLater(now, this.limits.hours * 60);
      await em.insert(LoginSession, {
        tokenHash: digest(token),
        personId: person.id,
        createdAt: now,
        lastSeenAt: now,
        expiresAt,
      });
      await appendAudit(em, {
        actor: person.account,
        action: 'session.signIn',
        object: person.id,
        detail: {},
      });
    });
    return { token, person };
  }

  /** Counts by the account as typed: one that does not exist is locked like one that does. */
  private async countFailure(account: string, now: Date): Promise<void> {
    const lockedUntil = minutesLater(now, LOCK_MINUTES);
    await inTransaction(this.dataSource, async (em) => {
      await em.query(
        `INSERT INTO login_failure AS f (account, failures, last_at) VALUES ($1, 1, $2)
         ON CONFLICT (account) DO UPDATE SET last_at = $2,
           failures = CASE WHEN f.failures + 1 >= $3 THEN 0 ELSE f.failures + 1 END,
           locked_until = CASE WHEN f.failures + 1 >= $3 THEN $4::timestamptz ELSE f.locked_until END`,
        [account, now, FAILURES_BEFORE_LOCK, lockedUntil],
      );
      await em.query('DELETE FROM login_failure WHERE last_at < $1', [minutesLater(now, -FORGET_MINUTES)]);
      await appendAudit(em, { actor: account, action: 'session.refused', object: account, detail: {} });
    });
  }

  /** Who holds this token now; null when the session idled out, expired, or its person was disabled. */
  async actor(token: string, now: Date): Promise<Actor | null> {
    const idle = minutesLater(now, -this.limits.idleMinutes);
    const [rows] = (await this.dataSource.query(
      `UPDATE login_session s SET last_seen_at = $2 FROM person p
       WHERE s.token_hash = $1 AND s.last_seen_at > $3 AND s.expires_at > $2 AND p.id = s.person_id AND p.disabled_at IS NULL
       RETURNING s.person_id AS id`,
      [digest(token), now, idle],
    )) as [{ id: string }[]];
    const found = rows[0];
    return found ? actorOf(this.dataSource.manager, found.id, shanghaiDate(now)) : null;
  }

  /** The same as `actor` without counting as activity: what a page that stands open asks for itself keeps nobody signed in. */
  async peek(token: string, now: Date): Promise<Actor | null> {
    const idle = minutesLater(now, -this.limits.idleMinutes);
    const [found] = (await this.dataSource.query(
      `SELECT s.person_id AS id FROM login_session s JOIN person p ON p.id = s.person_id
       WHERE s.token_hash = $1 AND s.last_seen_at > $3 AND s.expires_at > $2 AND p.disabled_at IS NULL`,
      [digest(token), now, idle],
    )) as { id: string }[];
    return found ? actorOf(this.dataSource.manager, found.id, shanghaiDate(now)) : null;
  }

  /** Ends a session; its live connections end with it. */
  async signOut(token: string): Promise<void> {
    await inTransaction(this.dataSource, async (em) => {
      const [rows] = (await em.query(
        'DELETE FROM login_session WHERE token_hash = $1 RETURNING person_id AS id',
        [digest(token)],
      )) as [{ id: string }[]];
      await announce(
        em,
        rows.map(({ id: person }) => ({ person })),
      );
    });
  }
}
