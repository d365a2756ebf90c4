import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FuhanError } from '@fuhan/kernel';

/** The YAML files of one place, name → text, as `parseProfile` takes them. */
export function readPlaceFiles(directory: string): Record<string, string> {
  try {
    const files = readdirSync(directory).filter((file) => /\.ya?ml$/.test(file));
    return Object.fromEntries(files.map((file) => [file, readFileSync(join(directory, file), 'utf8')]));
  } catch {
    throw new FuhanError('profile.unreadable', { directory });
  }
}
