import { FuhanError } from '@fuhan/kernel';
import type { EntityManager } from 'typeorm';
import { Person } from './entities';

/**
 * A person who, until this transaction ends, is neither disabled nor leaves. It never waits: who changes the person at this moment
 * may itself be waiting for what we hold.
 * @returns null where there is no such person
 * @throws FuhanError `request.conflict` when somebody is changing the person
 */
export async function holdPerson(em: EntityManager, id: string): Promise<Person | null> {
  const held = (await em.query('SELECT id FROM person WHERE id = $1 FOR SHARE SKIP LOCKED', [
    id,
  ])) as unknown[];
  const person = await em.findOneBy(Person, { id });
  if (person && held.length === 0) throw new FuhanError('request.conflict');
  return person;
}
