import { sectionTitle } from './section-title';
import type { CaseMaterial } from './case-material';
import type { DraftSection } from './case/entities';

const material = {
  suggestions: [
    { id: 's-1', title: '摸清底数' },
    { id: 's-2', title: '共享充电桩' },
  ],
} as unknown as Pick<CaseMaterial, 'suggestions'>;
const section = (facts: Partial<DraftSection>): DraftSection =>
  ({ heading: null, suggestionId: null, ...facts }) as DraftSection;

describe('what a section is called', () => {
  it('should be the suggestion it answers', () => {
    expect(sectionTitle(material, section({ suggestionId: 's-2' }))).toBe('共享充电桩');
  });

  it('should be its own heading where it answers none', () => {
    expect(sectionTitle(material, section({ heading: '总体情况' }))).toBe('总体情况');
  });

  it('should be empty when its suggestion is not among those of the case', () => {
    expect(sectionTitle(material, section({ suggestionId: 's-9' }))).toBe('');
  });
});
