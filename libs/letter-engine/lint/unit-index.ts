import type { LetterModel } from '../model/model';
import type { LintPlace, LintUnit } from './context';

/** A place's units by every name they go by, the city's own name taken off: 中山市财政局 → 市财政局. */
export interface UnitIndex {
  /** Longest first, so that a longer name is never taken for the shorter one inside it. */
  readonly names: readonly string[];
  find(name: string): LintUnit | null;
  /** The unit whose name is most like this one, and how alike they are (0 to 1). */
  nearest(name: string): { readonly unit: LintUnit; readonly likeness: number } | null;
}

/** 中山市 → 中山 */
const bare = (place: LintPlace): string => place.name.replace(/[市县区]$/, '');

/** Blanks and copy counts out, the city's name in front taken off: 中山市财政局（1份） → 市财政局. */
export function plainName(name: string, place: LintPlace): string {
  const plain = name.replace(/\s+/g, '').replace(/[（(][^（()）]*[）)]$/, '');
  const city = bare(place);
  if (city === '') return plain;
  return plain.startsWith(`中共${place.name}`)
    ? plain.slice(2 + city.length)
    : plain.startsWith(place.name)
      ? plain.slice(city.length)
      : plain;
}

function commonLength(a: string, b: string): number {
  let row = new Array<number>(b.length + 1).fill(0);
  for (const c of a) {
    const next = [0];
    for (let j = 0; j < b.length; j++) next.push(c === b[j] ? row[j]! + 1 : Math.max(row[j + 1]!, next[j]!));
    row = next;
  }
  return row[b.length]!;
}

/** How alike two names are, by the characters they share in order: 1 the same, 0 nothing. */
export const likeness = (a: string, b: string): number =>
  a.length + b.length === 0 ? 1 : (2 * commonLength(a, b)) / (a.length + b.length);

const indexes = new WeakMap<LintPlace, UnitIndex>();

function build(place: LintPlace): UnitIndex {
  const byName = new Map<string, LintUnit>();
  for (const unit of place.units)
    for (const name of [unit.name, unit.shortName, ...unit.aliases]) byName.set(plainName(name, place), unit);
  return {
    names: [...byName.keys()].sort((a, b) => b.length - a.length),
    find: (name) => byName.get(plainName(name, place)) ?? null,
    nearest(name) {
      let best: { unit: LintUnit; likeness: number } | null = null;
      for (const [known, unit] of byName) {
        const alike = likeness(plainName(name, place), known);
        if (best === null || alike > best.likeness) best = { unit, likeness: alike };
      }
      return best;
    },
  };
}

/** The index of a place, built once. */
export function unitIndex(place: LintPlace): UnitIndex {
  const known = indexes.get(place) ?? build(place);
  indexes.set(place, known);
  return known;
}

/** Two names of one unit, or the same words. */
export function sameUnit(a: string, b: string, place: LintPlace): boolean {
  const index = unitIndex(place);
  const [left, right] = [index.find(a), index.find(b)];
  return left !== null && right !== null ? left === right : plainName(a, place) === plainName(b, place);
}

/**
 * Whether the letter comes from the place the checks know: a letter of another city, read with this place's profile, names
 * that city's units.
 */
export function isOfPlace(model: LetterModel, place: LintPlace): boolean {
  const issuer = model.issuer ?? model.signature[0] ?? '';
  if (place.name === '' || unitIndex(place).find(issuer) !== null) return true;
  const city = /^\p{Script=Han}{2,6}?[市县州旗]/u.exec(issuer)?.[0];
  return city === undefined || issuer.startsWith(place.name);
}
