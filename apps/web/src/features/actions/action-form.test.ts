import { createElement } from 'react';
import type { NextAction } from '../../shared/api/types';
import { button } from '../../testing/data';
import { markup, words } from '../../testing/render';
import { ActionForm } from './action-form';
import { keepTyped } from './draft-store';

const schema = { properties: { body: { type: 'string', title: '正文', minLength: 1 } }, required: ['body'] };
const html = (more: Partial<NextAction> = {}): string =>
  markup(createElement(ActionForm, { action: button({ schema, defaults: { body: '原文' }, ...more }) }));
const read = (more: Partial<NextAction> = {}): string => words(html(more));
const sendButton = (markup: string): string => /<button[^>]*type="submit"[^>]*>/.exec(markup)?.[0] ?? '';
const typedBefore = (base: string): void =>
  keepTyped('/assignments/a1/sign {}', { base, values: { body: '写到一半' } });

beforeEach(() => {
  const notes = new Map<string, string>();
  Object.assign(globalThis, {
    sessionStorage: {
      getItem: (key: string) => notes.get(key) ?? null,
      setItem: (key: string, value: string) => void notes.set(key, value),
    },
  });
});
afterEach(() => Reflect.deleteProperty(globalThis, 'sessionStorage'));

describe('the form of a button', () => {
  it('should be sent with the words of the button', () => {
    expect(read({ label: '送核稿' })).toMatch(/送核稿$/);
  });
  it('should be filled with what the server offers', () => {
    expect(html()).toMatch(/<input[^>]* value="原文"/);
  });
  it('should be ready to be sent', () => {
    expect(sendButton(html())).not.toContain('disabled');
  });
  it('should be a button alone where nothing is asked', () => {
    expect(html({ schema: {} })).not.toContain('<input');
  });
  it('should say why it cannot be sent yet', () => {
    expect(read({ blockedBy: '还有 2 家没有意见' })).toContain('现在还不能办还有 2 家没有意见');
  });
  it('should not be sent while that is so', () => {
    expect(sendButton(html({ blockedBy: '还有 2 家没有意见' }))).toContain('disabled');
  });
  it('should let people prepare their words while that is so', () => {
    expect(html({ blockedBy: '还有 2 家没有意见' })).not.toMatch(/<input[^>]* disabled/);
  });
  it('should leave what is wrong to its own messages, not to those of the browser', () => {
    expect(html()).toContain('noValidate=""');
  });
});

describe('a form that was left', () => {
  it('should bring the words back', () => {
    typedBefore('{"body":"原文"}');
    expect(html()).toMatch(/<input[^>]* value="写到一半"/);
  });
  it('should say so', () => {
    typedBefore('{"body":"原文"}');
    expect(read()).toContain('上次没有提交的内容已经找回。');
  });
  it('should warn when somebody else has changed it since', () => {
    typedBefore('{"body":"更早的"}');
    expect(read()).toContain('您填写的时候，别人改过这里');
  });
  it('should still show my words then', () => {
    typedBefore('{"body":"更早的"}');
    expect(html()).toMatch(/<input[^>]* value="写到一半"/);
  });
  it('should not say both things at once', () => {
    typedBefore('{"body":"更早的"}');
    expect(read()).not.toContain('已经找回');
  });
});
