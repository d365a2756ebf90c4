import type { CaseFile, Section } from '../../shared/api/types';
import type { Values } from '../actions/values';

/** A section's present text as its form wants it. */
const textOf = (section: Section): Values => ({
  version: section.version,
  heading: section.suggestionId === null ? section.heading : null,
  verdict: section.verdict,
  passages: section.passages.map(({ id, kind, body }) => ({ id, kind, body })),
});

const sectionById = (file: CaseFile, id: unknown): Section | undefined =>
  file.drafts.flatMap((draft) => draft.sections).find((section) => section.id === id);

/** What follows when another section is chosen: its text, so that nobody writes one over the other. */
export const followSection =
  (file: CaseFile) =>
  (name: string, value: unknown): Values => {
    const section = name === 'sectionId' ? sectionById(file, value) : undefined;
    return section ? textOf(section) : {};
  };

/** The section that answers a suggestion: where an opinion on it will most likely go. */
export const sectionFor = (file: CaseFile, suggestionId: string): string | undefined =>
  file.drafts.flatMap((draft) => draft.sections).find((section) => section.suggestionId === suggestionId)?.id;
