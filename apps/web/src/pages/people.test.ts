import { Problem } from '../shared/api/problem';
import { button, me, person } from '../testing/data';
import { visit } from '../testing/page';

const read = async (people: unknown, mine = me()): Promise<string> =>
  (
    await visit('/admin/people', [
      [['me'], mine],
      [['people'], people],
    ])
  ).text;

describe('the people', () => {
  it('should be named with their account', async () => {
    expect(await read([person({ name: '卢谦', account: 'luqian' })])).toContain('卢谦 luqian');
  });
  it('should be listed with unit and office', async () => {
    expect(await read([person({ unit: '市卫生健康局', office: '医政科' })])).toContain(
      '市卫生健康局 · 医政科',
    );
  });
  it('should be listed with the unit alone when they have no office', async () => {
    expect(await read([person({ unit: '市卫生健康局', office: null })])).not.toContain('·');
  });
  it('should have their duties in Chinese', async () => {
    expect(await read([person({ duties: ['leader', 'clerk'] })])).toContain('分管领导文书');
  });
  it('should say so when somebody has no duty', async () => {
    expect(await read([person({ duties: [] })])).toContain('没有职责');
  });
  it('should mark who may not sign in any more', async () => {
    expect(await read([person({ disabled: true })])).toContain('已停用');
  });
  it('should not mark who may', async () => {
    expect(await read([person()])).not.toContain('已停用');
  });
  it('should have their own buttons', async () => {
    const actions = [button({ command: 'person.disable', label: '停用' })];
    expect(await read([person({ actions })])).toContain('停用');
  });
  it('should be told apart by the name of the person where buttons have the same words', async () => {
    const actions = [button({ command: 'person.disable', label: '停用', targetLabel: '卢谦' })];
    const { html } = await visit('/admin/people', [
      [['me'], me()],
      [['people'], [person({ actions })]],
    ]);
    expect(html).toContain('aria-label="停用：卢谦"');
  });
  it('should be added by whoever may', async () => {
    const actions = [button({ command: 'person.create', label: '添加人员' })];
    expect(await read([], me({ actions }))).toContain('添加人员');
  });
  it('should not offer here what is done to units', async () => {
    const actions = [button({ command: 'unit.create', label: '添加单位' })];
    expect(await read([], me({ actions }))).not.toContain('添加单位');
  });
  it('should say that there is nobody yet', async () => {
    expect(await read([])).toContain('还没有人员。');
  });
  it('should tell a stranger to this page whose page it is', async () => {
    expect(await read(new Problem(403, 'forbidden', '人员由系统管理员维护。'))).toContain(
      '您的职责不包括这一页人员由系统管理员维护。',
    );
  });
});
