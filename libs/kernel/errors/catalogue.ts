/** What one error code says: the HTTP status it is answered with, and a Chinese sentence that says what to do next. */
export interface ErrorEntry {
  readonly status: 400 | 401 | 403 | 404 | 409 | 413 | 415 | 422 | 429 | 500 | 503;
  /** `{name}` places are filled from the error's parameters. */
  readonly message: string;
}

/** Keeps the codes of a part of the catalogue as literal types. */
export const defineErrors = <T extends Record<string, ErrorEntry>>(entries: T): T => entries;
