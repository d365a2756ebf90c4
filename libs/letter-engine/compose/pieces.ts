import type { LetterKind } from '../model/model';
import type { WordsOverride } from './words';

/**
 * The pieces of wording of a reply, which a single reply may replace too: the files straight under
 * templates/letters/partials. Other kinds use them as well where they have no words of their own.
 */
export const wordingNames = [
  'title',
  'addressee',
  'opening',
  'pronoun',
  'heading',
  'verdict-adopted',
  'verdict-partly',
  'verdict-not_now',
  'verdict-not_ours',
  'verdict-noted',
  'closing',
  'signature',
  'annotation',
  'publication-active',
  'publication-on_request',
  'publication-none',
  'copyTo',
] as const;
export type WordingName = (typeof wordingNames)[number];

/** The words a kind has for itself: the files under templates/letters/partials/<kind>. */
export const ownPieces = {
  reply: [],
  opinion: ['title', 'addressee', 'opening', 'pronoun', 'commitment', 'closing'],
  handOver: [
    'title',
    'addressee',
    'opening',
    'pronoun',
    'heading-tasks',
    'tasks',
    'part',
    'heading-limits',
    'limits',
    'heading-requirements',
    'requirements',
    'closing',
  ],
  opinionRequest: ['title', 'addressee', 'opening', 'pronoun', 'question', 'until', 'closing'],
  returnRequest: [
    'title',
    'addressee',
    'opening',
    'pronoun',
    'heading-reasons',
    'heading-suggested',
    'suggested',
    'closing',
  ],
  extension: [
    'title',
    'addressee',
    'opening',
    'pronoun',
    'heading-progress',
    'heading-reasons',
    'heading-plan',
    'plan',
    'closing',
  ],
  chase: ['title', 'addressee', 'opening', 'pronoun', 'state', 'request', 'closing'],
  correction: ['title', 'opening', 'correction', 'effect', 'closing'],
  commentRequest: [
    'title',
    'opening',
    'link',
    'closing',
    'copyTo',
    'form-title',
    'form-proposer',
    'form-handler',
    'form-note',
    'ratings',
    'label-number',
    'label-subject',
    'label-proposer',
    'label-handler',
    'label-reply',
    'label-handling',
    'label-result',
    'label-reasons',
    'label-comments',
    'label-signature',
    'signature-line',
  ],
} as const satisfies Record<LetterKind, readonly string[]>;

/**
 * Words for the case itself, the same in every kind; other pieces print them as {{caseName}} and {{caseNumber}}:
 * 市政协八届五次会议第085001号提案, 提案第085001号.
 */
export const casePieces = ['caseName', 'caseNumber'] as const;

/** A piece of a kind: `title` for the reply's and the shared ones, `opinion.title` for a kind's own. */
export type PieceName =
  | WordingName
  | (typeof casePieces)[number]
  | { [K in LetterKind]: `${K}.${(typeof ownPieces)[K][number] | WordingName}` }[LetterKind];

/**
 * Handlebars templates by the name of the piece; what is absent keeps its default. `words` replaces single words for one
 * kind of proposal.
 */
export type LetterWording = Readonly<Partial<Record<PieceName, string>>> & {
  readonly words?: WordsOverride | undefined;
};

/** Every piece the template of `kind` may print: its own and the shared ones. */
export const piecesOf = (kind: LetterKind): readonly string[] => [
  ...new Set<string>([...ownPieces[kind], ...wordingNames, ...casePieces]),
];

const isOwn = (kind: LetterKind, piece: string): boolean =>
  (ownPieces[kind] as readonly string[]).includes(piece);

/** Where the default of a piece lies, below templates/letters/partials. */
export const pieceFile = (kind: LetterKind, piece: string): string =>
  isOwn(kind, piece) ? `${kind}/${piece}` : piece;

/** The words somebody put in the place of a piece: those for this kind, else, where the kind has none itself, for all. */
export function replacementOf(wording: LetterWording, kind: LetterKind, piece: string): string | undefined {
  const given = wording as Readonly<Record<string, unknown>>;
  const find = (name: string): string | undefined => {
    const words = Object.hasOwn(given, name) ? given[name] : undefined;
    return typeof words === 'string' ? words : undefined;
  };
  return find(`${kind}.${piece}`) ?? (isOwn(kind, piece) ? undefined : find(piece));
}
