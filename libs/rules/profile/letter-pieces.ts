import { type LetterKind, letterKinds, ownPieces, shippedPiece } from '@fuhan/letter-engine';
import { pieceNames } from './piece-names';
import type { PlaceProfile } from './profile';

/** One passage of the letters that a place words itself, or may. */
export interface LetterPiece {
  /** Where it stands in its file: `closings/variants/thanks`, `letters/chase/closing`. */
  readonly path: string;
  readonly file: 'wording.yaml' | 'classes.yaml';
  readonly kind: LetterKind;
  /** The letter engine's name of it. */
  readonly piece: string;
  readonly label: string;
  /** The place's own words; null: it has none, and the usual ones are printed. */
  readonly template: string | null;
  /** What the product says by itself; null where every place says it itself. */
  readonly usual: string | null;
}

type Variants = 'openings' | 'closings' | 'annotations';
const variantPieces: Readonly<Record<Variants, string>> = {
  openings: 'opening',
  closings: 'closing',
  annotations: 'annotation',
};
const pronounNames = { member: '一位委员或代表', joint: '几位联名', organisation: '单位', sector: '界别' };

const ofReply = (path: string, piece: string, template: string, label = pieceNames[piece]!): LetterPiece => ({
  ...{ path, file: 'wording.yaml', kind: 'reply', piece, label, template, usual: null },
});

const variantPiece = (part: Variants, name: string, template: string | null, usual?: string): LetterPiece => {
  const piece = variantPieces[part];
  const label = `${pieceNames[piece]!}：${name}${name === usual ? '（通常用这一种）' : ''}`;
  return { ...ofReply(`${part}/variants/${name}`, piece, '', label), template };
};

const variantsOf = ({ wording }: PlaceProfile, part: Variants): LetterPiece[] =>
  Object.entries(wording[part].variants).map(([name, template]) =>
    variantPiece(part, name, template, wording[part].default),
  );

function replyPieces(profile: PlaceProfile): LetterPiece[] {
  const { wording, verdicts } = profile;
  const { merged, pronouns, publication } = wording;
  const keysOf = <T extends object>(of: T) => Object.keys(of) as (keyof T & string)[];
  return [
    ofReply('title', 'title', wording.title),
    ofReply('addressee', 'addressee', wording.addressee),
    ...variantsOf(profile, 'openings'),
    ...keysOf(pronounNames).map((who) =>
      ofReply(`pronouns/${who}`, 'pronoun', pronouns[who], `称呼：${pronounNames[who]}`),
    ),
    ofReply('heading', 'heading', wording.heading),
    ...keysOf(verdicts).map((verdict) => ({
      ...ofReply(`verdicts/${verdict}/printed`, `verdict-${verdict}`, verdicts[verdict].printed),
      file: 'classes.yaml' as const,
    })),
    ...variantsOf(profile, 'closings'),
    ofReply('signature', 'signature', wording.signature),
    ...variantsOf(profile, 'annotations'),
    ...keysOf(publication).map((mark) =>
      ofReply(`publication/${mark}`, `publication-${mark}`, publication[mark]),
    ),
    ofReply('copyTo', 'copyTo', wording.copyTo),
    ofReply('merged/title', 'title', merged.title, '并案答复的标题'),
    ofReply('merged/opening', 'opening', merged.opening, '并案答复的开头'),
  ];
}

/** The pieces a kind has for itself, and the shared ones that the place words for it alone. */
function piecesOfKind({ wording }: PlaceProfile, kind: LetterKind): LetterPiece[] {
  const given: Readonly<Record<string, string | undefined>> = wording.letters[kind] ?? {};
  return [...new Set<string>([...ownPieces[kind], ...Object.keys(given)])].map((piece) => ({
    ...{ path: `letters/${kind}/${piece}`, file: 'wording.yaml' as const, kind, piece },
    label: pieceNames[piece] ?? piece,
    template: given[piece] ?? null,
    usual: shippedPiece(kind, piece),
  }));
}

/** Every passage a place words or may word, letter by letter, in the order in which it is printed. */
export const letterPieces = (profile: PlaceProfile): LetterPiece[] => [
  ...replyPieces(profile),
  ...letterKinds.flatMap((kind) => piecesOfKind(profile, kind)),
];

const NEW_VARIANT = /^(openings|closings|annotations)\/variants\/([^/]{1,40})$/;

/** The passage at a path; also a variant that does not exist yet. */
export function pieceAt(profile: PlaceProfile, path: string): LetterPiece | undefined {
  const known = letterPieces(profile).find((each) => each.path === path);
  const [, part, name] = (known ? null : NEW_VARIANT.exec(path)) ?? [];
  return known ?? (part && name ? variantPiece(part as Variants, name, null) : undefined);
}

/** A passage that reads otherwise in two profiles; null: the place says nothing of its own. */
export interface PieceChange {
  readonly piece: LetterPiece;
  readonly before: string | null;
  readonly after: string | null;
}

/** What differs in the letters' wording between two profiles, passage by passage. */
export function pieceChanges(before: PlaceProfile, after: PlaceProfile): PieceChange[] {
  const byPath = (profile: PlaceProfile) => new Map(letterPieces(profile).map((each) => [each.path, each]));
  const [old, now] = [byPath(before), byPath(after)];
  return [...new Map([...old, ...now]).values()]
    .map((piece) => ({
      piece,
      before: old.get(piece.path)?.template ?? null,
      after: now.get(piece.path)?.template ?? null,
    }))
    .filter((change) => change.before !== change.after);
}
