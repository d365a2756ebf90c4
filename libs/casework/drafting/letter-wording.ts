import type { LetterWording } from '@fuhan/letter-engine';
import type { PlaceProfile } from '@fuhan/rules';

type Pronouns = PlaceProfile['wording']['pronouns'];

/** 您 to one member, 你们 to several; an organisation and a sector as the place has it. */
const pronounPiece = ({ member, joint, organisation, sector }: Pronouns): string =>
  `{{#if (many proposers)}}${joint}{{else}}{{#each proposers}}` +
  `{{#if (is kind "member")}}${member}{{else if (is kind "organisation")}}${organisation}{{else}}${sector}{{/if}}` +
  `{{/each}}{{/if}}`;

/** A place's wording in the letter engine's pieces. */
export function placeWording({ wording, verdicts }: PlaceProfile): LetterWording {
  const chosen = (piece: {
    readonly default: string;
    readonly variants: Readonly<Record<string, string>>;
  }): string => piece.variants[piece.default] ?? '';
  return {
    title: wording.title,
    addressee: wording.addressee,
    opening: chosen(wording.openings),
    pronoun: pronounPiece(wording.pronouns),
    heading: wording.heading,
    'verdict-adopted': verdicts.adopted.printed,
    'verdict-partly': verdicts.partly.printed,
    'verdict-not_now': verdicts.not_now.printed,
    'verdict-not_ours': verdicts.not_ours.printed,
    'verdict-noted': verdicts.noted.printed,
    closing: chosen(wording.closings),
    signature: wording.signature,
    annotation: chosen(wording.annotations),
    'publication-active': wording.publication.active,
    'publication-on_request': wording.publication.on_request,
    'publication-none': wording.publication.none,
    copyTo: wording.copyTo,
  };
}
