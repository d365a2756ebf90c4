import { maskedPhone, phonesIn, type Span } from './phone-marks';

export type MaskKind = 'phone' | 'identity' | 'email' | 'address' | 'contact' | 'proposer' | 'unparsed';
export interface Mask extends Span {
  readonly kind: MaskKind;
  readonly with: string;
}
/** Who is not to be named: contacts, and proposers without consent with the words that stand for them. */
export interface Hidden {
  readonly contacts: readonly string[];
  readonly proposers: readonly string[];
  readonly proposer: string;
  /** Names of units: a person's name inside one stays. */
  readonly units: readonly string[];
}

const IDENTITY =
  /(?<![0-9０-９])[1-9]\d{5}(?:19|20)\d{2}(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?![0-9０-９])/gu;
const EMAIL = /[\w.+-]+[@＠][\w-]+(?:\.[\w-]+)+/gu;
const ADDRESS =
  /(?<=(?:家庭住址|家庭地址|居住地址|户籍地址|现住址|住址|家住)(?:[：:为是])?)[^，。；、：:\s）)]{3,60}/gu;
const ROLE = '(?:政协)?(?:委员|代表)?(?:同志|先生|女士)?';

const escaped = (name: string): string => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
const spans = (text: string, pattern: RegExp): Span[] =>
  [...text.matchAll(pattern)].map((m) => ({ start: m.index, end: m.index + m[0].length }));

function named(text: string, names: readonly string[], units: readonly string[], role: string): Span[] {
  if (names.length === 0) return [];
  const any = `(?:${[...names]
    .sort((a, b) => b.length - a.length)
    .map(escaped)
    .join('|')})`;
  const inside = units.filter(Boolean).flatMap((unit) => spans(text, new RegExp(escaped(unit), 'gu')));
  return spans(text, new RegExp(`${any}(?:、${any})*${role}`, 'gu')).filter(
    ({ start, end }) => !inside.some((unit) => unit.start <= start && end <= unit.end),
  );
}

/** What of a text is not for everyone, in order and without overlap. */
export function masksIn(text: string, hidden: Hidden): Mask[] {
  const all: Mask[] = [
    ...spans(text, IDENTITY).map((span) => ({
      ...span,
      kind: 'identity' as const,
      with: '（身份证号码略）',
    })),
    ...spans(text, EMAIL).map((span) => ({ ...span, kind: 'email' as const, with: '（邮箱略）' })),
    ...spans(text, ADDRESS).map((span) => ({ ...span, kind: 'address' as const, with: '（略）' })),
    ...phonesIn(text).map((span) => ({
      ...span,
      kind: 'phone' as const,
      with: maskedPhone(text.slice(span.start, span.end)),
    })),
    ...named(text, hidden.proposers, hidden.units, ROLE).map((span) => ({
      ...span,
      kind: 'proposer' as const,
      with: hidden.proposer,
    })),
    ...named(text, hidden.contacts, hidden.units, '(?:同志)?').map((span) => ({
      ...span,
      kind: 'contact' as const,
      with: `${[...text.slice(span.start, span.end)][0]}某`,
    })),
  ];
  const chosen: Mask[] = [];
  for (const mask of all)
    if (!chosen.some(({ start, end }) => mask.start < end && start < mask.end)) chosen.push(mask);
  return chosen.sort((a, b) => a.start - b.start);
}

/** The text with its masks on. */
export function applied(text: string, masks: readonly Mask[]): string {
  const ends = [0, ...masks.map(({ end }) => end)];
  return (
    masks.map((mask, i) => text.slice(ends[i], mask.start) + mask.with).join('') + text.slice(ends.at(-1))
  );
}

/** Where a place of the text lies once the masks are on; inside a mask, at its end. */
export const moved = (at: number, masks: readonly Mask[]): number =>
  masks.reduce((place, mask) => {
    if (mask.start >= at) return place;
    return place + mask.with.length - (Math.min(mask.end, at) - mask.start);
  }, at);
