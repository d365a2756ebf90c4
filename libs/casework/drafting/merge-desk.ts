import { type ItemFate, itemFates, type mergeDeskAnswer, positions } from '@fuhan/contracts';
import { clashingFigures } from '@fuhan/letter-engine';
import { isLive, stateLabel } from '@fuhan/rules';
import type { z } from 'zod';
import type { CaseMaterial } from '../case-material';
import type { OpinionItem } from '../case/entities';
import { sectionTitle } from '../section-title';
import { isEdited } from './provenance';

export type MergeDesk = z.input<typeof mergeDeskAnswer>;
type Fate = Pick<MergeDesk['cells'][number], 'fate' | 'fateLabel' | 'reason' | 'passages'>;

const fateIs = (fate: ItemFate, more: Partial<Fate> = {}): Fate => ({
  ...{ fate, fateLabel: itemFates[fate], reason: null, passages: [] },
  ...more,
});

/** What became in a draft of what an opinion says to a suggestion. */
export function fateOf(material: CaseMaterial, draftId: string, opinionItemId: string): Fate {
  const { sections, passages, sources, rejections } = material;
  const own = new Map(
    sections.filter((each) => each.draftId === draftId).map((section) => [section.id, section]),
  );
  const used = new Set(
    sources.filter((each) => each.opinionItemId === opinionItemId).map(({ passageId }) => passageId),
  );
  const found = passages.flatMap(({ id, sectionId, body }) => {
    const section = own.get(sectionId);
    if (!section || !used.has(id)) return [];
    const edited = isEdited(
      body,
      sources.filter(({ passageId }) => passageId === id),
    );
    return [{ id, sectionId, section: sectionTitle(material, section), body, edited }];
  });
  if (found.length > 0) return fateIs('adopted', { passages: found });
  const rejection = rejections.find(
    (each) => each.draftId === draftId && each.opinionItemId === opinionItemId,
  );
  return rejection ? fateIs('rejected', { reason: rejection.reason }) : fateIs('received');
}

interface Given {
  readonly assignmentId: string;
  readonly version: number;
  readonly items: readonly OpinionItem[];
}

/** The newest version of each opinion. */
const newest = ({ opinions, versions, items }: CaseMaterial): Given[] =>
  opinions.flatMap(({ id, assignmentId }) => {
    const latest = versions.filter(({ opinionId }) => opinionId === id).at(-1);
    if (!latest) return [];
    const { version } = latest;
    return [{ assignmentId, version, items: items.filter((each) => each.opinionVersionId === latest.id) }];
  });

function cell(material: CaseMaterial, draftId: string, given: Given | undefined, suggestionId: string) {
  const item = given?.items.find((each) => each.suggestionId === suggestionId);
  if (!given || !item)
    return {
      // Who has answered and said nothing to it is waited for no longer.
      ...fateIs(given ? 'silent' : 'missing'),
      ...{
        opinionItemId: null,
        version: given?.version ?? null,
        position: null,
        positionLabel: null,
        body: '',
      },
    };
  const { id: opinionItemId, position, body } = item;
  return {
    ...fateOf(material, draftId, opinionItemId),
    ...{ opinionItemId, version: given.version, position, positionLabel: positions[position], body },
  };
}

/** One thing told with two values, in facts or in words. */
function figuresOf(given: readonly Given[], unitOf: (assignmentId: string) => string): MergeDesk['figures'] {
  const told = given.flatMap(({ assignmentId, items }) =>
    items.flatMap(({ suggestionId, body, facts }) => [
      { of: { unit: unitOf(assignmentId), suggestionId }, text: body, stated: null },
      ...facts.map((stated) => ({
        of: { unit: unitOf(assignmentId), suggestionId },
        text: `${stated.name}${stated.value}`,
        stated,
      })),
    ]),
  );
  return clashingFigures(told).map(({ name, values }) => ({
    name,
    values: values.map(({ value, words, of }) => ({ value, words, ...of })),
  }));
}

/** 汇总台: each suggestion against each unit that was asked, and the figures that do not agree. */
export function mergeDesk(material: CaseMaterial, draftId: string): MergeDesk {
  const { assignments, opinions, suggestions, directory } = material;
  const unitOf = (assignmentId: string): string => {
    const unitId = assignments.find(({ id }) => id === assignmentId)?.unitId ?? '';
    return directory.units.get(unitId)?.shortName ?? '';
  };
  const asked = assignments.filter((each) => each.role === 'co' && isLive(each));
  const given = newest(material).filter(({ assignmentId }) => asked.some(({ id }) => id === assignmentId));
  return {
    suggestions: suggestions.map(({ id, ordinal, title }) => ({ id, ordinal, title })),
    units: asked.map(({ id: assignmentId }) => {
      const state = opinions.find((each) => each.assignmentId === assignmentId)?.state ?? 'awaited';
      return { assignmentId, unit: unitOf(assignmentId), state, stateLabel: stateLabel('opinion', state) };
    }),
    cells: suggestions.flatMap(({ id: suggestionId }) =>
      asked.map(({ id: assignmentId }) => ({
        ...{ suggestionId, assignmentId },
        ...cell(
          material,
          draftId,
          given.find((each) => each.assignmentId === assignmentId),
          suggestionId,
        ),
      })),
    ),
    figures: figuresOf(given, unitOf),
  };
}
