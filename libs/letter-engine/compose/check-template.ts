import Handlebars from 'handlebars';
import { z } from 'zod';
import { fieldsSchemas } from './fields';
import { casePieces } from './pieces';
import { knownHelpers } from './helpers';
import type { WordingFault } from './inline-pieces';
import { compileFault } from './template';
import { wordSet } from './words';

/** Every name that appears in a schema, at whatever depth. */
function namesIn(schema: unknown): string[] {
  if (typeof schema !== 'object' || schema === null) return [];
  const { properties } = schema as { properties?: object };
  return [...Object.keys(properties ?? {}), ...Object.values(schema).flatMap(namesIn)];
}

let fieldNames: ReadonlySet<string> | undefined;
const knownNames = (): ReadonlySet<string> =>
  (fieldNames ??= new Set([
    ...[wordSet, ...Object.values(fieldsSchemas)].flatMap((schema) =>
      namesIn(z.toJSONSchema(schema, { io: 'input', unrepresentable: 'any' })),
    ),
    ...['words', 'pronoun', ...casePieces],
    ...['root', 'index', 'key', 'first', 'last', 'length'],
  ]));

const BUILT_IN = ['if', 'unless', 'each', 'with', 'lookup', 'inline'];

/** Looks through the paths of a template for a name that no letter has. */
class Names extends Handlebars.Visitor {
  private readonly given = new Set([...Object.keys(knownHelpers), ...BUILT_IN]);
  private readonly inlines = new Set<unknown>();
  fault: WordingFault | null = null;

  override Program(program: hbs.AST.Program): void {
    for (const name of program.blockParams ?? []) this.given.add(name);
    super.Program(program);
  }

  override DecoratorBlock(block: hbs.AST.DecoratorBlock): void {
    const [name] = block.params as { readonly value?: unknown }[];
    this.inlines.add(name?.value);
    super.DecoratorBlock(block);
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    const { original } = partial.name as { readonly original?: unknown };
    if (!this.inlines.has(original)) this.refuse(partial, `没有名为“${String(original)}”的片段`);
  }

  override PathExpression(path: hbs.AST.PathExpression): void {
    for (const part of path.parts as readonly unknown[]) {
      if (typeof part === 'string' && !knownNames().has(part) && !this.given.has(part))
        this.refuse(path, `没有名为“${part}”的字段`);
    }
  }

  private refuse({ loc }: hbs.AST.Node, detail: string): void {
    this.fault ??= { line: loc.start.line, detail };
  }
}

/** Longer than any piece of a letter. */
const LONGEST = 4_000;

/**
 * Reads a template of wording without a letter: its brackets, helpers and names. Null when nothing is wrong with it; a
 * name that exists but not in the place where it stands shows only when a letter is composed.
 */
export function wordingFault(template: string): WordingFault | null {
  if (template.length > LONGEST) return { line: 1, detail: `模板不能超过 ${LONGEST} 个字` };
  const broken = compileFault(template);
  if (broken) return broken;
  const names = new Names();
  names.accept(Handlebars.parse(template));
  return names.fault;
}
