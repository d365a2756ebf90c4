import { randomBytes, randomUUID } from 'node:crypto';

/** A new row's id. */
export const newId = (): string => randomUUID();

/** An unguessable token for a link or a session: 256 bits, safe in an address. */
export const newToken = (): string => randomBytes(32).toString('base64url');
