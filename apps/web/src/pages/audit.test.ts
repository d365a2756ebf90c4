import type { AuditAnswer } from '../shared/api/types';
import { me } from '../testing/data';
import { type Page, visit } from '../testing/page';

const entry: AuditAnswer['items'][number] = {
  ...{ seq: 12, at: '2026-04-13T01:00:00.000Z', actor: 'p1', actorName: '林三' },
  ...{ action: 'reviewStep.approve', actionLabel: '同意', object: 's1', detail: '{}' },
  proposal: { id: 'c1', number: '135021' },
};
const open = (items: AuditAnswer['items'], address = '/admin/audit', asked: object = {}) =>
  visit(address, [
    [['me'], me({ duties: ['audit_admin'] })],
    [['audit', asked, 1], { items, total: items.length }],
  ]) as Promise<Page>;

describe('审计日志', () => {
  it('should tell each entry in the words of the house, its names beside it', async () => {
    const { text } = await open([entry]);
    for (const words of ['共 1 条', '林三', '同意', '第 135021 号']) expect(text).toContain(words);
  });

  it('should show what was written where no name of today belongs to it', async () => {
    const { text } = await open([{ ...entry, actorName: null, actionLabel: null, proposal: null }]);
    for (const words of ['p1', 'reviewStep.approve']) expect(text).toContain(words);
  });

  it('should look in the days the address names', async () => {
    const asked = { from: '2026-04-01', to: '2026-04-30' };
    expect((await open([], '/admin/audit?from=2026-04-01&to=2026-04-30', asked)).text).toContain(
      '没有这样的记录',
    );
  });

  it('should say what a check of the chain is before it is made', async () => {
    expect((await open([entry])).text).toContain('核对整条链');
  });
});
