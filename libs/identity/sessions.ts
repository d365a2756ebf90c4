import { createHash } from 'node:crypto';
import { FuhanError, newToken } from '@fuhan/kernel';
import type { Actor } from '@fuhan/rules';
import { appendAudit, inTransaction } from '@fuhan/platform';
import type { DataSource } from 'typeorm';
import { actorOf } from './people.queries';
import { LoginSession, Person } from './entities';
import { passwordMatches } from './passwords';

const FAILURES_BEFORE_LOCK = 5;
const LOCK_MINUTES = 15;

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
    const person = await this.dataSource.manager.findOneBy(Person, { account });
    if (person?.lockedUntil && person.lockedUntil > now) {
      throw new FuhanError('session.locked', {
        minutes: Math.ceil((person.lockedUntil.getTime() - now.getTime()) / 60_000),
      });
    }
    const matches = await passwordMatches(person?.passwordHash ?? null, password);
    if (!person || !matches || person.disabledAt) {
      await this.countFailure(account, person, now);
      throw new FuhanError('session.wrong-credentials');
    }
    const token = newToken();
    await inTransaction(this.dataSource, async (em) => {
      await em.update(Person, { id: person.id }, { failedLogins: 0, lockedUntil: null });
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

  private async countFailure(account: string, person: Person | null, now: Date): Promise<void> {
    await inTransaction(this.dataSource, async (em) => {
      if (person) {
        const lockedUntil = minutesLater(now, LOCK_MINUTES);
        await em.query(
          `UPDATE person SET failed_logins = CASE WHEN failed_logins + 1 >= $2 THEN 0 ELSE failed_logins + 1 END,
             locked_until = CASE WHEN failed_logins + 1 >= $2 THEN $3::timestamptz ELSE locked_until END WHERE id = $1`,
          [person.id, FAILURES_BEFORE_LOCK, lockedUntil],
        );
      }
      await appendAudit(em, {
        actor: account,
        action: 'session.refused',
        object: person?.id ?? '',
        detail: {},
      });
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
    return found ? actorOf(this.dataSource.manager, found.id) : null;
  }

  async signOut(token: string): Promise<void> {
    await this.dataSource.manager.delete(LoginSession, { tokenHash: digest(token) });
  }
}
