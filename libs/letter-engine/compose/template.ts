import { FuhanError } from '@fuhan/kernel';
import Handlebars from 'handlebars';
import { readFileSync } from 'node:fs';
import { projectPath } from '../project-root';
import { type LetterWording, type WordingName, wordingNames } from './fields';
import { knownHelpers, letterHelpers } from './helpers';

/** What Handlebars throws, as far as it says where. */
interface TemplateFault {
  readonly message: string;
  readonly lineNumber?: number;
}

const isFault = (error: unknown): error is TemplateFault => error instanceof Error;

const SAYINGS: readonly (readonly [RegExp, (found: string) => string])[] = [
  [/^"(.+?)" not defined in/, (name) => `没有名为“${name}”的字段`],
  [/unknown helper (\S+)/, (name) => `没有名为“${name}”的写法`],
  [/partial (\S+) could not be found/, (name) => `没有名为“${name}”的片段`],
  [/^(?:Parse|Lexical) error/, () => '“{{ }}”的写法不完整'],
  [/(\S+) doesn't match (\S+)/, (name) => `“${name}”没有正确结束`],
  [/Maximum call stack|call stack/, () => '片段自己引用了自己'],
];

function explain({ message }: TemplateFault): string {
  for (const [pattern, say] of SAYINGS) {
    const found = pattern.exec(message);
    if (found) return say(found[1] ?? '');
  }
  return message.split('\n')[0]!;
}

const lineOf = ({ lineNumber, message }: TemplateFault): number =>
  lineNumber ?? Number(/(?:on line |- )(\d+)/.exec(message)?.[1] ?? 1);

/** Any fault of template `name` as the coded error that names template, line and cause. */
export function templateError(name: string, error: unknown): FuhanError {
  if (error instanceof FuhanError) return error;
  const fault: TemplateFault = isFault(error) ? error : { message: String(error) };
  return new FuhanError('letter.template', { template: name, line: lineOf(fault), detail: explain(fault) });
}

type Renderer = (fields: unknown, data?: unknown) => string;
const OPTIONS = { strict: true, knownHelpersOnly: true, knownHelpers, preventIndent: true } as const;

function compile(hbs: typeof Handlebars, name: string, source: string, noEscape: boolean): Renderer {
  const template = hbs.compile<unknown>(source, { ...OPTIONS, noEscape } as CompileOptions);
  return (fields, data) => {
    try {
      return template(fields, data === undefined ? {} : { data });
    } catch (error) {
      throw templateError(name, error);
    }
  };
}

const defaults = new Map<WordingName, string>();
function defaultPartial(name: WordingName): string {
  const known = defaults.get(name);
  if (known !== undefined) return known;
  const source = readFileSync(projectPath('templates/letters/partials', `${name}.hbs`), 'utf8').trimEnd();
  defaults.set(name, source);
  return source;
}

/** The words of every piece: the letter's own, else the default file. */
export type PieceRenderers = Readonly<Record<WordingName, Renderer>>;

function environment(): typeof Handlebars {
  const hbs = Handlebars.create();
  for (const [name, helper] of Object.entries(letterHelpers)) hbs.registerHelper(name, helper);
  return hbs;
}

/** Compiles the pieces of wording; each gives plain words (nothing is escaped in them). */
export function compilePieces(wording: LetterWording): PieceRenderers {
  const hbs = environment();
  return Object.fromEntries(
    wordingNames.map((name) => [name, compile(hbs, name, wording[name] ?? defaultPartial(name), true)]),
  ) as PieceRenderers;
}

let skeleton: string | undefined;

/**
 * Renders templates/letters/reply.hbs over `fields`. A piece is a partial of it whose words are escaped as one: neither
 * what a person typed nor what a wording literally says can become a tag.
 */
export function renderReply(fields: unknown, pieces: PieceRenderers): string {
  const hbs = environment();
  for (const name of wordingNames) {
    const partial = (context: unknown, options: { data?: unknown }): string =>
      Handlebars.escapeExpression(pieces[name](context, options.data).trim()).replace(/\n/g, '&#10;');
    hbs.registerPartial(name, partial as Handlebars.Template);
  }
  skeleton ??= readFileSync(projectPath('templates/letters/reply.hbs'), 'utf8');
  return compile(hbs, 'reply', skeleton, false)(fields);
}
