import type { DataSource } from 'typeorm';
import { inTransaction } from './database';

/** A database on which each attempt ends like this. */
const endingWith = (...errors: Error[]): DataSource => {
  let attempt = 0;
  return {
    transaction: () => {
      const error = errors[attempt++];
      return error ? Promise.reject(error) : Promise.resolve('done');
    },
  } as unknown as DataSource;
};
const withCode = (code: string): Error => Object.assign(new Error(code), { code });
const work = () => Promise.resolve('done');

describe('a transaction', () => {
  it.each([
    ['Connection terminated unexpectedly'],
    // What pg says of every statement after the one with which the session was lost: a command has not failed by its own fault.
    ['Client has encountered a connection error and is not queryable'],
    ['timeout exceeded when trying to connect'],
  ])('should say that the service is unavailable when the driver says: %s', async (message) => {
    await expect(inTransaction(endingWith(new Error(message)), work)).rejects.toMatchObject({
      code: 'service.unavailable',
    });
  });

  it.each(['57P01', '08006', '53300', 'ECONNREFUSED'])('should say so for %s', async (code) => {
    await expect(inTransaction(endingWith(withCode(code)), work)).rejects.toMatchObject({
      code: 'service.unavailable',
    });
  });

  it('should be tried again when it was the victim of a deadlock, four times in all', async () => {
    const deadlock = withCode('40P01');
    await expect(inTransaction(endingWith(deadlock, deadlock, deadlock), work)).resolves.toBe('done');
    await expect(inTransaction(endingWith(deadlock, deadlock, deadlock, deadlock), work)).rejects.toBe(
      deadlock,
    );
  });

  it('should leave other errors as they are', async () => {
    const error = withCode('23505');
    await expect(inTransaction(endingWith(error), work)).rejects.toBe(error);
  });
});
