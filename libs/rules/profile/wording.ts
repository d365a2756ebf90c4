import { FuhanError, withoutTitle } from '@fuhan/kernel';
import type { LetterWording } from '@fuhan/letter-engine';
import type { ProposerRole } from '../proposal-kinds';
import type { PlaceProfile } from './profile';

/** What one letter takes of the place's wording, where not the default: names of variants, and the pronoun itself. */
export interface WordingChoice {
  readonly opening?: string;
  readonly closing?: string;
  readonly annotation?: string;
  /** 贵委, 贵会 … instead of the pronoun of the proposer's kind. */
  readonly pronoun?: string;
}

/** `letters.opinion.title` of the profile as the piece `opinion.title`. */
const ownPieces = (letters: PlaceProfile['wording']['letters']): LetterWording =>
  Object.fromEntries(
    Object.entries(letters).flatMap(([kind, pieces]) =>
      Object.entries(pieces ?? {}).flatMap(([piece, words]) =>
        words === undefined ? [] : [[`${kind}.${piece}`, words]],
      ),
    ),
  );

/** Title and opening of one letter that answers several proposals, instead of the usual ones. */
export const mergedWording = ({ wording: { merged } }: PlaceProfile): LetterWording => ({
  title: merged.title,
  opening: merged.opening,
});

interface Addressee {
  readonly name: string;
  readonly kind: 'member' | 'joint' | 'organisation' | 'sector';
  readonly salutation?: string;
}
interface AddressedProposer {
  readonly name: string;
  readonly kind: 'member' | 'organisation' | 'sector';
  readonly role: ProposerRole;
}

/** The line of addressees of one proposal as the place has it: every name, or 甲等5名委员 from so many members on. */
export function addresseesOf(
  { wording: { addressees } }: PlaceProfile,
  proposers: readonly AddressedProposer[],
  member: string,
): Addressee[] {
  const chosen = proposers.filter(({ role }) => addressees.seconders || role !== 'seconder');
  const named = (chosen.length > 0 ? chosen : proposers).map(({ name, kind }) => ({
    name: kind === 'member' ? withoutTitle(name, member) : name,
    kind,
  }));
  const members = named.filter(({ kind }) => kind === 'member');
  const most = addressees.namesAtMost ?? Infinity;
  const [first] = members;
  if (first === undefined || members.length <= most) return named;
  const salutation = `${first.name}等${members.length}名${member}`;
  return [{ name: first.name, kind: 'joint', salutation }, ...named.filter(({ kind }) => kind !== 'member')];
}

type Variants = PlaceProfile['wording']['openings'];

/**
 * The place's wording as the letter engine takes it: Handlebars templates by the name of the letter's piece.
 * A letter that words a piece itself spreads its own template over the result.
 * @throws FuhanError `profile.unknown-wording` for a variant the place does not have
 */
export function letterWording(profile: PlaceProfile, choice: WordingChoice = {}): LetterWording {
  const { wording, verdicts } = profile;
  const pick = (piece: string, { default: usual, variants }: Variants, name = usual): string => {
    const variant = Object.hasOwn(variants, name) ? variants[name] : undefined;
    if (variant !== undefined) return variant;
    throw new FuhanError('profile.unknown-wording', { place: profile.name, name, piece });
  };
  return {
    title: wording.title,
    addressee: wording.addressee,
    opening: pick('开头', wording.openings, choice.opening),
    pronoun: choice.pronoun ?? pronounTemplate(wording.pronouns),
    heading: wording.heading,
    'verdict-adopted': verdicts.adopted.printed,
    'verdict-partly': verdicts.partly.printed,
    'verdict-not_now': verdicts.not_now.printed,
    'verdict-not_ours': verdicts.not_ours.printed,
    'verdict-noted': verdicts.noted.printed,
    closing: pick('结尾', wording.closings, choice.closing),
    signature: wording.signature,
    annotation: pick('附注', wording.annotations, choice.annotation),
    'publication-active': wording.publication.active,
    'publication-on_request': wording.publication.on_request,
    'publication-none': wording.publication.none,
    copyTo: wording.copyTo,
    ...ownPieces(wording.letters),
    words: wording.words,
  };
}

/** Several proposers are addressed together; a single one by what it is. */
const pronounTemplate = ({
  member,
  joint,
  organisation,
  sector,
}: PlaceProfile['wording']['pronouns']): string =>
  `{{#if (many proposers)}}${joint}{{else}}{{#each proposers}}` +
  `{{#if (is kind "member")}}${member}{{else if (is kind "organisation")}}${organisation}` +
  `{{else if (is kind "sector")}}${sector}{{else}}${joint}{{/if}}{{/each}}{{/if}}`;

/** Who always gets a copy of a letter about such a proposal, with the number of copies where the place counts them. */
export const copyRecipients = (
  { fixedCopyTo, wording }: PlaceProfile,
  proposalKind: string,
): readonly { readonly name: string; readonly copies?: number | undefined }[] =>
  Object.hasOwn(wording.recipients, proposalKind)
    ? (wording.recipients[proposalKind] ?? [])
    : fixedCopyTo.map((name) => ({ name }));

/** The pronouns a letter to this proposer may use, the place's usual one first: 你们, 贵委. */
export function pronounsFor(
  { wording }: PlaceProfile,
  proposer: { readonly kind: keyof PlaceProfile['wording']['pronouns']; readonly name: string },
): string[] {
  const usual = wording.pronouns[proposer.kind];
  const honorific = wording.honorifics.find(({ matching }) => proposer.name.includes(matching));
  return proposer.kind === 'organisation' && honorific !== undefined && honorific.pronoun !== usual
    ? [usual, honorific.pronoun]
    : [usual];
}
