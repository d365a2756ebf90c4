import { widthOf } from './title-tokens';

/** Measures that the host needs before anything is laid out; the layout itself keeps its own at the head of letter.typ. Points. */
export const MM = 72 / 25.4;
export const SIZE = 16;
/** One character of the grid: 28 of them in 156 mm. */
export const CHARACTER = 15.78;
export const TEXT_WIDTH = 156 * MM;
export const TEXT_HEIGHT = 225 * MM;
/** Lines of a full page and their distance. */
export const LINES = 22;
export const PITCH = (TEXT_HEIGHT - SIZE - 0.1) / (LINES - 1);
export const TITLE_PITCH = 35;
export const TITLE_SIZE = 22;
export const FOOT_SIZE = 14;
export const FOOT_PITCH = 23;

/** The width of a line of running text in points; what it becomes in print to about one percent. */
export const pointsOf = (text: string): number => widthOf(text) * SIZE - 0.22 * [...text].length;

/** The lines a text takes, at least one. */
export const linesOf = (text: string, perLine: number): number =>
  text.split('\n').reduce((sum, part) => sum + Math.max(1, Math.ceil(widthOf(part) / perLine)), 0);
