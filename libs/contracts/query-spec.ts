import type { z } from 'zod';

/** One thing that is asked for, as the API and its description have it. */
export interface QuerySpec {
  readonly method: 'get' | 'post' | 'delete';
  /** Below `/api`, with `{name}` places. */
  readonly path: string;
  readonly summary: string;
  readonly tag: string;
  /** True where no sign-in is needed. */
  readonly open?: boolean;
  readonly query?: z.ZodObject;
  readonly body?: z.ZodType;
  /** JSON unless a media type is named. */
  readonly answer: z.ZodType | { readonly media: string };
  readonly status?: number;
}
