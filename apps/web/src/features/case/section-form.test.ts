import type { CaseFile } from '../../shared/api/types';
import { followSection, sectionFor } from './section-form';

const passages = [{ id: 'p1', kind: 'paragraph', body: '我局已办。', source: null, writtenBy: '甲' }];
const sections = [
  {
    id: 's1',
    ordinal: 1,
    suggestionId: 'g1',
    heading: '一、关于甲',
    verdict: 'adopted',
    version: 3,
    passages,
  },
  { id: 's2', ordinal: 2, suggestionId: null, heading: '下一步', verdict: null, version: 1, passages: [] },
];
const file = { drafts: [{ sections }] } as unknown as CaseFile;

describe('followSection', () => {
  it('should bring the text of the section that was chosen', () => {
    expect(followSection(file)('sectionId', 's1').passages).toEqual([
      { id: 'p1', kind: 'paragraph', body: '我局已办。' },
    ]);
  });
  it('should bring its version, so that a conflict is noticed', () => {
    expect(followSection(file)('sectionId', 's1').version).toBe(3);
  });
  it('should bring the heading of a section that was added', () => {
    expect(followSection(file)('sectionId', 's2').heading).toBe('下一步');
  });
  it('should leave the heading of a suggestion to the letter', () => {
    expect(followSection(file)('sectionId', 's1').heading).toBeNull();
  });
  it('should bring nothing when something else was changed', () => {
    expect(followSection(file)('verdict', 's1')).toEqual({});
  });
});

describe('sectionFor', () => {
  it('should find the section that answers a suggestion', () => {
    expect(sectionFor(file, 'g1')).toBe('s1');
  });
});
