import { z } from 'zod';

/** One of the keys of a table of words. */
export const keys = <T extends Record<string, string>>(labels: T) =>
  z.enum(Object.keys(labels) as [keyof T & string, ...(keyof T & string)[]]);

export const uuid = z.uuid();

export const day = z.iso.date();
