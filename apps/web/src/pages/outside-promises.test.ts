import type { OutsidePromises } from '../shared/api/types';
import { Problem } from '../shared/api/problem';
import { type Page, visit } from '../testing/page';

type Told = OutsidePromises['promises'][number];
const told = (more: Partial<Told> = {}): Told => ({
  ...{ id: 'c1', text: '建成十处', dueOn: '2026-12-31', state: 'answered', stateLabel: '已兑现' },
  ...{
    outcome: 'kept',
    settledOn: '2026-12-01',
    reason: null,
    answer: '十处已建成。',
    rating: null,
    remark: null,
  },
  ...more,
});
const open = (promises: Told[] | Problem): Promise<Page> =>
  visit('/c/abc', [
    [
      ['outside promises', 'abc'],
      promises instanceof Problem
        ? promises
        : {
            ...{
              recipient: '沈若谷',
              issuer: '南屿市工业和信息化局',
              documentNumber: '南工信函〔2026〕12号',
            },
            ...{ date: '2026-06-05', expiresOn: '2027-01-05', promises },
            proposal: { number: '135021', title: '关于充电桩的提案' },
          },
    ],
  ]);

describe('the proposer’s page of the promises', () => {
  it('should greet the proposer and tell of which letter it is', async () => {
    const { text } = await open([told()]);
    for (const words of ['沈若谷', '第135021号', '南工信函〔2026〕12号', '十处已建成。'])
      expect(text).toContain(words);
  });

  it('should ask for a rating once there is a second answer', async () => {
    expect((await open([told()])).text).toContain('提交评价');
    expect((await open([told({ answer: null, state: 'kept' })])).text).not.toContain('提交评价');
  });

  it('should show the rating that was given and ask no more', async () => {
    const { text } = await open([told({ rating: '基本满意', remark: '晚了些。' })]);
    expect(text).toContain('您的评价：基本满意。晚了些。');
    expect(text).not.toContain('提交评价');
  });

  it('should say why something cannot be kept', async () => {
    const { text } = await open([told({ outcome: 'unkept', stateLabel: '不能兑现', reason: '没有场地。' })]);
    expect(text).toContain('没有场地。');
  });

  it('should say that a dead link does not open, and nothing more', async () => {
    expect((await open(new Problem(404, 'link.dead', '打不开。'))).text).toContain('这个链接打不开');
  });
});
