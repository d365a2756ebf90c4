import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';

let found: string | undefined;

/** The project's folder, the same whether this file runs from libs/ or from dist/libs/. */
export function projectRoot(): string {
  if (found !== undefined) return found;
  let folder = __dirname;
  while (!(existsSync(join(folder, 'package.json')) && existsSync(join(folder, 'templates')))) {
    if (dirname(folder) === folder) throw new Error(`no project folder above ${__dirname}`);
    folder = dirname(folder);
  }
  return (found = folder);
}

/** A path inside the project's folder. */
export const projectPath = (...parts: string[]): string => join(projectRoot(), ...parts);
