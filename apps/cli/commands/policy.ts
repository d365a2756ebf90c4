import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type KnownUnit,
  type Policy,
  policyKinds,
  proposeByKeywords,
  proposeUnits,
  readPolicy,
  responsibilityMap,
} from '@fuhan/knowledge';
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

async function policyOf(file: string, units: readonly KnownUnit[]): Promise<Policy> {
  const bytes = await readFile(file).catch(() => {
    throw new UsageError(`读不到文件：${file}`);
  });
  return readPolicy(
    (await readSource(bytes, file)).map(({ text }) => text),
    units,
  );
}

/** What would be proposed for each suggestion, beside what plain keywords would. */
function proposals(policy: Policy, units: readonly KnownUnit[], asked: readonly string[]) {
  const map = responsibilityMap([policy]);
  const keywords = proposeByKeywords(asked, map);
  return proposeUnits(asked, { map, past: [], units }).map((found, i) => ({
    suggestion: asked[i] ?? '',
    proposed: found.map(({ unit, reasons }) => ({ unit, reasons })),
    byKeywords: keywords[i] ?? [],
  }));
}

const proposalReport = (all: ReturnType<typeof proposals>): string =>
  all
    .flatMap(({ suggestion, proposed, byKeywords }) => [
      `建议：${suggestion}`,
      ...proposed.map(({ unit, reasons }) => `  ${unit}：${reasons.join('；')}`),
      `  （只比关键词：${byKeywords.join('、') || '无'}）`,
    ])
    .join('\n');

/** The values of an option that may stand several times. */
const valuesOf = (options: readonly string[], name: string): string[] =>
  options.flatMap((option, i) => (option === name && options[i + 1] ? [options[i + 1] as string] : []));

/** `fuhan policy import FILE`, `fuhan policy propose FILE --for SUGGESTION`: who is responsible, out of a policy document; no database is needed. */
export const policyCommand: Command = {
  name: 'policy',
  usage: `fuhan policy import FILE [--profile zhongshan] [--json]   读政策文件：任务、措施、责任单位、目标
  fuhan policy propose FILE --for 建议 [--for 建议…] [--json]   按职责表推荐承办单位，并与只比关键词对照`,
  async run([verb, file, ...options]) {
    const asked = valuesOf(options, '--for');
    if ((verb !== 'import' && verb !== 'propose') || !file || (verb === 'propose') !== asked.length > 0)
      throw new UsageError(
        '请写 fuhan policy import 文件，或 fuhan policy propose 文件 --for 建议；可加 --json。',
      );
    const place = valuesOf(options, '--profile')[0] ?? process.env['PLACE'] ?? 'zhongshan';
    const strange = options.filter(
      (option, i) =>
        !['--json', '--profile', '--for'].includes(option) &&
        !['--profile', '--for'].includes(options[i - 1] ?? ''),
    );
    if (strange.length > 0) throw new UsageError('可用的选项只有 --json、--profile 城市和 --for 建议。');
    const units = unitsOf(place);
    const policy = await policyOf(file, units);
    const found = verb === 'import' ? policy : proposals(policy, units, asked);
    const words = Array.isArray(found) ? proposalReport(found) : report(policy);
    console.log(options.includes('--json') ? JSON.stringify(found, null, 2) : words);
    return 0;
  },
};
