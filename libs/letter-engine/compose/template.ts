import { FuhanError } from '@fuhan/kernel';
import Handlebars from 'handlebars';
import { readFileSync } from 'node:fs';
import type { LetterKind } from '../model/model';
import { projectPath } from '../project-root';
import { countedEach } from './budget';
import { knownHelpers, letterHelpers } from './helpers';
import { inlineFault, type WordingFault } from './inline-pieces';
import { type LetterWording, pieceFile, piecesOf, replacementOf } from './pieces';

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

function faultOf(error: unknown): WordingFault {
  const fault: TemplateFault = isFault(error) ? error : { message: String(error) };
  return { line: lineOf(fault), detail: explain(fault) };
}

/** Any fault of template `name` as the coded error that names template, line and cause. */
export function templateError(name: string, error: unknown): FuhanError {
  if (error instanceof FuhanError) return error;
  return new FuhanError('letter.template', { template: name, ...faultOf(error) });
}

type Renderer = (fields: unknown, options?: Handlebars.RuntimeOptions) => string;
const OPTIONS = { strict: true, knownHelpersOnly: true, knownHelpers, preventIndent: true } as const;

/** One environment for all: it holds the helpers alone; what a letter words itself is passed with each call. */
const handlebars = Handlebars.create();
for (const [name, helper] of Object.entries(letterHelpers)) handlebars.registerHelper(name, helper);
handlebars.registerHelper('each', countedEach(handlebars.helpers['each'] as Handlebars.HelperDelegate));

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

/** As `inlineFault`; what cannot be read says so when it is compiled. */
function nesting(source: string): WordingFault | null {
  try {
    return inlineFault(source);
  } catch {
    return null;
  }
}

function compile(name: string, source: string, noEscape: boolean): Renderer {
  const template = templateOf(source, noEscape);
  return (fields, options) => {
    const fault = noEscape ? nesting(source) : null;
    if (fault !== null) throw new FuhanError('letter.template', { template: name, ...fault });
    try {
      return template(fields, options);
    } catch (error) {
      throw templateError(name, error);
    }
  };
}

/** The fault that keeps a template from being compiled: brackets, blocks, helpers, pieces that call one another. */
export function compileFault(source: string): WordingFault | null {
  try {
    handlebars.precompile(source, OPTIONS as PrecompileOptions);
    return inlineFault(source);
  } catch (error) {
    return faultOf(error);
  }
}

const files = new Map<string, string>();
function shipped(path: string): string {
  const known = files.get(path);
  if (known !== undefined) return known;
  const source = readFileSync(projectPath('templates/letters', `${path}.hbs`), 'utf8').trimEnd();
  files.set(path, source);
  return source;
}

/** What the product itself says for a piece of a kind. */
export const shippedPiece = (kind: LetterKind, piece: string): string =>
  shipped(`partials/${pieceFile(kind, piece)}`);

/** The pieces of one kind by name; each gives plain words (nothing is escaped in them). */
export type PieceRenderers = ReadonlyMap<string, Renderer>;

/** Compiles the pieces a kind may print: those of `wording`, else the default files. A fault names kind and piece. */
export function compilePieces(kind: LetterKind, wording: LetterWording): PieceRenderers {
  return new Map(
    piecesOf(kind).map((piece) => [
      piece,
      compile(`${kind}/${piece}`, replacementOf(wording, kind, piece) ?? shippedPiece(kind, piece), true),
    ]),
  );
}

/** What several kinds print alike: tags around the pieces, no words. */
const FRAMES = ['head', 'case', 'foot'] as const;

/**
 * Renders templates/letters/<kind>.hbs over `fields`. A piece is a partial of it whose words are escaped as one: neither
 * what a person typed nor what a wording literally says can become a tag.
 */
export function renderLetter(kind: LetterKind, fields: unknown, pieces: PieceRenderers): string {
  const partials: Record<string, Handlebars.Template> = {};
  for (const [name, piece] of pieces) {
    const partial = (context: unknown, options: { data?: unknown }): string =>
      Handlebars.escapeExpression(piece(context, { data: options.data }).trim()).replace(/\n/g, '&#10;');
    partials[name] = partial as Handlebars.Template;
  }
  for (const name of FRAMES)
    partials[`frame/${name}`] = compile(
      `frame/${name}`,
      shipped(`frame/${name}`),
      false,
    ) as Handlebars.Template;
  return compile(kind, shipped(kind), false)(fields, { partials });
}
