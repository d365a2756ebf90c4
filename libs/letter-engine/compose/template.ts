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

type Renderer = (fields: unknown, options?: Handlebars.RuntimeOptions) => string;
const OPTIONS = { strict: true, knownHelpersOnly: true, knownHelpers, preventIndent: true } as const;

/** One environment for all: it holds the helpers alone; what a letter words itself is passed with each call. */
const handlebars = Handlebars.create();
for (const [name, helper] of Object.entries(letterHelpers)) handlebars.registerHelper(name, helper);

// Compiling is most of the work of composing, and nearly every letter has the same pieces.
const compiled = new Map<string, Handlebars.TemplateDelegate>();
const COMPILED_AT_MOST = 500;

function templateOf(source: string, noEscape: boolean): Handlebars.TemplateDelegate {
  const key = `${String(noEscape)} ${source}`;
  const known = compiled.get(key);
  if (known) return known;
  if (compiled.size >= COMPILED_AT_MOST) compiled.clear();
  const template = handlebars.compile<unknown>(source, { ...OPTIONS, noEscape } as CompileOptions);
  compiled.set(key, template);
  return template;
}

function compile(name: string, source: string, noEscape: boolean): Renderer {
  const template = templateOf(source, noEscape);
  return (fields, options) => {
    try {
      return template(fields, options);
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

/** Compiles the pieces of wording; each gives plain words (nothing is escaped in them). */
export function compilePieces(wording: LetterWording): PieceRenderers {
  return Object.fromEntries(
    wordingNames.map((name) => [name, compile(name, wording[name] ?? defaultPartial(name), true)]),
  ) as PieceRenderers;
}

let skeleton: string | undefined;

/**
 * Renders templates/letters/reply.hbs over `fields`. A piece is a partial of it whose words are escaped as one: neither
 * what a person typed nor what a wording literally says can become a tag.
 */
export function renderReply(fields: unknown, pieces: PieceRenderers): string {
  const partials: Record<string, Handlebars.Template> = {};
  for (const name of wordingNames) {
    const partial = (context: unknown, options: { data?: unknown }): string =>
      Handlebars.escapeExpression(pieces[name](context, { data: options.data }).trim()).replace(
        /\n/g,
        '&#10;',
      );
    partials[name] = partial as Handlebars.Template;
  }
  skeleton ??= readFileSync(projectPath('templates/letters/reply.hbs'), 'utf8');
  return compile('reply', skeleton, false)(fields, { partials });
}
