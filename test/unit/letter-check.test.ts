import {
  checkPdf,
  createPdfReader,
  createPdfRenderer,
  letterModelSchema,
  type PdfCheck,
} from '@fuhan/letter-engine';
import { benchLetter, benchLetters } from '../bench/letter-bench';

/** Eight of the bench's letters, the longest left out: all 120 are measured by `npm run bench`. */
const sample = benchLetters(40)
  .filter((_, i) => i % 3 === 0)
  .slice(0, 8);

describe('the letters of the bench', () => {
  it('should be the same for the same seed', () => {
    expect(benchLetter(7, 20)).toEqual(benchLetter(7, 20));
  });

  it('should be others for another seed', () => {
    expect(benchLetter(7, 20)).not.toEqual(benchLetter(8, 20));
  });

  it('should be letters as the model says', () => {
    expect(sample.filter((model) => !letterModelSchema.safeParse(model).success)).toEqual([]);
  });

  it('should be of every kind', () => {
    expect(new Set(benchLetters(40).map(({ kind }) => kind)).size).toBe(9);
  });
});

describe('letter check on a sample of them', () => {
  let checks: PdfCheck[];
  beforeAll(async () => {
    const renderer = createPdfRenderer({ timeoutMs: 60_000 });
    const reader = createPdfReader({ timeoutMs: 60_000 });
    checks = [];
    for (const model of sample)
      checks.push(checkPdf(await reader.read((await renderer.render(model)).pdf), model));
    await Promise.all([renderer.close(), reader.close()]);
  }, 240_000);

  it('should find nothing that fails', () => {
    const failing = checks.flatMap(({ results, pages }, i) =>
      results.flatMap(({ id, verdict, reason }) =>
        verdict === 'fail' ? [`${i} (${pages} pages) ${id}: ${reason}`] : [],
      ),
    );
    expect(failing).toEqual([]);
  });

  it('should find most measures to apply', () => {
    const applied = checks.reduce((sum, { counts }) => sum + counts.pass, 0);
    expect(applied / (checks.length * 17)).toBeGreaterThan(0.75);
  });
});
