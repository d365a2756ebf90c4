import { type Command, UsageError } from '../command';
import type { LetterAction } from './letter/action';
import { checkAction } from './letter/check';
import { composeAction } from './letter/compose';
import { importAction } from './letter/import';
import { lintAction } from './letter/lint';
import { publicationAction } from './letter/publication';
import { redlineAction } from './letter/redline';
import { renderAction } from './letter/render';

const actions: readonly LetterAction[] = [
  importAction,
  renderAction,
  lintAction,
  checkAction,
  composeAction,
  redlineAction,
  publicationAction,
];

/** `fuhan letter …`: the letter engine at the terminal; needs no database. */
export const letterCommand: Command = {
  name: 'letter',
  usage: actions.map(({ usage }) => usage).join('\n'),
  async run([name, ...args]) {
    const action = actions.find((known) => known.name === name);
    if (action) return action.run(args);
    const names = actions.map((known) => known.name).join('、');
    throw new UsageError(`letter 后面应写 ${names} 之一${name === undefined ? '' : `，不是“${name}”`}。`);
  },
};
