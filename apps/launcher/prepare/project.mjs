import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The clone this launcher lies in. */
export const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..', '..', '..');

export const inRoot = (...parts) => path.join(root, ...parts);

/** Everything the program writes lies here: inside the clone, ignored by git. */
export const dataDirectory = () => path.resolve(root, process.env.DATA_DIR || '.data');

/** Node's own notes are not for the person who starts the program. */
export const quietNode = ['--disable-warning=ExperimentalWarning', '--disable-warning=DEP0040'];
