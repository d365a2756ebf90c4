import { Select } from 'antd';
import { type Edits, type Piece, wordsIn } from './edits';

interface Props {
  readonly pieces: readonly Piece[];
  readonly edits: Edits;
  readonly chosen: Piece;
  readonly choose: (piece: Piece) => void;
}

const stateOf = (edits: Edits, piece: Piece): string => {
  if (edits[piece.piece] !== undefined) return '有改动';
  return wordsIn(edits, piece) === null ? '通行写法' : '';
};

/** The letters, and the passages of the one that is chosen. */
export function PiecesList({ pieces, edits, chosen, choose }: Props) {
  const kinds = [...new Map(pieces.map(({ kind, kindName }) => [kind, kindName]))];
  const firstOf = (kind: string): Piece | undefined => pieces.find((each) => each.kind === kind);
  return (
    <nav className="card pad wording-pieces" aria-label="各段用语">
      <Select
        aria-label="哪一种函"
        value={chosen.kind}
        onChange={(kind: string) => {
          const first = firstOf(kind);
          if (first) choose(first);
        }}
        options={kinds.map(([value, label]) => ({ value, label }))}
      />
      <ul>
        {pieces
          .filter(({ kind }) => kind === chosen.kind)
          .map((each) => (
            <li key={each.piece}>
              <button type="button" aria-current={each.piece === chosen.piece} onClick={() => choose(each)}>
                <span>{each.label}</span>
                <small>{stateOf(edits, each)}</small>
              </button>
            </li>
          ))}
      </ul>
    </nav>
  );
}
