import { Problem } from '../shared/api/problem';
import { outsideOpinion } from '../testing/data';
import { type Page, visit } from '../testing/page';

jest.mock('../shared/nonce', () => ({ pageNonce: () => 'of-this-answer' }));

const open = (answer: unknown): Promise<Page> => visit('/o/abc', [[['outside opinion', 'abc'], answer]]);
const gone = new Problem(404, 'link.dead', '这个链接无效或已失效。');

describe('the page of a co-handler without an account', () => {
  it('should say who asks whom about what, and until when', async () => {
    const { text } = await open(outsideOpinion());
    for (const words of ['市水务局：', '第135021号', '市工业和信息化局主办', '2026年4月9日前提交']) {
      expect(text).toContain(words);
    }
  });

  it('should show the question, the suggestions, and the reason of a return where there is one', async () => {
    const { text } = await open(outsideOpinion({ returnReason: '请补充数据。' }));
    for (const words of ['请提供底数。', '一、摸清底数', '请补充数据。']) expect(text).toContain(words);
  });

  it('should not speak of a return where there was none', async () => {
    expect((await open(outsideOpinion())).text).not.toContain('退回的原因');
  });

  it('should have the form with its button, and no way inside', async () => {
    const { html, address } = await open(outsideOpinion());
    expect([address, html.includes('提交会办意见'), html.includes('待办')]).toEqual(['/o/abc', true, false]);
  });

  it('should say whom to ask when the link opens no more', async () => {
    expect((await open(gone)).text).toContain('请与给您发链接的单位联系');
  });
});
