import type { WordingChange } from '../../shared/api/types';
import { Differences } from '../../shared/ui/text';

/** Passages that read otherwise: what went struck out, what came underlined. */
export function ChangesList({ changes }: { changes: readonly WordingChange[] }) {
  if (changes.length === 0) return <p className="quiet">用语没有不同。</p>;
  return (
    <ul className="lines">
      {changes.map(({ piece, kindName, label, before, after }) => (
        <li key={piece}>
          <p className="quiet">
            {kindName} · {label}
            {before === null && '：原来没有自己的写法'}
            {after === null && '：不再有自己的写法'}
          </p>
          <Differences before={before ?? ''} after={after ?? ''} />
        </li>
      ))}
    </ul>
  );
}
