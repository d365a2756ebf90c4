import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createPdfRenderer, decodeText, importLetter, renderDocx, renderHtml } from '@fuhan/letter-engine';
import { findProjectRoot } from '@fuhan/platform';
import { report, timed } from './figures';

const LETTERS = 100;
const THREADS = 2;

describe('letters', () => {
  const file = path.join(findProjectRoot(), 'test/fixtures/letters/twin-000.txt');
  const model = importLetter(decodeText(readFileSync(file)));
  /** Each a little different, so that no cache can answer. */
  const variant = (n: number) => ({
    ...model,
    contacts: [],
    annotation: `联系人及电话：第${n}位，0760-${String(10_000_000 + n)}`,
  });

  it('should report first PDF and letters per second', async () => {
    const printer = createPdfRenderer({ size: THREADS });
    let pages = 0;
    report(
      'first PDF after start',
      await timed(async () => ({ pages } = await printer.render(variant(0)))),
      'ms',
    );
    await printer.render(variant(1));
    const models = Array.from({ length: LETTERS }, (_, i) => variant(i + 2));
    const took = await timed(() => Promise.all(models.map((each) => printer.render(each))));
    report(`PDF letters per second (${pages} pages, ${THREADS} threads)`, (LETTERS / took) * 1000, '1/s');
    await printer.close();
    expect(pages).toBeGreaterThan(5);
  });

  it('should report letters of which each has a text of its own', async () => {
    // Typst remembers the paragraphs and the subset of a face that it has just set; here there is nothing to remember.
    const turned = (text: string, by: number): string => text.slice(by) + text.slice(0, by);
    const own = (n: number) => ({
      ...variant(n),
      sections: model.sections.map((section) => ({
        ...section,
        blocks: section.blocks.map((block) =>
          block.type === 'paragraph' ? { ...block, text: turned(block.text, 5 + ((n * 7) % 60)) } : block,
        ),
      })),
    });
    const printer = createPdfRenderer({ size: THREADS });
    await Promise.all([own(0), own(1)].map((each) => printer.render(each)));
    const models = Array.from({ length: LETTERS }, (_, i) => own(i + 2));
    const took = await timed(() => Promise.all(models.map((each) => printer.render(each))));
    await printer.close();
    report('PDF letters per second, each of its own text', (LETTERS / took) * 1000, '1/s');
    expect(took).toBeGreaterThan(0);
  });

  it('should report DOCX and HTML per second', async () => {
    const docx = await timed(async () => Array.from({ length: LETTERS }, (_, i) => renderDocx(variant(i))));
    const html = await timed(async () => Array.from({ length: LETTERS }, (_, i) => renderHtml(variant(i))));
    report('DOCX letters per second', (LETTERS / docx) * 1000, '1/s');
    report('HTML letters per second', (LETTERS / html) * 1000, '1/s');
    expect(docx).toBeGreaterThan(0);
  });
});
