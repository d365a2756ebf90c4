import fs from 'node:fs';
import { inRoot } from '../prepare/project.mjs';

/** The browser asks for its default families by the names of another system's fonts. */
const FAMILIES = {
  'sans-serif': ['Noto Sans SC Medium', 'Noto Sans CJK SC'],
  Arial: ['Noto Sans SC Medium', 'Noto Sans CJK SC'],
  serif: ['Tinos', 'FandolFang', 'Noto Serif CJK SC'],
  'Times New Roman': ['Tinos', 'FandolFang', 'Noto Serif CJK SC'],
  monospace: ['Liberation Mono', 'DejaVu Sans Mono', 'Noto Sans SC Medium'],
};

const escape = (text) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/**
 * A font configuration that names the project's own fonts: a machine without Chinese fonts would draw empty boxes, or nothing,
 * and every measurement would pass on an empty page.
 *
 * @returns the path of the file.
 */
export function fontConfiguration() {
  const aliases = Object.entries(FAMILIES).map(([generic, families]) => {
    const prefer = families.map((family) => `<family>${family}</family>`).join('');
    return `<alias binding="same"><family>${generic}</family><prefer>${prefer}</prefer></alias>`;
  });
  const directories = [inRoot('assets', 'fonts'), '/usr/share/fonts', '/usr/local/share/fonts'];
  const xml = [
    '<?xml version="1.0"?>',
    '<!DOCTYPE fontconfig SYSTEM "fonts.dtd">',
    '<fontconfig>',
    ...directories.map((directory) => `<dir>${escape(directory)}</dir>`),
    `<cachedir>${escape(inRoot('.data', 'font-cache'))}</cachedir>`,
    ...aliases,
    '</fontconfig>',
    '',
  ].join('\n');
  const file = inRoot('.data', 'fonts.conf');
  fs.mkdirSync(inRoot('.data', 'font-cache'), { recursive: true });
  if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== xml) fs.writeFileSync(file, xml);
  return file;
}
