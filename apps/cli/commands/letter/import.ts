import type { LetterAction } from './action';
import { readTyped } from './arguments';
import { readLetter } from './letter-file';

/** `letter import FILE`: the model as JSON. */
export const importAction: LetterAction = {
  name: 'import',
  usage: `fuhan letter import FILE                                         把复函文本（.txt）读成 JSON`,
  async run(args) {
    const [file] = readTyped(args, 1).files;
    console.log(JSON.stringify(await readLetter(file!), null, 2));
    return 0;
  },
};
