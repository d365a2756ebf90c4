import { createElement } from 'react';
import { account, demo } from '../../testing/data';
import { markup, words } from '../../testing/render';
import { DemoAccounts, DemoLetter } from './demo';

const table = (accounts: ReturnType<typeof account>[]): string =>
  markup(createElement(DemoAccounts, { demo: demo({ accounts }), onEnter: () => undefined }));

describe('the accounts of the demo', () => {
  it('should be grouped where neighbours are of one unit', () => {
    expect(table([account('甲', '民政局'), account('乙', '民政局')]).match(/民政局/g)).toHaveLength(1);
  });
  it('should keep the order of the path even where a unit comes again', () => {
    const html = table([account('甲', '民政局'), account('乙', '政府办'), account('丙', '民政局')]);
    expect(html.match(/民政局|政府办/g)).toEqual(['民政局', '政府办', '民政局']);
  });
  it('should name all the duties of a person', () => {
    expect(words(table([account('甲', '民政局', ['核稿人', '文书'])]))).toContain('核稿人、文书');
  });
  it('should be entered by a button with the name', () => {
    expect(table([account('甲', '民政局')])).toContain('<button type="button" class="link">甲</button>');
  });
  it('should be reached by the keyboard where the table is wider than the screen', () => {
    expect(table([])).toContain('tabindex="0" role="region" aria-label="演示账号表"');
  });
  it('should head the rows of a unit for those who do not see the table', () => {
    expect(table([account('甲', '民政局')])).toMatch(/<th scope="rowgroup" colSpan="3"[^>]*>民政局/i);
  });
});

describe('the letter of the demo', () => {
  const letter = {
    documentNumber: '南工信函〔2026〕8号',
    title: '答复的函',
    page: '/f/1',
    pdf: '/p',
    docx: '/d',
  };
  const html = markup(createElement(DemoLetter, { letter }));
  it.each([
    ['/f/1', '网页'],
    ['/p', 'PDF'],
    ['/d', 'DOCX'],
  ])('should lead to %s as %s', (href, said) => {
    expect(html).toMatch(new RegExp(`href="${href}"[^>]*>${said}<`));
  });
});
