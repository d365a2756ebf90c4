import { composeLetter, decodeText, type LetterWording, parseFieldsJson } from '@fuhan/letter-engine';
import { findProjectRoot, readPlaceFiles } from '@fuhan/platform';
import { letterWording, parseProfile } from '@fuhan/rules';
import { join } from 'node:path';
import type { LetterAction } from './action';
import { readTyped } from './arguments';
import { readBytes } from './letter-file';

/** The words of a place; `place` is a folder under seeds/places or a path. */
function wordingOf(place: string): LetterWording {
  const directory = /[\\/]/.test(place) ? place : join(findProjectRoot(), 'seeds', 'places', place);
  return letterWording(parseProfile(readPlaceFiles(directory)));
}

/** `letter compose KIND FIELDS.json`: the model of a letter from its facts, as JSON. */
export const composeAction: LetterAction = {
  name: 'compose',
  usage: `fuhan letter compose KIND FIELDS.json [--profile zhongshan]       按数据拟成一封函，印出 JSON（函的种类见 docs/letters.md）`,
  async run(args) {
    const { files, options } = readTyped(args, 2, { profile: 'value' });
    const [kind, file] = files as [string, string];
    const fields = parseFieldsJson(kind, decodeText(await readBytes(file), file), file);
    const place = options['profile'];
    const model = composeLetter(fields, place === undefined ? {} : wordingOf(place));
    console.log(JSON.stringify(model, null, 2));
    return 0;
  },
};
