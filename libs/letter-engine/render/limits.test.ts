import { FuhanError } from '@fuhan/kernel';
import {
  FOUR_LINES,
  letterOf,
  oddLetter,
  paragraph,
  paragraphs,
  section,
  table,
} from '../../../test/fixtures/letters/odd-letters';
import { readPdf } from '../../../test/fixtures/letters/read-pdf';
import { emptyLetter, type LetterModel } from '../model/model';
import { MAX_PAGES } from './limits';
import { createPdfRenderer, type PdfRenderer } from './pdf';

let renderer: PdfRenderer;
beforeAll(async () => {
  renderer = createPdfRenderer({ size: 2 });
  await Promise.all([renderer.render(oddLetter()), renderer.render(oddLetter())]);
});
afterAll(() => renderer.close());

const outcome = async (model: LetterModel): Promise<string> => {
  try {
    return `${(await renderer.render(model)).pages} pages`;
  } catch (error) {
    if (error instanceof FuhanError) return error.code;
    throw error;
  }
};
const filling = (pages: number): LetterModel =>
  letterOf(paragraphs(Math.round((pages * 22 - 10) / 4), FOUR_LINES));
const POISON = letterOf([paragraph('近年来我市坚持以人民为中心'.repeat(15_400))]);

describe('the length of a letter', () => {
  it('should be forty pages at most', () => {
    expect(MAX_PAGES).toBe(40);
  });

  it('should be printed up to there', async () => {
    expect(await outcome(filling(39.5))).toBe('40 pages');
  });

  it('should be refused a page beyond', async () => {
    expect(await outcome(filling(40.9))).toBe('letter.too-many-pages');
  });

  it('should be named in the refusal', async () => {
    await expect(renderer.render(filling(40.9))).rejects.toMatchObject({ params: { pages: 42, limit: 40 } });
  });

  it.each([
    [
      '2,000 headings',
      oddLetter({ sections: Array.from({ length: 2000 }, (_, i) => section(`第${i}条`, [])) }),
    ],
    ['a paragraph of 200,000 characters', POISON],
    [
      'a table of 5,000 rows',
      letterOf([
        table(
          ['甲'],
          Array.from({ length: 5000 }, () => ['乙']),
        ),
      ]),
    ],
    ['200,000 Latin letters without a gap', letterOf([paragraph('m'.repeat(200_000))])],
  ])('should be refused: %s', async (_, model) => {
    expect(await outcome(model)).toBe('letter.too-many-pages');
  });
});

describe('a letter out of the ordinary', () => {
  it.each([
    ['nothing at all', emptyLetter(), '1 pages'],
    ['no title', oddLetter({ title: null }), '1 pages'],
    [
      'a title of 200 characters',
      oddLetter({ title: '关于加快推进产业发展的若干措施的提案答'.repeat(11).slice(0, 200) }),
      '2 pages',
    ],
    [
      'an issuer of 40 characters',
      oddLetter({ issuer: '云陵市粤港澳大湾区协同发展和对外经济'.repeat(3).slice(0, 40) }),
      '1 pages',
    ],
    ['empty paragraphs', letterOf([paragraph(''), paragraph(' ')]), '1 pages'],
    ['a table with nothing in it', letterOf([table([], [])]), '1 pages'],
    ['a word of 3,000 letters', letterOf([paragraph('a'.repeat(3000))]), '3 pages'],
  ])('should be printed with %s', async (_, model, pages) => {
    expect(await outcome(model)).toBe(pages);
  });

  it('should be refused with a title that leaves the first page no text', async () => {
    expect(await outcome(oddLetter({ title: '加快推进产业发展'.repeat(40) }))).toBe('letter.title-too-long');
  });

  it('should break a word that is wider than a line inside the text area', async () => {
    const [page] = await readPdf((await renderer.render(letterOf([paragraph('w'.repeat(400))]))).pdf);
    expect(Math.max(...page!.pieces.map(({ right }) => right))).toBeLessThan(187);
  });
});

describe('a poisonous letter', () => {
  it('should not harm a normal one beside it', async () => {
    const poison = Array.from({ length: 4 }, () => outcome(POISON));
    expect([await outcome(oddLetter()), new Set(await Promise.all(poison))]).toEqual([
      '1 pages',
      new Set(['letter.too-many-pages']),
    ]);
  });

  it('should not keep a normal one waiting even when it is worth forty pages', async () => {
    const heavy = outcome(filling(39.5));
    expect(await Promise.race([heavy, outcome(oddLetter())])).toBe('1 pages');
    await heavy;
  });
});
