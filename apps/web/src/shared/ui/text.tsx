import { differences } from '../diff';
import { paragraphsOf } from '../format';

/** What a person wrote, paragraph by paragraph as it will be read. */
export function Prose({ text }: { text: string }) {
  return (
    <div className="prose">
      {paragraphsOf(text).map((paragraph, i) => (
        <p key={i}>{paragraph}</p>
      ))}
    </div>
  );
}

/** What was changed between two texts: struck out and underlined, so that it reads without colour. */
export function Differences({ before, after }: { before: string; after: string }) {
  return (
    <p className="prose differences">
      {differences(before, after).map(({ kind, text }, i) =>
        kind === 'removed' ? <del key={i}>{text}</del> : kind === 'added' ? <ins key={i}>{text}</ins> : text,
      )}
    </p>
  );
}
