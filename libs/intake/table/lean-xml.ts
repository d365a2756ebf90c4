/** Tags are searched so far; a longer one goes to the parser as it is. */
const CELL = /<(?:\w{1,9}:)?c\s[^<>]{0,200}?\br="[A-Z]{1,3}\d{1,7}"[^<>]{0,200}\/>/g;
const ROW = /<(?:\w{1,9}:)?row\s[^<>]{0,300}?\br="\d{1,7}"[^<>]{0,300}(?:\/>|>\s{0,20}<\/(?:\w{1,9}:)?row>)/g;
/** Blanks are searched so far too: a search that may turn back at every one of a hundred million of them runs out of stack. */
const BETWEEN = />\s{1,2000}</g;
const LONGEST_REST = 2 ** 20;

/**
 * Takes out of a sheet's XML, as it comes, what holds nothing: cells and rows that are only painted, blanks between tags. A sheet of a
 * million painted rows is then as quick as an empty one.
 */
export class LeanXml {
  private rest = '';

  /** What of the pieces so far can go on to the parser. */
  push(piece: string): string {
    const text = this.rest + piece;
    const cut = text.lastIndexOf('>') + 1;
    const rest = text.slice(cut);
    this.rest = rest !== '' && rest.trim() === '' ? ' ' : rest;
    if (this.rest.length <= LONGEST_REST) return this.lean(text.slice(0, cut));
    this.rest = '';
    return text;
  }

  /** What is left at the end. */
  end(): string {
    return this.rest;
  }

  private lean(text: string): string {
    return text.replace(BETWEEN, '><').replace(CELL, '').replace(ROW, '');
  }
}
