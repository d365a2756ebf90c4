import { parseArgs } from 'node:util';
import { UsageError } from '../../command';

/** What was typed after `letter <action>`: the files in order and the options with their values (a switch has ''). */
export interface Typed {
  readonly files: readonly string[];
  readonly options: Readonly<Record<string, string>>;
}
/** The options an action knows: with a value, or a bare switch. */
export type Known = Readonly<Record<string, 'value' | 'switch'>>;

/** Reads `count` file names and the known options of `fuhan <command>`. Throws UsageError in Chinese. */
export function readTyped(
  args: readonly string[],
  count: number,
  known: Known = {},
  command = 'letter',
): Typed {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: Object.fromEntries(
      Object.entries(known).map(([name, kind]) => [name, { type: kind === 'value' ? 'string' : 'boolean' }]),
    ) as Record<string, { type: 'string' | 'boolean' }>,
  });
  const stranger = Object.keys(values).find((name) => !(name in known));
  if (stranger !== undefined)
    throw new UsageError(`不认识选项“${stranger}”。用 fuhan ${command} --help 看用法。`);
  if (positionals.length < count) throw new UsageError(`缺少文件名。用 fuhan ${command} --help 看用法。`);
  const extra = positionals[count];
  if (extra !== undefined)
    throw new UsageError(`多出了“${extra}”。一次只处理${count === 1 ? '一' : count}个文件。`);
  const options = Object.entries(values).map(([name, value]) => {
    if (known[name] === 'switch') return [name, ''];
    if (typeof value !== 'string' || value === '') throw new UsageError(`缺少 --${name} 的内容。`);
    return [name, value];
  });
  return { files: positionals, options: Object.fromEntries(options) as Record<string, string> };
}
