import { me, registering } from '../testing/data';
import { type Page, visit } from '../testing/page';

const schema = {
  properties: { title: { type: 'string', title: '案由', minLength: 1 } },
  required: ['title'],
};
const open = (actions: ReturnType<typeof me>['actions']): Promise<Page> =>
  visit('/proposals/new', [[['me'], me({ actions })]]);

describe('registering a proposal', () => {
  it('should be headed by the words of its button', async () => {
    expect((await open([registering])).html).toContain('<h1>登记提案</h1>');
  });
  it('should ask for what the command needs', async () => {
    expect((await open([{ ...registering, schema }])).text).toContain('案由 必填');
  });
  it('should not be taken for the case of a proposal named "new"', async () => {
    expect((await open([registering])).html).not.toContain('案卷的各部分');
  });
  it('should tell whoever may not whose work it is', async () => {
    expect((await open([])).text).toContain('登记提案由交办人员来做。');
  });
  it('should not draw the form for whoever may not', async () => {
    expect((await open([])).html).not.toContain('<form');
  });
});
