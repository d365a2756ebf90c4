import type { LetterSection } from '../model/model';
import type { LintedLetter } from './check';
import { type Piece, type Spot, spotAt } from './letter-words';
import { likeness } from './unit-index';

/** A headed section with the pieces its words stand in. */
export interface ReadSection {
  readonly section: LetterSection;
  readonly heading: Piece;
  /** Paragraphs, inner headings and cells, as printed. */
  readonly body: readonly Piece[];
  readonly verdict: Piece | null;
}

const ANSWERS = /^关于.+的(?:建议|意见|提议|问题|提案)$|建议[:：]?$/;

/** The sections that carry a heading, in order. */
export function headedSections({ model, pieces }: LintedLetter): ReadSection[] {
  return model.sections.flatMap((section, s) => {
    const heading = pieces.find(({ path }) => path === `sections[${s}].heading`);
    if (!heading) return [];
    const own = pieces.filter((piece) => piece.section === s);
    return [
      {
        section,
        heading,
        body: own.filter(({ path }) => path.startsWith(`sections[${s}].blocks`)),
        verdict: own.find(({ kind }) => kind === 'verdict') ?? null,
      },
    ];
  });
}

/** Whether a section answers one of the asks; an overview of the field does not. */
export const answersSuggestion = ({ section }: ReadSection): boolean =>
  section.suggestion !== null || ANSWERS.test(section.heading ?? '');

/** Its heading as a spot. */
export const headingSpot = ({ heading }: ReadSection): Spot => spotAt(heading, 0, heading.text.length);

/** A verdict said in the body's first sentence rather than in a line of its own: short, or about the ask itself. */
const SHORT_VERDICT = /^.{0,14}(?:采纳|吸收|采用|不属|职责|参考|解释说明|暂不|不予|列入计划).{0,10}[。.]?$/;
const SPOKEN_VERDICT = /^(?:我[局委办院市]|该|此|本|对|贵|您|你)[^。]{0,30}(?:采纳|吸收|不属)/;

/** A verdict that ran on in its heading. */
const HEADING_VERDICT =
  /的(?:建议|意见|提议|问题)[”"]?[，,：:；;—－-]{1,2}([^，。“”]{0,6}(?:采纳|吸收|采用)[^，。“”]{0,6})。?$/;

/** The words that give the section's verdict: its own line, the heading's end, or the first sentence where it says so. */
export function verdictWords({ heading, verdict, body }: ReadSection): string | null {
  if (verdict) return verdict.text;
  const ranOn = HEADING_VERDICT.exec(heading.text)?.[1];
  if (ranOn !== undefined) return ranOn;
  const first = body.find(({ kind }) => kind === 'paragraph')?.text ?? '';
  const sentence = /^[^。]*。?/.exec(first)![0];
  return SHORT_VERDICT.test(sentence) || SPOKEN_VERDICT.test(sentence) ? sentence : null;
}

/** A verdict that takes the ask up not at all, or not now. */
export const isRefusal = (verdict: string): boolean =>
  /暂不|不予|未予|未(?:能)?采纳|不采纳|不宜|不能|无法|不属|留作|仅供?参考|供.{0,6}参考|解释说明/.test(
    verdict,
  );

/** Only the words: how a quotation is held against what it quotes. */
export const wordsOnly = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '');

/** How much of the ask a heading says. */
export function resemblance(heading: string, suggestion: string): number {
  const [a, b] = [wordsOnly(heading), wordsOnly(suggestion)];
  if (a === '' || b === '') return 0;
  return a.includes(b) || b.includes(a) ? 1 : likeness(a, b);
}
