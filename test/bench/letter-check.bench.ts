import { checkPdf, createPdfReader, createPdfRenderer, type MeasureResult } from '@fuhan/letter-engine';
import { report } from './figures';
import { benchLetters } from './letter-bench';

const LETTERS = 120;

describe('letter check', () => {
  it('should report how many measures pass, do not apply, fail', async () => {
    const renderer = createPdfRenderer({ timeoutMs: 60_000 });
    const reader = createPdfReader({ timeoutMs: 60_000 });
    const results: MeasureResult[] = [];
    const pages: number[] = [];
    const faults: string[] = [];
    for (const [i, model] of benchLetters(LETTERS).entries()) {
      const check = checkPdf(await reader.read((await renderer.render(model)).pdf), model);
      results.push(...check.results);
      pages.push(check.pages);
      for (const { id, verdict, reason } of check.results)
        if (verdict === 'fail') faults.push(`letter ${i}, ${check.pages} pages: ${id}: ${reason}`);
    }
    await Promise.all([renderer.close(), reader.close()]);
    const count = (verdict: MeasureResult['verdict'], id?: string): number =>
      results.filter((each) => each.verdict === verdict && (id === undefined || each.id === id)).length;
    report(
      `letter check, ${LETTERS} letters of ${Math.min(...pages)}–${Math.max(...pages)} pages: pass`,
      count('pass'),
      '',
    );
    report('letter check: not applicable', count('na'), '');
    report('letter check: fail', count('fail'), '');
    for (const id of new Set(results.map((each) => each.id)))
      report(`  ${id}: pass / n.a. / fail`, count('pass', id), `/ ${count('na', id)} / ${count('fail', id)}`);
    for (const fault of faults) process.stdout.write(`${fault}\n`);
    expect(results).toHaveLength(LETTERS * 17);
  });
});
