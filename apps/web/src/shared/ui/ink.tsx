import type { SignOffSheet } from '../api/types';
import { inkBox } from '../ink';

type Ink = NonNullable<SignOffSheet['steps'][number]['ink']>;

/** What somebody wrote by hand, cut to what is written; said in words for who does not see it. */
export const InkPicture = ({ ink: { path, x, y, width, height }, words }: { ink: Ink; words: string }) => (
  <svg
    role="img"
    aria-label={words}
    className="ink-picture"
    viewBox={`${x} ${y} ${width} ${height}`}
    style={{ width: `${((width / inkBox.width) * 100).toFixed(1)}%` }}
  >
    <path d={path} />
  </svg>
);
