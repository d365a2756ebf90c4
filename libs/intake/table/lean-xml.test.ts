import fc from 'fast-check';
import { LeanXml } from './lean-xml';

const through = (...pieces: string[]): string => {
  const lean = new LeanXml();
  return pieces.map((piece) => lean.push(piece)).join('') + lean.end();
};

describe('the XML of a sheet without what holds nothing', () => {
  it.each([
    [
      'a painted cell',
      '<row r="1"><c r="A1"><v>1</v></c><c r="B1" s="3"/></row>',
      '<row r="1"><c r="A1"><v>1</v></c></row>',
    ],
    ['a painted row', '<x><row r="7" ht="15"/></x>', '<x></x>'],
    ['a row of painted cells', '<x:row r="7"><x:c r="A7" s="1"/><x:c r="B7" s="1"/></x:row>', ''],
    ['blanks between tags', '<a>\n  <b>', '<a><b>'],
  ])('should lose %s', (_, xml, left) => {
    expect(through(xml)).toBe(left);
  });

  it.each([
    ['a cell with a value', '<c r="A1"><v>1</v></c>'],
    ['a row that does not say its number', '<row/><row/>'],
    ['a cell that does not say its place', '<c/><c><v>1</v></c>'],
    ['blanks beside words', '<t> 修 桥 </t>'],
  ])('should keep %s', (_, xml) => {
    expect(through(xml)).toBe(xml);
  });

  it('should be the same in whatever pieces it comes, but for what a cut hides', () => {
    const xml =
      '<row r="1"><c r="A1"><v>12</v></c></row><t>修  桥</t><row r="2"><c r="A2"><v>3</v></c></row>';
    fc.assert(
      fc.property(fc.array(fc.nat(xml.length)), (cuts) => {
        const at = [0, ...cuts.sort((a, b) => a - b), xml.length];
        return through(...at.slice(1).map((end, i) => xml.slice(at[i], end))) === xml;
      }),
    );
  });

  it('should let a text without end go by', () => {
    const long = 'x'.repeat(3 * 2 ** 20);
    expect(through('<t>', long, '</t>').length).toBe(long.length + 7);
  });

  it('should not keep a flood of blanks', () => {
    expect(through('<a>', ' '.repeat(3 * 2 ** 20), ' '.repeat(100), '<b>').length).toBeLessThan(20);
  });
});
