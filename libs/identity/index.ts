import { LoginFailure, LoginSession, Office, Person, PersonDuty, Unit, UnitAlias } from './entities';

export * from './entities';
export * from './house.usecases';
export * from './passwords';
export * from './people.queries';
export * from './sessions';

export const identityEntities = [
  Unit,
  UnitAlias,
  Office,
  Person,
  PersonDuty,
  LoginSession,
  LoginFailure,
] as const;
