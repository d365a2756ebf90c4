import type { ErrorEntry } from './catalogue';
import { caseworkErrors } from './casework.errors';
import { channelErrors } from './channels.errors';
import { intakeErrors } from './intake.errors';
import { letterErrors } from './letter.errors';
import { platformErrors } from './platform.errors';
import { rulesErrors } from './rules.errors';

/** The one catalogue: every code the product can answer with. */
export const errorCatalogue = {
  ...platformErrors,
  ...caseworkErrors,
  ...intakeErrors,
  ...letterErrors,
  ...channelErrors,
  ...rulesErrors,
} as const;

export type ErrorCode = keyof typeof errorCatalogue;
export type ErrorParams = Readonly<Record<string, string | number>>;

const fill = (message: string, params: ErrorParams): string =>
  message.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));

/** An error a person can act on: code, Chinese sentence, HTTP status. */
export class FuhanError extends Error {
  readonly status: ErrorEntry['status'];

  constructor(
    readonly code: ErrorCode,
    readonly params: ErrorParams = {},
    readonly extra: Readonly<Record<string, unknown>> = {},
  ) {
    super(fill(errorCatalogue[code].message, params));
    this.name = 'FuhanError';
    this.status = errorCatalogue[code].status;
  }
}
