import { FuhanError } from '@fuhan/kernel';
import { type Command, UsageError } from './command';
import { archiveCommand } from './commands/archive';
import { policyCommand } from './commands/policy';
import { auditCommand } from './commands/audit';
import { calendarCommand } from './commands/calendar';
import { deadlineCommand } from './commands/deadline';
import { docsCommand } from './commands/docs';
import { filesCommand } from './commands/files';
import { importCommand } from './commands/import';
import { letterCommand } from './commands/letter';
import { openapiCommand } from './commands/openapi';

const commands: readonly Command[] = [
  letterCommand,
  deadlineCommand,
  importCommand,
  calendarCommand,
  auditCommand,
  filesCommand,
  archiveCommand,
  policyCommand,
  openapiCommand,
  docsCommand,
];

const help = (): string =>
  [
    '复函：政协提案办理的命令行',
    '',
    '用法：',
    ...commands.flatMap(({ usage }) => usage.split('\n').map((line) => `  ${line}`)),
  ].join('\n');

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, ' ').trim();

/** Runs one command line; every fault becomes one Chinese line on stderr and status 1. */
export async function main(argv: readonly string[]): Promise<number> {
  const [name, ...args] = argv;
  if (name === undefined || ['--help', '-h', 'help'].includes(name)) {
    console.log(help());
    return 0;
  }
  const command = commands.find((c) => c.name === name);
  try {
    if (!command) throw new UsageError(`没有“${name}”这个命令。运行 fuhan --help 看全部命令。`);
    if (args.includes('--help') || args.includes('-h')) {
      console.log(command.usage);
      return 0;
    }
    return await command.run(args);
  } catch (error) {
    const known = error instanceof UsageError || error instanceof FuhanError;
    console.error(
      oneLine(
        known
          ? error.message
          : `程序出错，没有完成：${error instanceof Error ? error.message : String(error)}`,
      ),
    );
    return 1;
  }
}

if (require.main === module) {
  void main(process.argv.slice(2)).then((status) => {
    process.exitCode = status;
  });
}
