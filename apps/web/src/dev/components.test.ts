import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { createElement } from 'react';
import { markup } from '../testing/render';
import { Components } from './components';

/** What needs a file, a letter or a server behind it, or draws nothing. */
const elsewhere = [
  'copy-link.tsx',
  'letter-frame.tsx',
  'list-buttons.tsx',
  'pdf-pages.tsx',
  'scoped-lines.tsx',
];

describe('the page of our own components', () => {
  it('should show every one of them that stands by itself', () => {
    const html = markup(createElement(Components));
    const own = readdirSync(join(__dirname, '../shared/ui')).filter((name) => name.endsWith('.tsx'));
    expect(own.filter((name) => !elsewhere.includes(name) && !html.includes(name))).toEqual([]);
  });
});
