import { Problem } from '../shared/api/problem';
import type { OutsideQuestion } from '../shared/api/types';
import { type Page, visit } from '../testing/page';

jest.mock('../shared/nonce', () => ({ pageNonce: () => 'of-this-answer' }));

const question = (more: Partial<OutsideQuestion> = {}): OutsideQuestion => ({
  recipient: '市水务局',
  asker: '市工业和信息化局',
  proposal: { number: '135021', title: '关于测试的提案' },
  kind: 'co_handler',
  note: null,
  dueOn: '2026-04-09',
  passages: [{ section: '摸清底数', body: '已经摸底。' }],
  html: null,
  ...more,
});
const open = (answer: unknown): Promise<Page> => visit('/q/abc', [[['outside question', 'abc'], answer]]);

describe('the page of a question about a draft', () => {
  it('should show a unit its own words, who asks, and until when', async () => {
    const { text } = await open(question({ note: '请核对口径。' }));
    for (const words of ['市水务局：', '摸清底数', '已经摸底。', '2026年4月9日前答复', '请核对口径。'])
      expect(text).toContain(words);
  });

  it('should ask a unit for the name of who answers', async () => {
    const { html } = await open(question());
    expect([html.includes('答复人姓名'), html.includes('确认，可以这样写')]).toEqual([true, true]);
  });

  it('should show a proposer the draft, and ask for no name', async () => {
    const { html } = await open(question({ kind: 'proposer', passages: [], html: '<p>答复</p>' }));
    expect([html.includes('title="答复稿"'), html.includes('答复人姓名')]).toEqual([true, false]);
  });

  it('should have no way inside', async () => {
    const { html, address } = await open(question());
    expect([address, html.includes('待办')]).toEqual(['/q/abc', false]);
  });

  it('should say whom to ask when the link opens no more', async () => {
    expect((await open(new Problem(404, 'link.dead', '无效。'))).text).toContain('请与给您发链接的单位联系');
  });
});
