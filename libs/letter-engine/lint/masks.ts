const SQUARE = '□';

const blot = (text: string): string => SQUARE.repeat(text.length);

/** The text with what stands in 《》 blotted out, nested ones too: the words of a document's title are not the letter's. */
export const titlesBlotted = (text: string): string =>
  text.replace(/《[^《》]{0,200}(?:《[^《》]{0,200}》[^《》]{0,200}){0,3}》/g, blot);

/** The text with what stands in “” blotted out: words of others. */
export const quotesBlotted = (text: string): string => text.replace(/“[^“”]{0,200}”/g, blot);

/** Only the letter's own words: titles and quotations blotted out, every place as it was. */
export const ownWords = (text: string): string => quotesBlotted(titlesBlotted(text));
