export interface FieldError {
  readonly path: string;
  readonly message: string;
}

/** What went wrong, in the server's own words: `application/problem+json`. */
export class Problem extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    readonly detail: string,
    readonly errors: readonly FieldError[] = [],
  ) {
    super(detail);
    this.name = 'Problem';
  }
}

/** The failure behind an answer; an answer that is no problem document (a proxy's page) gets words of our own. */
export async function problemOf(response: Response): Promise<Problem> {
  const body = (await response.json().catch(() => null)) as {
    code?: string;
    detail?: string;
    errors?: FieldError[];
  } | null;
  return new Problem(
    response.status,
    body?.code ?? 'unknown',
    body?.detail ?? `服务器没有给出可读的回答（${response.status}），请稍后再试。`,
    body?.errors,
  );
}

/** Any thrown thing as a problem; a `TypeError` of fetch means that no answer came. */
export const asProblem = (error: unknown): Problem =>
  error instanceof Problem
    ? error
    : new Problem(0, 'offline', '没有连上服务器：请检查网络，已填写的内容仍在本页，可以再试一次。');
