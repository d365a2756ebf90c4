import type { JSONContent } from '@tiptap/core';
import { cutSources, distinct, lengthOf, type Piece, visible } from './pieces';
import { docOf, piecesOf } from './section-doc';

const source = (text: string) => ({ opinionItemId: 'o1', text });
const piece = (id: string, body: string, more: Partial<Piece> = {}): Piece => ({
  id,
  kind: 'paragraph',
  body,
  sources: [],
  ...more,
});

describe('a section as the editor’s document', () => {
  it.each<[string, Piece[]]>([
    ['paragraphs and headings', [piece('a', '（一）做法', { kind: 'heading2' }), piece('b', '第一段。')]],
    ['words with their origin', [piece('a', '全市已建1200个。', { sources: [source('全市已建1200个。')] })]],
    ['a line break inside a passage', [piece('a', '第一行\n第二行')]],
    ['a table', [piece('t', '| 项目 | 数量 |\n| 充电桩 | 1200 |', { kind: 'table' })]],
    ['a stroke inside a cell', [piece('t', '| 甲\\|乙 | 丙 |', { kind: 'table' })]],
    ['a rare character', [piece('a', '𠮷祥里社区')]],
  ])('should come back as it was: %s', (_what, pieces) => {
    expect(piecesOf(docOf(pieces))).toEqual(pieces);
  });

  it('should begin an empty section with an empty line that says nothing', () => {
    expect([docOf([]).content?.length, piecesOf(docOf([]))]).toEqual([1, []]);
  });

  it('should leave out empty lines and what cannot be seen', () => {
    const doc: JSONContent = {
      type: 'doc',
      content: [
        { type: 'passage', attrs: { id: 'a', kind: 'paragraph' } },
        { type: 'passage', attrs: { id: 'b' }, content: [{ type: 'text', text: '​有字﻿' }] },
      ],
    };
    expect(piecesOf(doc)).toEqual([piece('b', '有字')]);
  });

  it('should rest on both origins where two passages were joined', () => {
    const marked = (text: string) => ({
      type: 'text',
      text,
      marks: [{ type: 'origin', attrs: { sources: [source(text)] } }],
    });
    const doc = {
      type: 'doc',
      content: [{ type: 'passage', attrs: { id: 'a' }, content: [marked('甲。'), marked('乙。')] }],
    };
    expect(piecesOf(doc)[0]?.sources).toEqual([source('甲。'), source('乙。')]);
  });
});

describe('the origins of a passage that was split', () => {
  const whole = [source('前半。后半。')];

  it('should be cut with it where nothing was reworded', () => {
    const parts = [piece('a', '前半。', { sources: whole }), piece('b', '后半。', { sources: whole })];
    expect(cutSources(parts).map(({ sources }) => sources)).toEqual([[source('前半。')], [source('后半。')]]);
  });

  it('should stay whole where a part was reworded', () => {
    const parts = [piece('a', '前半改。', { sources: whole }), piece('b', '后半。', { sources: whole })];
    expect(cutSources(parts)).toEqual(parts);
  });

  it('should stay whole where a passage was only shortened: what was left out is seen', () => {
    const shortened = [piece('a', '前半。', { sources: whole })];
    expect(cutSources(shortened)).toEqual(shortened);
  });
});

describe('the words of a section', () => {
  it('should be counted as one reads them', () => {
    expect(lengthOf([piece('a', '𠮷 祥'), piece('b', '里\n')])).toBe(3);
  });
  it('should name each origin once', () => {
    expect(distinct([source('甲'), source('乙'), source('甲')])).toEqual([source('甲'), source('乙')]);
  });
  it('should lose the joiners a word processor leaves behind', () => {
    expect(visible('一​二‏三⁠四﻿')).toBe('一二三四');
  });
});
