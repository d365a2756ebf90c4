import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { letterChecks } from '@fuhan/letter-engine';
import { findProjectRoot } from '@fuhan/platform';
import { actionNames, actions, allMachines, drawMachine, duties } from '@fuhan/rules';
import { type Command, UsageError } from '../command';

const diagrams = (): string =>
  [
    '# State tables',
    '',
    'Drawn from `libs/rules/machines` by `npm run docs:diagrams`; a test fails when this page is stale. 〔系统〕 marks what nobody presses.',
    '',
    ...allMachines.flatMap((machine) => [
      `## ${machine.label} (${machine.aggregate})`,
      '',
      '```mermaid',
      drawMachine(machine),
      '```',
      '',
    ]),
    '## Who may do what',
    '',
    '| 操作 | action | 职责 | relation to the case |',
    '| --- | --- | --- | --- |',
    ...actionNames
      .filter((name) => actions[name].duties.length > 0)
      .map((name) => {
        const { label, duties: needed, relation } = actions[name];
        return `| ${label} | \`${name}\` | ${needed.map((duty) => duties[duty].label).join('、')} | ${relation} |`;
      }),
    '',
  ].join('\n');

const weights = { red: '必须改', yellow: '请看看' } as const;

/** The checks on letters as a table: what a place's checks.yaml may name. */
const checks = (): string =>
  [
    '# Checks on letters',
    '',
    'Drawn from `libs/letter-engine/lint/checks` by `npm run docs:diagrams`; a test fails when this page is stale. 必须改 (red) blocks signing and issuing unless the',
    'signer lets it stand with a reason (准予保留), which the sign-off sheet keeps; 请看看 (yellow) is shown. A place switches checks off, changes their weight and their',
    'limits in its `checks.yaml` ([place profile](place-profile.md)). How to add one: [how to](how-to.md).',
    '',
    '| id | 检查 | 分量 | 数值 | 依据 |',
    '| --- | --- | --- | --- | --- |',
    ...letterChecks.map(({ id, name, severity, limits = {}, rule }) => {
      const numbers = Object.entries(limits).map(([limit, value]) => `${limit} ${value}`);
      return `| \`${id}\` | ${name} | ${weights[severity]} | ${numbers.join('、')} | ${rule} |`;
    }),
    '',
  ].join('\n');

const pages = { 'checks.md': checks, 'state-diagrams.md': diagrams } as const;

/** Pages under docs/ that are made from the tables in the code. */
export const docsCommand: Command = {
  name: 'docs',
  usage: 'fuhan docs --write | --check        由代码里的表生成（或核对）docs 下的状态图和检查表',
  async run(args) {
    const [mode] = args;
    if (args.length !== 1 || (mode !== '--write' && mode !== '--check'))
      throw new UsageError('请写 --write 或 --check。');
    const stale: string[] = [];
    for (const [name, page] of Object.entries(pages)) {
      const file = join(findProjectRoot(), 'docs', name);
      if (mode === '--write') await writeFile(file, page());
      else if ((await readFile(file, 'utf8').catch(() => '')) !== page()) stale.push(name);
    }
    if (stale.length === 0) return 0;
    throw new UsageError(`docs 下的 ${stale.join('、')} 已过时，请运行 npm run docs:diagrams。`);
  },
};
