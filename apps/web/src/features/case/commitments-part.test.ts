import type { CaseFile, Commitment } from '../../shared/api/types';
import { button, caseFile, commitment, me } from '../../testing/data';
import { visit } from '../../testing/page';

const shown = async (more: Partial<CaseFile>): Promise<string> =>
  (
    await visit('/proposals/p1?tab=promises', [
      [['me'], me()],
      [['case', 'p1'], caseFile(more)],
    ])
  ).html;
const of = (more: Partial<Commitment>): Promise<string> => shown({ commitments: [commitment(more)] });

describe('the promises of a case', () => {
  it('should say that there is none, and when there will be', async () => {
    expect(await shown({})).toContain('函中的承诺会列在这里等待确认');
  });

  it('should say what keeps them from counting as registered', async () => {
    const promisesOpen = [{ assignmentId: 'a1', unit: '市工信局', reason: '还有 2 条没有确认。' }];
    expect(await shown({ promisesOpen })).toContain('还有 2 条没有确认。');
  });

  it('should show who keeps it by when, and how the letter words the time', async () => {
    const html = await of({});
    for (const words of ['建成十处', '市商务局', '商贸科', '2026年12月31日', '年底前', '剩 100 个工作日'])
      expect(html).toContain(words);
  });

  it('should show the letter’s own sentence to who has to confirm it', async () => {
    expect(await of({ state: 'proposed' })).toContain('下一步，建成十处。');
    expect(await of({ state: 'confirmed' })).not.toContain('下一步，建成十处。');
  });

  it('should show why it cannot be kept', async () => {
    const html = await of({ state: 'unkept', outcome: 'unkept', settledWords: '没有场地。' });
    expect(html).toContain('不能兑现的原因');
    expect(html).toContain('没有场地。');
  });

  it('should show what the proposer says of it, or that nothing was said yet', async () => {
    const answered = { state: 'answered', outcome: 'kept', answer: '已建成。' } as const;
    const rating = { rating: 'dissatisfied', ratingLabel: '不满意', remark: '太晚。' } as const;
    const ratings = [{ proposer: '沈若谷', ...rating, ratedAt: '2026-07-01T01:00:00.000Z' }];
    expect(await of(answered)).toContain('提案者还没有评价');
    expect(await of({ ...answered, ratings })).toMatch(/沈若谷.*不满意.*太晚。/);
  });

  it('should offer what the reader may do with it, beside it', async () => {
    const nextActions = [button({ command: 'commitment.report', label: '更新进展', targetId: 'c1' })];
    const html = await shown({ commitments: [commitment()], nextActions });
    expect(html).toMatch(/href="[^"]*do=commitment.report[^"]*"[^>]*>更新进展/);
  });

  it('should show the links to who is given them', async () => {
    const links = [{ proposer: '沈若谷', address: 'https://fuhan.example/c/x', expiresOn: '2026-08-01' }];
    expect(await of({ links })).toContain('https://fuhan.example/c/x');
  });
});
