import type { CaseMaterial } from './case-material';
import type { DraftSection } from './case/entities';

/** What a list calls a section: its own heading, or the suggestion it answers. */
export const sectionTitle = (
  { suggestions }: Pick<CaseMaterial, 'suggestions'>,
  { heading, suggestionId }: DraftSection,
): string => heading ?? suggestions.find(({ id }) => id === suggestionId)?.title ?? '';
