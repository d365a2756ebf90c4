import type { LetterCheck } from '../check';
import { matches } from '../letter-words';

const MARKS =
  /\*\*[^*]{0,40}\*\*|\*{2,}|#{2,}|\{\{[^}]{0,40}\}\}|<\/?[a-z][^<>]{0,40}>|&(?:nbsp|amp|lt|gt|quot);/gi;

/** Marks of an editor, a template or a web page that nobody took out. */
export const leftOverMarks: LetterCheck = {
  id: 'left-over-marks',
  name: '残留的排版标记',
  rule: '成文公文不得带有编辑标记',
  severity: 'red',
  find: ({ pieces }) =>
    matches(pieces, MARKS).map(({ text, place }) => {
      const inner = /^\*\*([^*]+)\*\*$/.exec(text)?.[1];
      return {
        message: `${place.label}里留有排版标记“${text}”。`,
        excerpt: text,
        place,
        fix: inner === undefined ? '删去这个标记。' : `删去星号，只留“${inner}”。`,
        ...(inner === undefined ? {} : { replacement: inner }),
      };
    }),
};
