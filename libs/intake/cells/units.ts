import { alike } from './nearest';

export interface KnownUnit {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly aliases: readonly string[];
}

const SUGGESTED = 3;
const LIKE = 0.25;
const LONGEST_NAME = 60;

const plain = (name: string): string => name.normalize('NFKC').replace(/[\s"'“”《》]/g, '');
/** 中山市发展和改革局, 市发改局, 发改局: the same office with more or less of its place. */
const withoutPlace = (name: string): string => name.replace(/^.{0,6}?市(?=..)/, '');

/** The names in a cell: split at 、，；; , blanks and line ends; numbering, brackets and 主办： in front are no part of a name. */
export const splitNames = (text: string): string[] =>
  text
    .normalize('NFKC')
    .replace(/[(（][^)）]*[)）]/g, ' ')
    .replace(/(?:^|(?<=[\s;；]))\d{1,2}[.、](?!\d)/g, ' ')
    .split(/[、,，;；/|\s]+/)
    .map((name) =>
      name
        .replace(/^[^:：]*[:：]/, '')
        .replace(/[.。]+$/, '')
        .trim(),
    )
    .filter((name) => name !== '' && !/^(?:无|\d+)$/.test(name));

export interface UnitFinder {
  /** The one unit that goes by this name; null where none or several do. */
  find(name: string): KnownUnit | null;
  /** The names that look most like it, best first. */
  nearest(name: string): KnownUnit[];
}

/** Finds units by full name, short name and alias; a missing 市 or 中山市 in front is forgiven where it leaves one unit. */
export function unitFinder(units: readonly KnownUnit[]): UnitFinder {
  const exact = new Map<string, KnownUnit>();
  const loose = new Map<string, KnownUnit | null>();
  const namesOf = ({ name, shortName, aliases }: KnownUnit): string[] =>
    [name, shortName, ...aliases].map(plain);
  for (const unit of units) {
    for (const name of namesOf(unit)) {
      exact.set(name, unit);
      const bare = withoutPlace(name);
      const known = loose.get(bare);
      loose.set(bare, known === undefined || known?.id === unit.id ? unit : null);
    }
  }
  return {
    find: (name) => exact.get(plain(name)) ?? loose.get(withoutPlace(plain(name))) ?? null,
    nearest: (name) => {
      const wanted = withoutPlace(plain(name)).slice(0, LONGEST_NAME);
      const scored = units.map((unit) => ({
        unit,
        score: Math.max(...namesOf(unit).map((own) => alike(wanted, withoutPlace(own)))),
      }));
      return scored
        .filter(({ score }) => score >= LIKE)
        .sort((a, b) => b.score - a.score)
        .slice(0, SUGGESTED)
        .map(({ unit }) => unit);
    },
  };
}

export interface AskedUnits {
  readonly lead: readonly string[];
  readonly co: readonly string[];
}

const CO = /(会办|协办|配合)(?:单位|部门)?[:：]/;

/** 主办：甲局；会办：乙局、丙局 in one cell → its two lists; a cell without such words is one list. */
export function splitRoles(text: string): AskedUnits {
  const at = CO.exec(text);
  if (!at) return { lead: splitNames(text), co: [] };
  return { lead: splitNames(text.slice(0, at.index)), co: splitNames(text.slice(at.index + at[0].length)) };
}
