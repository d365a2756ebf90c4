import type { PolicyBrief, PolicyReading } from '../shared/api/types';
import { button, me } from '../testing/data';
import { visit } from '../testing/page';

const brief: PolicyBrief = {
  ...{ id: 'd1', title: '助餐任务分解表', kindLabel: '任务分解表', issuer: '某市', date: '2026-03-01' },
  ...{ state: 'current', stateLabel: '现行', sections: 1, measures: 2, units: 2, findings: 1 },
  ...{ importedAt: '2026-03-20T02:00:00Z', importedBy: '何办' },
};
const reading: PolicyReading = {
  ...{ kindLabel: '任务分解表', title: '助餐任务分解表', issuer: '某市', date: '2026-03-01', targets: [] },
  sections: [
    {
      ...{ group: '一、办好食堂', number: 1, title: '建设老年食堂', measureCount: 2 },
      measures: [
        { text: '利用闲置用房。', units: ['市民政局', '市财政局'], source: '第 8 行' },
        { text: '发放手册。', units: [], source: '第 9 行' },
      ],
    },
  ],
  findings: [{ id: 'measure.no-units', message: '这条措施没有写明责任部门。', source: '第 9 行' }],
};
const importing = button({ command: 'policy.import', label: '导入政策文件', href: '/api/policies' });
const list = async (policies: PolicyBrief[], actions = [importing]): Promise<string> =>
  (
    await visit('/policies', [
      [['me'], me()],
      [['policies'], { policies, actions }],
    ])
  ).text;
const one = async (more: object = {}): Promise<string> =>
  (
    await visit('/policies?doc=d1', [
      [['me'], me()],
      [
        ['policies', 'd1'],
        {
          ...{ ...brief, reading, fileId: 'f1', fileName: '分解表.docx', replacedBy: null, reason: null },
          ...{ actions: [], ...more },
        },
      ],
    ])
  ).text;

describe('the page of policy documents', () => {
  it('should tell of each how much it says and what is to be looked at', async () => {
    expect(await list([brief])).toMatch(/助餐任务分解表.*现行.*2 条措施.*2 个责任单位，1 处需要核对.*何办/s);
  });
  it('should offer the import to whom the server offers it, and to nobody else', async () => {
    expect(await list([])).toContain('先看读出来的内容');
    expect(await list([], [])).not.toContain('先看读出来的内容');
  });
  it('should say what a first document is good for', async () => {
    expect(await list([])).toContain('交办时会按职责推荐承办单位');
  });
  it('should show a document by tasks, with the units of each measure and where it stands', async () => {
    expect(await one()).toMatch(/一、办好食堂.*建设老年食堂.*利用闲置用房。.*市民政局、市财政局.*第 8 行/s);
    expect(await one()).toContain('没有写明责任单位');
  });
  it('should say that it is used no more, and why', async () => {
    expect(await one({ state: 'withdrawn', stateLabel: '已停用', reason: '到期。' })).toContain(
      '已停用：到期。',
    );
  });
  it('should lead to the newer one', async () => {
    const replacedBy = { id: 'd2', title: '助餐任务分解表' };
    expect(await one({ state: 'replaced', stateLabel: '已有新版', replacedBy })).toContain('看新版');
  });
});
