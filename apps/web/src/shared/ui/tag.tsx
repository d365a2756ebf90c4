import type { ReactNode } from 'react';

export type Tint = 'plain' | 'blue' | 'green' | 'red' | 'amber';

/** A word in a box. The tint helps the eye; the word says it. */
export const Tag = ({ tint = 'plain', children }: { tint?: Tint; children: ReactNode }) => (
  <span className={`tag tag-${tint}`}>{children}</span>
);
