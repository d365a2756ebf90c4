import type { CommitmentLedger } from '../shared/api/types';
import { me } from '../testing/data';
import { type Page, visit } from '../testing/page';

const item = (more: Partial<CommitmentLedger['items'][number]> = {}): CommitmentLedger['items'][number] => ({
  ...{ id: 'c1', proposalId: 'p1', number: '135021', title: '关于充电桩的提案' },
  ...{ documentNumber: '南工信函〔2026〕12号', text: '建成十处', dueOn: '2026-12-31', firstDueOn: null },
  ...{ madeOn: '2026-06-05', carriedOver: false, state: 'confirmed', stateLabel: '办理中', outcome: null },
  ...{ light: { color: 'green', words: '剩 100 个工作日' }, ownerUnit: '市商务局', owner: '商贸科' },
  ...{ percent: 40, lastOn: '2026-07-01', lastText: '四处已开通。', ratings: [] },
  ...more,
});
const counts = { all: 1, open: 1, overdue: 0, kept: 0, unkept: 0, answered: 0 };
const open = (more: Partial<CommitmentLedger>, search = '', key: unknown[] = ['now', 'any', 'all', 1]) =>
  visit(`/commitments${search}`, [
    [['me'], me()],
    [['commitments', ...key], { year: 2026, counts, units: [], items: [item()], ...more }],
  ]) as Promise<Page>;

describe('the ledger of promises', () => {
  it('should show what was promised, by whom it is kept, how far it is', async () => {
    const { text } = await open({});
    for (const words of ['2026年承诺台账', '建成十处', '市商务局', '40%', '四处已开通。', '剩 100 个工作日'])
      expect(text).toContain(words);
  });

  it('should lead to the promise in its case', async () => {
    expect((await open({})).html).toMatch(/href="\/proposals\/p1\?tab=promises"/);
  });

  it('should say what was carried on, and what is of an earlier year', async () => {
    expect((await open({ items: [item({ firstDueOn: '2026-06-30' })] })).text).toContain('原定2026年6月30日');
    expect((await open({ items: [item({ carriedOver: true })] })).text).toContain('往年承诺');
  });

  it('should count each sort and show the one that is asked for', async () => {
    const { html, text } = await open({ items: [] }, '?show=overdue', ['now', 'any', 'overdue', 1]);
    expect(text).toContain('逾期 0');
    const current = [
      ...html.matchAll(
        /<a[^>]*aria-current="page"[^>]*class="tab[^>]*>|<a[^>]*class="tab[^>]*aria-current="page"[^>]*>/g,
      ),
    ];
    expect(current.map(([tag]) => tag.includes('show=overdue'))).toEqual([true]);
  });

  it('should lead to the years beside it', async () => {
    const { html } = await open({});
    expect(html).toContain('href="/commitments?year=2025"');
    expect(html).toContain('href="/commitments?year=2027"');
  });

  it('should say that there is none', async () => {
    expect((await open({ items: [] })).text).toContain('这一年没有这样的承诺');
  });

  it('should tell what proposers said', async () => {
    const rated = item({ state: 'answered', stateLabel: '已二次答复', outcome: 'kept', ratings: ['fair'] });
    expect((await open({ items: [rated] })).text).toContain('基本满意');
  });
});
