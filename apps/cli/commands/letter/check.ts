import {
  checkPdf,
  type CheckVerdict,
  type PdfCheck,
  type MeasureResult,
  readPdf,
} from '@fuhan/letter-engine';
import type { LetterAction } from './action';
import { readTyped } from './arguments';
import { padded } from './columns';
import { readBytes, readLetter } from './letter-file';

const WORDS: Readonly<Record<CheckVerdict, string>> = { pass: '合格', fail: '不合格', na: '不适用' };
/** A result names at most so many lines on screen; all are in --json. */
const MOST_LINES = 5;

const valueOf = ({ value }: MeasureResult): string =>
  typeof value === 'number' ? value.toFixed(2) : (value ?? '-');

const expectedOf = ({ expected, tolerance }: MeasureResult): string =>
  tolerance ? `${expected}（允差 ${tolerance}）` : expected;

/** 序号、结论、项目、测得 in columns; what it should be, and why not, on lines of their own where there is something to say. */
function rowsOf(result: MeasureResult, at: number): string[] {
  const head = [
    padded(String(at + 1), 3),
    padded(WORDS[result.verdict], 7),
    padded(result.name, 20),
    valueOf(result),
  ];
  const below = [
    ...(result.verdict === 'fail' ? [`应为：${expectedOf(result)}`] : []),
    ...(result.reason ? [result.reason] : []),
    ...(result.lines ?? []).slice(0, MOST_LINES).map(({ page, text }) => `第${page}页：${text}`),
    ...((result.lines?.length ?? 0) > MOST_LINES ? [`……共 ${result.lines!.length} 行`] : []),
  ];
  return [head.join(' ').trimEnd(), ...below.map((line) => `${' '.repeat(12)}${line}`)];
}

function report({ results, counts, pages }: PdfCheck): string {
  const sum = `共 ${pages} 页，${results.length} 项：合格 ${counts.pass}，不合格 ${counts.fail}，不适用 ${counts.na}。`;
  return [...results.flatMap(rowsOf), '', sum].join('\n');
}

/** `letter check FILE.pdf`: a finished PDF measured against the standard; status 1 when a measure fails. */
export const checkAction: LetterAction = {
  name: 'check',
  usage:
    'fuhan letter check FILE.pdf [--source FILE] [--json]             按 GB/T 9704 信函格式测量成品 PDF（有不合格时状态码为 1）',
  async run(args) {
    const { files, options } = readTyped(args, 1, { source: 'value', json: 'switch' });
    const file = files[0]!;
    const model = options['source'] === undefined ? null : await readLetter(options['source']);
    const pdf = await readPdf(await readBytes(file), file);
    const check = checkPdf(pdf, model, file);
    console.log('json' in options ? JSON.stringify({ file, ...check }, null, 2) : report(check));
    return check.counts.fail > 0 ? 1 : 0;
  },
};
