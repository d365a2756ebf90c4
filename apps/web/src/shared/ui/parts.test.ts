import { createElement } from 'react';
import { clock } from '../../testing/data';
import { markup, words } from '../../testing/render';
import type { Clock, Light as LightAnswer } from '../api/types';
import { Area } from './area';
import { LetterFrame } from './letter-frame';
import { ClockLight, ClockSteps, Light } from './light';
import { Tag } from './tag';
import { Differences, Prose } from './text';

jest.mock('../nonce', () => ({ pageNonce: () => 'n1' }));

const lit = (color: LightAnswer['color']): string =>
  markup(createElement(Light, { light: { color, words: '剩 2 天' } }));
const shapeOf = (color: LightAnswer['color']): string | undefined => /<path[^>]*>/.exec(lit(color))?.[0];
const colors = ['overdue', 'red', 'yellow', 'green', 'grey'] as const;

describe('a light', () => {
  it.each(colors)('should say in words what it is: %s', (color) => {
    expect(words(lit(color))).toBe('剩 2 天');
  });
  it('should have a shape of its own for each colour', () => {
    expect(new Set(colors.map(shapeOf)).size).toBe(colors.length);
  });
  it('should not read its shape out', () => {
    expect(lit('red')).toContain('aria-hidden="true"');
  });
});

describe('the light of a clock', () => {
  const read = (more: Partial<Clock>): string =>
    words(markup(createElement(ClockLight, { clock: clock(more) })));
  it('should show until when', () => {
    expect(read({})).toContain('2026年6月2日前');
  });
  it('should warn that the day may still move', () => {
    expect(read({ provisional: true })).toContain('2026年6月2日前（暂定）');
  });
  it('should show when it was met', () => {
    expect(read({ metOn: '2026-05-08' })).toContain('✓ 2026年5月8日办结');
  });
  it('should go out when it was met', () => {
    expect(read({ metOn: '2026-05-08' })).not.toContain('剩 60 个工作日');
  });
  it('should name the unit it runs for', () => {
    expect(read({})).toContain('答复提案者 · 市工业和信息化局');
  });
  it('should leave the mark out where it runs for no single unit', () => {
    expect(read({ unit: '' })).not.toContain('·');
  });
  it('should be a button, so that the keyboard can ask how it was reckoned', () => {
    expect(markup(createElement(ClockLight, { clock: clock() }))).toMatch(/^<button type="button"/);
  });
  it('should reckon in the order of the steps', () => {
    expect(markup(createElement(ClockSteps, { clock: clock({ steps: ['一', '二'] }) }))).toBe(
      '<ol class="steps"><li>一</li><li>二</li></ol>',
    );
  });
});

describe('a tag', () => {
  it('should be plain unless told otherwise', () => {
    expect(markup(createElement(Tag, { children: '会办' }))).toBe('<span class="tag tag-plain">会办</span>');
  });
});

describe('written text', () => {
  const prose = (text: string): string => markup(createElement(Prose, { text }));
  it('should be drawn without the blank lines and indents it was pasted with', () => {
    expect(prose('　　第一段。\n\n  第二段。 \n')).toBe(
      '<div class="prose"><p>第一段。</p><p>第二段。</p></div>',
    );
  });
  it('should be nothing when it is blank', () => {
    expect(prose(' \n　')).toBe('<div class="prose"></div>');
  });
});

describe('a change', () => {
  const html = markup(createElement(Differences, { before: '装十处扶手', after: '装一百处扶手' }));
  it('should strike out what is gone', () => {
    expect(html).toMatch(/<del>[^<]*十[^<]*<\/del>/);
  });
  it('should underline what is new', () => {
    expect(html).toMatch(/<ins>[^<]*一百[^<]*<\/ins>/);
  });
  it('should leave the rest alone', () => {
    expect(html).toMatch(/^<p class="prose differences">装/);
  });
});

describe('a field of several lines', () => {
  const rows = (value: string, least = 2): number =>
    Number(/rows="(\d+)"/.exec(markup(createElement(Area, { value, least, readOnly: true })))?.[1]);
  it('should have its least height while it is empty', () => {
    expect(rows('', 4)).toBe(4);
  });
  it('should have a line for each written one', () => {
    expect(rows('一\n二\n三\n四\n五')).toBe(5);
  });
  it('should have two lines for one that is too long', () => {
    expect(rows(`${'字'.repeat(35)}\n二`)).toBe(3);
  });
  it('should not grow over the screen', () => {
    expect(rows('行\n'.repeat(90))).toBe(20);
  });
});

describe('the frame of a letter', () => {
  const framed = (html: string): string => markup(createElement(LetterFrame, { html, title: '答复函全文' }));
  it('should be named for those who do not see it', () => {
    expect(framed('<p>函</p>')).toContain('title="答复函全文"');
  });
  it('should not allow scripts', () => {
    expect(framed('<p>函</p>')).not.toContain('allow-scripts');
  });
  it('should let in each style sheet of the letter', () => {
    expect(framed('<style>a{}</style><style media="print">b{}</style>').match(/nonce=/g)).toHaveLength(2);
  });
  it('should not take another word for a style sheet', () => {
    expect(framed('<styles>')).not.toContain('nonce=');
  });
});
