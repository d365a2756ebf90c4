import type { LetterAction } from './action';
import { readTyped } from './arguments';
import { readImported } from './letter-file';

/** `letter import FILE`: the model as JSON, with the places of its fields beside it. */
export const importAction: LetterAction = {
  name: 'import',
  usage: `fuhan letter import FILE                                         把复函（.txt、.docx、.pdf）读成 JSON`,
  async run(args) {
    const [file] = readTyped(args, 1).files;
    const { model, sources } = await readImported(file!);
    console.log(JSON.stringify({ ...model, sources }, null, 2));
    return 0;
  },
};
