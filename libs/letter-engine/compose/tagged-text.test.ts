import { markTyped, readTagged } from './tagged-text';

describe('reading tagged text', () => {
  it('should give an element with its children in order', () => {
    expect(
      readTagged('<a><b>甲</b><c/></a>'.replace('<c/>', '<c></c>')).children.map(({ tag }) => tag),
    ).toEqual(['b', 'c']);
  });

  it('should decode what was typed', () => {
    expect(readTagged('<a>&lt;w:t&gt; &amp;amp; &quot;甲&quot; &#x27;&#x60;&#x3D;</a>').text).toBe(
      '<w:t> &amp; "甲" \'`=',
    );
  });

  it('should take the line breaks and the indentation of the template out', () => {
    expect(readTagged('<a>\n  甲\n  乙\n</a>').text).toBe('甲乙');
  });

  it('should keep a line break that was typed', () => {
    expect(readTagged('<a>甲&#10;乙</a>').text).toBe('甲\n乙');
  });

  it('should keep a line break of a field that was typed', () => {
    expect(readTagged(`<a>${markTyped('甲\r\n乙\n丙')}</a>`).text).toBe('甲\n乙\n丙');
  });

  it('should part a list where the template does, never inside a typed name', () => {
    expect(readTagged(`<a>${markTyped('甲、乙')}、丙</a>`)).toMatchObject({
      text: '甲、乙、丙',
      listed: ['甲、乙', '丙'],
    });
  });

  it('should keep the blanks at the ends apart', () => {
    expect(readTagged('<a> 甲&#10;</a>')).toMatchObject({ text: '甲', whole: ' 甲\n' });
  });

  it('should keep the blanks between words of one line', () => {
    expect(readTagged('<a>CRO 平台</a>').text).toBe('CRO 平台');
  });

  it('should read attributes', () => {
    expect(readTagged('<h level="3" bold="0-2,4-6">甲</h>').attributes).toEqual({
      level: '3',
      bold: '0-2,4-6',
    });
  });

  it.each([
    ['<a><b></a>', '没有对应的开头'],
    ['<a>', '没有结束'],
    ['</a>', '没有对应的开头'],
    ['<a></a><b></b>', '只有一个最外层'],
    ['<a>1 < 2</a>', '不属于任何标签'],
  ])('should refuse %s', (source, why) => {
    expect(() => readTagged(source)).toThrow(why);
  });
});
