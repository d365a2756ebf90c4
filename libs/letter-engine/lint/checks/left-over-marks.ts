import type { LetterCheck } from '../check';
import { matches } from '../letter-words';

const MARKS = new RegExp(
  [
    // Markdown: bold, headings, rules, code, links.
    '(?<![\\d*])\\*\\*[^*]{0,40}\\*\\*',
    '(?<![\\d*])\\*{2,}(?!\\d)',
    '\\*(?=\\p{Script=Han})|(?<=\\p{Script=Han})\\*(?!\\d)',
    '^#{1,6}\\s*|#{2,}',
    '__(?=[\\p{Script=Han}])[^_]{1,40}__',
    '~~[^~]{0,40}~~|`{1,3}[^`]{0,40}`{1,3}',
    '!?\\[[^\\[\\]]{0,40}\\]\\((?:https?:|/)[^()]{0,80}\\)',
    '^(?:>|[-+]) +|^[-=|]{3,}$',
    // Templates and web pages.
    '\\{\\{[^}]{0,40}\\}\\}|\\$\\{[^}]{0,40}\\}|\\{%[^%]{0,40}%\\}|<%[^%]{0,40}%>',
    '<\\/?[a-z][^<>]{0,40}>|&(?:nbsp|amp|lt|gt|quot|ensp|emsp|ldquo|rdquo|mdash|#\\d{1,6}|#x[0-9a-f]{1,5});',
    '\\\\[nrt](?![a-z])',
    // Word: lost references, fields, bookmarks; text that was decoded wrongly; marks without a shape.
    '错误[！!]\\s*未(?:找到引用源|定义书签|指定[^。]{0,8})。?',
    '\\[?bookmark:?\\s*_\\w{1,20}\\]?|_GoBack|\\\\\\*\\s*MERGEFORMAT|HYPERLINK\\s+"[^"]{0,80}"|(?:PAGE|NUMPAGES)\\s+\\\\\\*',
    '[【[（(](?:批注|修订|审阅意见|备注[:：])[^】\\]）)]{0,40}[】\\]）)]',
    '\\ufffd+|锟斤拷[锟斤拷]*|(?:烫){2,}|(?:屯){3,}',
    '[\\u200b-\\u200d\\u2060\\ufeff\\u00ad]+',
  ].join('|'),
  'giu',
);
const shown = (text: string): string =>
  text.trim() === '' || /^[\u200b-\u200d\u2060\ufeff\u00ad]+$/.test(text) ? '看不见的字符' : text;

/** The words a pair of marks holds: **二是** → 二是. */
const inside = (text: string): string | undefined =>
  /^\*\*([^*]+)\*\*$/.exec(text)?.[1] ??
  /^__([^_]+)__$/.exec(text)?.[1] ??
  /^~~([^~]+)~~$/.exec(text)?.[1] ??
  /^`+([^`]+)`+$/.exec(text)?.[1];

/** Marks of an editor, a template or a web page that nobody took out. */
export const leftOverMarks: LetterCheck = {
  id: 'left-over-marks',
  name: '残留的排版标记',
  rule: '成文公文不得带有编辑标记',
  severity: 'red',
  find: ({ pieces }) =>
    matches(pieces, MARKS).map(({ text, place }) => {
      const inner = inside(text);
      return {
        message: `${place.label}里留有排版标记“${shown(text)}”。`,
        excerpt: text,
        place,
        fix: inner === undefined ? '删去这个标记。' : `删去标记，只留“${inner}”。`,
        ...(inner === undefined ? {} : { replacement: inner }),
      };
    }),
};
