import type { LetterModel } from '../../model/model';
import type { PdfSource } from '../../pdf/pdf-source';
import { printedBlocks } from '../../render/printed-blocks';
import { renderText } from '../../render/text';
import { squeeze } from '../../text/characters';
import { linesOf, seenGlyphs } from '../lines';
import { excerpt, failed, type Measure, notApplicable, passed } from '../measure';

/** Page numbers stand below the text area and are no words of the letter. */
const TEXT_END = 264.5;

/** The words of each page, white space taken out: as drawn, or as a reader's eye goes. */
const drawnWords = (pdf: PdfSource): string[] =>
  pdf.pages.map((page) =>
    squeeze(
      seenGlyphs(page)
        .filter(({ baseline }) => baseline <= TEXT_END)
        .map(({ text }) => text)
        .join(''),
    ),
  );
const readWords = (pdf: PdfSource): string[] =>
  pdf.pages.map((page, i) =>
    linesOf(page, i + 1)
      .filter(({ baseline }) => baseline <= TEXT_END)
      .map(({ text }) => text)
      .join(''),
  );

/** What a table repeats at the head of every page it goes over to; the longest first, since one may begin like another. */
const repeatedHeads = (model: LetterModel): string[] =>
  printedBlocks(model)
    .flatMap((block) =>
      block.kind === 'table' && block.header.length > 0 ? [squeeze(block.header.join(''))] : [],
    )
    .sort((a, b) => b.length - a.length);

/** How many characters of `expected` the pages say before they say something else; all of both when they agree. */
function agreement(
  pages: readonly string[],
  expected: string,
  heads: readonly string[],
): { at: number; equal: boolean; said: string } {
  let at = 0;
  for (const page of pages) {
    const repeated = heads.find(
      (head) => head !== '' && page.startsWith(head) && !expected.startsWith(head, at),
    );
    const words = repeated === undefined ? page : page.slice(repeated.length);
    if (!expected.startsWith(words, at)) {
      let same = 0;
      while (same < words.length && words[same] === expected[at + same]) same += 1;
      return { at: at + same, equal: false, said: words.slice(same) };
    }
    at += words.length;
  }
  return { at, equal: at === expected.length, said: '' };
}

export const text: Measure = {
  id: 'text',
  name: '文字与原文一致',
  clause: '—',
  expected: '去掉空白后逐字相同',
  tolerance: null,
  measure({ pdf, model }) {
    if (!model) return notApplicable('没有给原文（用 --source 指定）');
    const expected = squeeze(renderText(model));
    const heads = repeatedHeads(model);
    const drawn = agreement(drawnWords(pdf), expected, heads);
    const found = drawn.equal ? drawn : agreement(readWords(pdf), expected, heads);
    const best = found.equal || found.at >= drawn.at ? found : drawn;
    if (best.equal) return passed(`${[...expected].length} 字相同`);
    const said = excerpt(best.said) || '（到此为止）';
    const meant = excerpt(expected.slice(best.at)) || '（到此为止）';
    return failed(`前 ${best.at} 字相同`, `其后 PDF 为“${said}”，原文为“${meant}”`);
  },
};
