import { z } from 'zod';

/** A command that needs no more than its target. */
export const nothing = z.strictObject({});

/** The version its writer saw. */
export const version = z.number().int().min(1).meta({ title: '版本', widget: 'hidden' });
