import type { LetterBlock } from '../model/model';

export interface NamedParty {
  readonly name: string;
}
export type ProposerKind = 'member' | 'joint' | 'organisation' | 'sector';
export interface ProposerField extends NamedParty {
  readonly kind: ProposerKind;
  /** The words the letter addresses, where they are not the usual ones ("某某委员"). */
  readonly salutation?: string | null;
}
export type VerdictCode = 'adopted' | 'partly' | 'not_now' | 'not_ours' | 'noted';
export type PublicationCode = 'active' | 'on_request' | 'none';

export interface SectionField {
  readonly suggestion: { readonly title: string } | null;
  /** Words of its own instead of the composed heading. */
  readonly heading: string | null;
  readonly verdict: VerdictCode | null;
  readonly blocks: readonly LetterBlock[];
}

/** Everything a reply letter is composed from: rows as data, no printed text. */
export interface LetterFields {
  readonly issuer: NamedParty;
  readonly documentNumber: string | null;
  readonly outcomeClass: string | null;
  /** Whether the class is printed; it stays data either way. */
  readonly printClass: boolean;
  readonly proposal: { readonly number: string; readonly title: string; readonly kind: string };
  readonly session: {
    readonly term: number;
    readonly meeting: number;
    /** 十三届四次会议 */
    readonly text: string;
    /** 市政协 */
    readonly committee: string;
  };
  readonly proposers: readonly ProposerField[];
  /** In the order of the hand-over. */
  readonly coHandlers: readonly NamedParty[];
  /** Who always gets a copy, before the co-handlers. */
  readonly fixedRecipients: readonly NamedParty[];
  readonly sections: readonly SectionField[];
  /** Paragraphs between the opening and the first section. */
  readonly prose: readonly string[];
  readonly contacts: readonly { readonly name: string; readonly phone: string | null }[];
  readonly publication: PublicationCode;
  /** YYYY-MM-DD, or null while the letter is a draft. */
  readonly date: string | null;
  readonly signers: readonly NamedParty[];
}

/** The pieces of wording a place or a letter may replace: the files under templates/letters/partials. */
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

/** Handlebars templates over `LetterFields`, by name. What is absent keeps its default. */
export type LetterWording = Readonly<Partial<Record<WordingName, string>>>;
