import { type DeadlineRule, ruleText } from '../deadlines';
import type { PlaceProfile } from './profile';

/** One setting that reads otherwise; null: it is not there. */
export interface ProfileChange {
  /** clocks[reply].rule */
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

const isRule = (value: object): value is DeadlineRule => 'unit' in value && 'roll' in value;

/** What an element of a list goes by: its key, code or name, else its place. */
function nameOf(item: unknown, index: number): string {
  if (typeof item === 'string') return item;
  const { key, code, name } = (item ?? {}) as Record<string, unknown>;
  const found = [key, code, name].find((each): each is string => typeof each === 'string');
  return found ?? String(index + 1);
}

/** Every setting by its path. */
function leaves(value: unknown, path: string, found: Map<string, string>): Map<string, string> {
  if (Array.isArray(value)) {
    if (value.length === 0) return found.set(path, '[]');
    value.forEach((item, i) => leaves(item, `${path}[${nameOf(item, i)}]`, found));
    return found;
  }
  if (typeof value !== 'object' || value === null) return found.set(path, String(value));
  if (isRule(value)) return found.set(path, `${ruleText(value)}${value.roll ? '，遇休息日顺延' : ''}`);
  for (const [key, inner] of Object.entries(value)) leaves(inner, path ? `${path}.${key}` : key, found);
  return found;
}

const settingsOf = ({ version: _, digest: __, ...profile }: PlaceProfile): Map<string, string> =>
  leaves(profile, '', new Map());

/** What differs between two profiles, setting by setting, in the order of the files. */
export function profileChanges(before: PlaceProfile, after: PlaceProfile): ProfileChange[] {
  const [old, now] = [settingsOf(before), settingsOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .map((path) => ({ path, before: old.get(path) ?? null, after: now.get(path) ?? null }))
    .filter((change) => change.before !== change.after);
}
