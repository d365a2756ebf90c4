import { Problem } from './api/problem';
import { runAll } from './batch';

describe('a batch', () => {
  const job = (key: string, run: () => Promise<string>) => ({ key, words: `第 ${key} 号`, run });
  it('should be done in its order, and go on after what failed', async () => {
    const seen: number[] = [];
    const outcomes = await runAll(
      [
        job('1', () => Promise.resolve('〔2026〕1号')),
        job('2', () => Promise.reject(new Problem(409, 'guard.failed', '还没有签发。'))),
        job('3', () => Promise.resolve('〔2026〕2号')),
      ],
      (told) => seen.push(told.length),
    );
    expect(outcomes.map(({ key, ok, detail }) => [key, ok, detail])).toEqual([
      ['1', true, '〔2026〕1号'],
      ['2', false, '还没有签发。'],
      ['3', true, '〔2026〕2号'],
    ]);
    expect(seen).toEqual([1, 2, 3]);
  });
});
