import {
  Delegation,
  LoginFailure,
  LoginSession,
  Office,
  Person,
  PersonDuty,
  Unit,
  UnitAlias,
} from './entities';

export * from './delegations.queries';
export * from './entities';
export * from './hold-person';
export * from './house-use-case';
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
  Delegation,
  LoginSession,
  LoginFailure,
] as const;
