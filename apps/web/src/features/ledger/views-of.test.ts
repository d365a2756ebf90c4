import type { LedgerViews } from '../../shared/api/types';
import { ledger, me } from '../../testing/data';
import { visit } from '../../testing/page';
import { viewKey, viewsOf } from './views-of';

const data: LedgerViews = {
  ...{ open: 7, overdue: 2, near: 3, classes: ['A', 'B', 'C'], leaders: [{ id: 'l1', name: '林副市长' }] },
  stages: [{ stage: 'review', label: '审核中', open: 4 }],
  saved: [{ name: '等我看的', asked: { stage: 'review', page: '3' } }],
};
const open = async (address: string, asked: object) =>
  visit(address, [
    [['me'], me()],
    [['proposals', 'views'], data],
    [['proposals', asked, 1], ledger(0)],
  ]);

describe('the views over the ledger', () => {
  it('should be those of everybody, then the own ones, without the page they were kept on', () => {
    const views = viewsOf(data);
    expect(views.map(({ name, count }) => [name, count])).toEqual([
      ['全部', undefined],
      ['在办', 7],
      ['逾期', 2],
      ['临近', 3],
      ['等我看的', undefined],
    ]);
    expect(viewKey(views[4]!.asked)).toBe(viewKey({ stage: 'review' }));
  });

  it('should be the same view in whichever order it is asked for', () => {
    expect(viewKey({ stage: 'review', q: 'a' })).toBe(viewKey({ q: 'a', stage: 'review', light: undefined }));
  });

  it('should mark the one that the address asks for', async () => {
    const { html } = await open('/proposals?light=overdue', { light: 'overdue' });
    expect(html).toMatch(/aria-current="page"[^>]*>逾期/);
  });

  it('should offer to keep what is no view yet, and to drop an own one', async () => {
    expect((await open('/proposals?stage=closed', { stage: 'closed' })).text).toContain('存为视图');
    expect((await open('/proposals?stage=review', { stage: 'review' })).text).toContain('删掉这个视图');
  });

  it('should not call the ledger empty where only the view is', async () => {
    const { text } = await open('/proposals?stage=closed', { stage: 'closed' });
    expect([text.includes('现在没有这样的提案'), text.includes('台账还是空的')]).toEqual([true, false]);
  });

  it('should ask for no stage and no light that there is not', async () => {
    const { text } = await visit('/proposals?stage=nowhere&light=blue', [
      [['me'], me()],
      [['proposals', {}, 1], ledger(7)],
    ]);
    expect(text).toContain('共 7 件');
  });
});
