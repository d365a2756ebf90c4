import type { DelegationReason } from '@fuhan/contracts';
import type { DateString } from '@fuhan/kernel';
import type { Duty } from '@fuhan/rules';
import { Column, Entity, PrimaryColumn } from 'typeorm';

@Entity()
export class Unit {
  @PrimaryColumn('uuid') id: string;
  @Column('text') code: string;
  @Column('text') name: string;
  /** As letters call it: 市科技局. */
  @Column('text') shortName: string;
  @Column('boolean', { default: true }) active: boolean;
  @Column('integer', { default: 1 }) version: number;
}

@Entity()
export class UnitAlias {
  @PrimaryColumn('text') alias: string;
  @Column('uuid') unitId: string;
}

@Entity()
export class Office {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') unitId: string;
  @Column('text') name: string;
}

@Entity()
export class Person {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') unitId: string;
  @Column('uuid', { nullable: true }) officeId: string | null;
  @Column('text') name: string;
  @Column('text') account: string;
  @Column('text') passwordHash: string;
  @Column('text', { nullable: true }) phone: string | null;
  @Column('text', { nullable: true }) mail: string | null;
  @Column('timestamptz', { nullable: true }) disabledAt: Date | null;
  @Column('integer', { default: 1 }) version: number;
}

@Entity()
export class PersonDuty {
  @PrimaryColumn('uuid') personId: string;
  @PrimaryColumn('text') duty: Duty;
}

/** 委托代办: some of a person's own duties, with a colleague of the same unit from one day to another, both included. */
@Entity()
export class Delegation {
  @PrimaryColumn('uuid') id: string;
  @Column('uuid') fromPerson: string;
  @Column('uuid') toPerson: string;
  @Column('text', { array: true }) duties: Duty[];
  @Column('date') fromOn: DateString;
  @Column('date') untilOn: DateString;
  @Column('text') reason: DelegationReason;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz', { nullable: true }) revokedAt: Date | null;
}

@Entity()
export class LoginSession {
  @PrimaryColumn('text') tokenHash: string;
  @Column('uuid') personId: string;
  @Column('timestamptz') createdAt: Date;
  @Column('timestamptz') lastSeenAt: Date;
  @Column('timestamptz') expiresAt: Date;
}

/** Wrong passwords by the account that was typed, whether or not there is one. */
@Entity()
export class LoginFailure {
  @PrimaryColumn('text') account: string;
  @Column('integer') failures: number;
  @Column('timestamptz') lastAt: Date;
  @Column('timestamptz', { nullable: true }) lockedUntil: Date | null;
}
