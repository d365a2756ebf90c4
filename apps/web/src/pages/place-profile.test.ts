import { createElement } from 'react';
import { editOf } from '../features/place-profile/editor-part';
import { PreviewPart } from '../features/place-profile/preview-part';
import type { PlaceProfile, ProfilePreview } from '../shared/api/types';
import { button, me } from '../testing/data';
import { visit } from '../testing/page';
import { markup, words } from '../testing/render';

const profile = (more: Partial<PlaceProfile> = {}): PlaceProfile => ({
  ...{ place: 'nanyu', name: '南屿市', version: 2 },
  files: [
    { name: 'place.yaml', label: '地方基本情况', text: 'place: nanyu' },
    { name: 'clocks.yaml', label: '时限', text: 'clocks: []' },
  ],
  versions: [
    { version: 2, createdAt: '2026-03-02T01:00:00Z', cases: 3, openCases: 2, by: '韩非', reason: '统一结尾' },
    { version: 1, createdAt: '2026-01-05T01:00:00Z', cases: 40, openCases: 5, by: null, reason: null },
  ],
  actions: [button({ command: 'profile.publish', label: '发布地方配置', targetId: null })],
  ...more,
});
const preview = (more: Partial<ProfilePreview> = {}): string =>
  words(
    markup(
      createElement(PreviewPart, {
        preview: { version: 3, changes: [], openCases: 7, letters: [], ...more },
      }),
    ),
  );

describe('the place’s files', () => {
  const read = async (answer: PlaceProfile): Promise<string> =>
    (
      await visit('/admin/place', [
        [['me'], me({ duties: ['system_admin'] })],
        [['place-profiles'], answer],
      ])
    ).text;

  it('should stand below the versions there were, with the cases that live by each', async () => {
    const text = await read(profile());
    expect(text).toContain('第 1 版，2026-01-05 09:00：登记 40 件，其中在办 5 件');
    expect(text).toContain('第 2 版，2026-03-02 09:00，韩非（统一结尾）：登记 3 件');
    expect(text).toContain('place: nanyu');
    expect(text).toContain('发布地方配置');
  });

  it('should be sent only where they differ', () => {
    const edits = { 'place.yaml': 'place: nanyu', 'clocks.yaml': 'clocks: [x]' };
    expect(editOf(profile(), edits)).toEqual({
      version: 2,
      files: [{ name: 'clocks.yaml', text: 'clocks: [x]' }],
    });
  });
});

describe('the preview of a new version', () => {
  it('should say that open cases keep theirs', () => {
    expect(preview()).toContain('在办的 7 件仍按各自登记时的版本办理');
  });

  it('should show a setting with both values, also one that is new', () => {
    const changes = [
      { path: 'clocks[reply].rule', before: '3个月', after: '2个月' },
      { path: 'print.signer', before: null, after: 'true' },
    ];
    const text = preview({ changes });
    expect(text).toContain('clocks[reply].rule3个月 → 2个月');
    expect(text).toContain('（没有） → true');
  });

  it('should show the lines of letters that would read otherwise, or why there are none', () => {
    const letter = { proposalId: 'p1', number: '135021', title: '关于养老的提案', problem: null };
    const letters = [
      { ...letter, before: ['专此答复。'], after: ['此复。'] },
      { ...letter, proposalId: 'p2', before: [], after: [], problem: '模板有误。' },
    ];
    const text = preview({ letters });
    expect(text).toMatch(/第135021号 关于养老的提案\s*专此答复。\s*此复。/);
    expect(text).toContain('按新版拟不出来：模板有误。');
  });
});
