import { changedIn, editsTo, withComing, wordsIn } from '../features/wording/edits';
import type { LetterWording, WordingChange } from '../shared/api/types';
import { button, me } from '../testing/data';
import { visit } from '../testing/page';

const passage = (piece: string, template: string | null, usual: string | null = null) => ({
  ...{ piece, kind: 'reply', kindName: '答复函', label: piece, file: 'wording.yaml', template, usual },
});
const title = passage('title', '关于{{proposal.title}}的答复');
const closing = passage('closing', null, '专此答复。');
const change = (piece: string, before: string | null, after: string | null): WordingChange => {
  const { template: _, usual: __, ...rest } = passage(piece, null);
  return { ...rest, before, after };
};

describe('the page of the letters’ words', () => {
  it('should show the passages, the one to be written, and the versions with who and why', async () => {
    const wording: LetterWording = {
      ...{ name: '南屿市', version: 2, pieces: [title, closing] },
      versions: [
        { version: 2, createdAt: '2026-03-02T01:00:00Z', by: '韩非', reason: '统一结尾' },
        { version: 1, createdAt: '2026-01-05T01:00:00Z', by: null, reason: null },
      ],
      actions: [button({ command: 'wording.publish', label: '保存信函用语', targetId: null })],
    };
    const { text } = await visit('/admin/wording', [
      [['me'], me({ duties: ['system_admin'] })],
      [['letter-wording'], wording],
    ]);
    expect(text).toContain('关于{{proposal.title}}的答复');
    expect(text).toContain('第 2 版（现行），2026-03-02 09:00，韩非：统一结尾');
    expect(text).toContain('软件自带的用语');
    expect(text).not.toContain('保存信函用语');
  });
});

describe('what was typed', () => {
  it('should be sent only where it differs from what is in force', () => {
    const typed = { title: ' 关于{{proposal.title}}的答复 ', closing: '此复。' };
    expect(changedIn([title, closing], typed)).toEqual([{ piece: 'closing', template: '此复。' }]);
  });

  it('should stand in its passage, also where that is to be the usual words', () => {
    expect([wordsIn({}, title), wordsIn({ title: null }, title)]).toEqual([title.template, null]);
  });

  it('should lead back to an earlier version, also to passages that only that one had', () => {
    const changes = [
      change('title', title.template, '旧标题'),
      change('closings/variants/old', null, '旧结尾'),
    ];
    const pieces = withComing([title, closing], changes);
    expect(changedIn(pieces, editsTo(changes))).toEqual([
      { piece: 'title', template: '旧标题' },
      { piece: 'closings/variants/old', template: '旧结尾' },
    ]);
  });
});
