import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type KnownUnit, type Policy, policyKinds, readPolicy } from '@fuhan/knowledge';
import { readSource } from '@fuhan/letter-engine';
import { findProjectRoot, readPlaceFiles } from '@fuhan/platform';
import { parseProfile } from '@fuhan/rules';
import { type Command, UsageError } from '../command';

/** The units of a place; `place` is a folder under seeds/places or a path. */
function unitsOf(place: string): readonly KnownUnit[] {
  const directory = /[\\/]/.test(place) ? place : join(findProjectRoot(), 'seeds', 'places', place);
  return parseProfile(readPlaceFiles(directory)).units;
}

function report({ kind, title, sections, targets, findings }: Policy): string {
  const measures = sections.reduce((sum, section) => sum + section.measures.length, 0);
  return [
    `${policyKinds[kind]}《${title}》：${sections.length} 个部分，${measures} 条措施，${targets.length} 个目标。`,
    ...findings.map(({ message, source }) => `${source}：${message}`),
  ].join('\n');
}

/** `fuhan policy import FILE`: who is responsible for what, read out of a policy document; no database is needed. */
export const policyCommand: Command = {
  name: 'policy',
  usage: 'fuhan policy import FILE [--profile zhongshan] [--json]   读政策文件：任务、措施、责任单位、目标',
  async run([verb, file, ...options]) {
    if (verb !== 'import' || !file) throw new UsageError('请写 fuhan policy import 文件，可加 --json。');
    const at = options.indexOf('--profile');
    const place = at >= 0 ? options[at + 1] : (process.env['PLACE'] ?? 'zhongshan');
    const strange = options.filter(
      (option, i) => option !== '--json' && i !== at && !(at >= 0 && i === at + 1),
    );
    if (!place || strange.length > 0) throw new UsageError('可用的选项只有 --json 和 --profile 城市。');
    const bytes = await readFile(file).catch(() => {
      throw new UsageError(`读不到文件：${file}`);
    });
    const lines = (await readSource(bytes, file)).map(({ text }) => text);
    const policy = readPolicy(lines, unitsOf(place));
    console.log(options.includes('--json') ? JSON.stringify(policy, null, 2) : report(policy));
    return 0;
  },
};
