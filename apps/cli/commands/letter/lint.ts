import {
  decodeText,
  type Finding,
  lintContext,
  lintLetter,
  type LintContext,
  type Severity,
  toldWithPlace,
} from '@fuhan/letter-engine';
import { findProjectRoot, readPlaceFiles } from '@fuhan/platform';
import { letterLint, parseProfile } from '@fuhan/rules';
import { extname, join } from 'node:path';
import type { LetterAction } from './action';
import { readTyped } from './arguments';
import { readBytes, readLetter } from './letter-file';

const WORDS: Readonly<Record<Severity, string>> = { red: '必须改', yellow: '请看看' };

/** The checks as a place runs them; `place` is a folder under seeds/places or a path. */
function contextOf(place: string): LintContext {
  const directory = /[\\/]/.test(place) ? place : join(findProjectRoot(), 'seeds', 'places', place);
  const { place: facts, settings } = letterLint(parseProfile(readPlaceFiles(directory)));
  return lintContext(facts, { settings });
}

/** The text as it was stored, where the file is one: some slips are lost in the model. */
const sourceOf = async (file: string): Promise<string | null> =>
  extname(file).toLowerCase() === '.txt' ? decodeText(await readBytes(file), file) : null;

const line = (finding: Finding): string =>
  `[${WORDS[finding.severity]}] ${toldWithPlace(finding)}${finding.fix}（${finding.id}）`;

function report(findings: readonly Finding[]): string {
  if (findings.length === 0) return '没有发现问题。';
  const red = findings.filter(({ severity }) => severity === 'red').length;
  return [...findings.map(line), '', `必须改 ${red} 处，请看看 ${findings.length - red} 处。`].join('\n');
}

/** `letter lint FILE`: the slips of a letter; with --strict, status 1 when one of them blocks sending. */
export const lintAction: LetterAction = {
  name: 'lint',
  usage:
    'fuhan letter lint FILE [--profile zhongshan] [--json] [--strict]  检查复函里的错漏（--strict：有必须改的，状态码为 1）',
  async run(args) {
    const { files, options } = readTyped(args, 1, { profile: 'value', json: 'switch', strict: 'switch' });
    const context = contextOf(options['profile'] ?? process.env['PLACE'] ?? 'zhongshan');
    const file = files[0]!;
    const findings = lintLetter(await readLetter(file), { ...context, source: await sourceOf(file) });
    console.log('json' in options ? JSON.stringify({ findings }, null, 2) : report(findings));
    return 'strict' in options && findings.some(({ severity }) => severity === 'red') ? 1 : 0;
  },
};
