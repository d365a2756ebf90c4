import { type Policy, policyKinds } from '../policies/policy';
import type { KnownUnit } from '../policies/unit-names';
import { type Alike, Likeness } from './likeness';
import { wordsOf } from './words';

/** One measure of a policy with who is responsible for it. */
export interface Responsibility {
  /** 职责表, or the name of the document. */
  readonly policy: string;
  readonly group: string | null;
  readonly section: string;
  readonly text: string;
  readonly units: readonly string[];
}

/** A proposal of an earlier year with who handled it. */
export interface PastCase {
  readonly year: number;
  /** Null where a letter tells of it that names no number. */
  readonly number: string | null;
  readonly title: string;
  readonly leads: readonly string[];
  readonly coHandlers: readonly string[];
}

/** What there is to propose from. */
export interface Experience {
  readonly map: readonly Responsibility[];
  readonly past: readonly PastCase[];
  readonly units: readonly KnownUnit[];
}

/** A unit that a suggestion probably concerns, and why. */
export interface UnitProposal {
  /** Its short name, as documents print it. */
  readonly unit: string;
  readonly score: number;
  readonly reasons: readonly string[];
}

/** Who is responsible for what, out of all documents: a measure that names nobody says nothing here. */
export const responsibilityMap = (policies: readonly Policy[]): Responsibility[] =>
  policies.flatMap(({ kind, title, sections }) =>
    sections.flatMap(({ group, title: section, measures }) =>
      measures
        .filter(({ units }) => units.length > 0)
        .map(({ text, units }) => ({
          policy: kind === 'taskTable' ? '职责表' : `${policyKinds[kind]}《${title}》`,
          ...{ group, section, text, units },
        })),
    ),
  );

/** The first named leads, the others help. */
const FIRST = 1;
const LATER = 0.8;
/** One very fitting measure says more than many that fit a little. */
const DECAY = 0.5;
/** A past case is alike when it shares so many words that say something. */
const SHARED_WORDS = 2;
/** So many past cases and measures are looked at for each suggestion. */
const NEAREST = 12;
const MOST_REASONS = 3;
const SHORTEST_NAME = 3;

interface Hint {
  readonly unit: string;
  readonly score: number;
  readonly reason: string;
}

const shortened = (text: string): string => {
  const plain = text.replace(/。$/, '');
  return plain.length > 24 ? `${plain.slice(0, 24)}……` : plain;
};

/** By which measure a unit is responsible: 职责表：… → 市财政局. */
export const measureReason = ({ policy, section, text }: Responsibility, unit: string): string =>
  `${policy}：${section}（${shortened(text)}）→ ${unit}`;

const ofMeasure = ({ of, score }: Alike<Responsibility>): Hint[] =>
  of.units.map((unit, i) => ({
    unit,
    score: score * (i === 0 ? FIRST : LATER),
    reason: measureReason(of, unit),
  }));

function ofPastCase({ of, score }: Alike<PastCase>): Hint[] {
  const hint = (share: number, did: string) => (unit: string) => ({
    unit,
    score: score * share,
    reason: `${of.year} 年${of.number === null ? '' : `第 ${of.number} 号`}类似提案由${unit}${did}`,
  });
  return [...of.leads.map(hint(FIRST, '主办')), ...of.coHandlers.map(hint(LATER, '会办'))];
}

/** A unit the suggestion names itself weighs as much as the likest of all else. */
const ofName = (text: string, units: readonly KnownUnit[], score: number): Hint[] =>
  units.flatMap(({ name, shortName, aliases }) => {
    const said = [name, shortName, ...aliases].find(
      (each) => each.length >= SHORTEST_NAME && text.includes(each),
    );
    return said === undefined ? [] : [{ unit: shortName, score, reason: `建议里写到“${said}”` }];
  });

/** What a measure is about: the heading of its task counts twice. */
export const measureText = ({ group, section, text }: Responsibility): string =>
  [group, section, section, text].join('。');

function ranked(hints: readonly Hint[], most: number): UnitProposal[] {
  const byUnit = new Map<string, Hint[]>();
  for (const hint of hints) byUnit.set(hint.unit, [...(byUnit.get(hint.unit) ?? []), hint]);
  return [...byUnit]
    .map(([unit, of]): UnitProposal => {
      const sorted = [...of].sort((a, b) => b.score - a.score);
      const score = sorted.reduce((sum, each, i) => sum + each.score * DECAY ** i, 0);
      return {
        unit,
        score,
        reasons: [...new Set(sorted.map(({ reason }) => reason))].slice(0, MOST_REASONS),
      };
    })
    .sort((a, b) => b.score - a.score || a.unit.localeCompare(b.unit, 'zh'))
    .slice(0, most);
}

/**
 * For each suggestion the units it probably concerns, the likeliest first.
 * @param asked each suggestion in its own words (heading, text)
 * @param most so many units for each
 */
export function proposeUnits(
  asked: readonly string[],
  { map, past, units }: Experience,
  most = 3,
): UnitProposal[][] {
  const measures = new Likeness(map, measureText);
  const cases = new Likeness(past, ({ title }) => title);
  return asked.map((text) => {
    const fitting = measures.to(text).slice(0, NEAREST);
    const alike = cases
      .to(text)
      .filter(({ words }) => words.length >= SHARED_WORDS)
      .slice(0, NEAREST);
    const best = Math.max(1, fitting[0]?.score ?? 0, alike[0]?.score ?? 0);
    return ranked(
      [...fitting.flatMap(ofMeasure), ...alike.flatMap(ofPastCase), ...ofName(text, units, best)],
      most,
    );
  });
}

/** What plain counting of shared words proposes: the measure to beat. */
export function proposeByKeywords(
  asked: readonly string[],
  map: readonly Responsibility[],
  most = 3,
): string[][] {
  return asked.map((text) => {
    const words = new Set(wordsOf(text));
    const counts = new Map<string, number>();
    for (const { section, text: measure, units } of map)
      for (const word of new Set(wordsOf(`${section}。${measure}`)))
        if (words.has(word)) for (const unit of units) counts.set(unit, (counts.get(unit) ?? 0) + 1);
    return [...counts]
      .sort(([, a], [, b]) => b - a)
      .slice(0, most)
      .map(([unit]) => unit);
  });
}
