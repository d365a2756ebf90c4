import Handlebars from 'handlebars';

/** What is wrong with a template, and on which of its lines. */
export interface WordingFault {
  readonly line: number;
  readonly detail: string;
}

type Named = { readonly original?: unknown; readonly value?: unknown } | undefined;

/** Looks for pieces a template defines itself and calls from one another: such calls multiply without end. */
class InlinePieces extends Handlebars.Visitor {
  private readonly around: string[] = [];
  fault: WordingFault | null = null;

  override DecoratorBlock(block: hbs.AST.DecoratorBlock): void {
    this.around.push(String((block.params[0] as Named)?.value));
    super.DecoratorBlock(block);
    this.around.pop();
  }

  override PartialStatement(partial: hbs.AST.PartialStatement): void {
    const { original } = partial.name as { readonly original?: unknown };
    if (typeof original !== 'string') this.refuse(partial, '片段要直接写名字，不能由别的值得出');
    if (this.around.length > 0)
      this.refuse(
        partial,
        this.around.includes(String(original))
          ? '片段自己引用了自己'
          : `片段“${this.around.at(-1) ?? ''}”里不能再引用片段`,
      );
    super.PartialStatement(partial);
  }

  override PartialBlockStatement(partial: hbs.AST.PartialBlockStatement): void {
    this.refuse(partial, '片段不能包住一段文字，请写成 {{> 名字}}');
  }

  private refuse({ loc }: hbs.AST.Node, detail: string): void {
    this.fault ??= { line: loc.start.line, detail };
  }
}

/** The fault in how a template uses pieces of its own; null when there is none. @throws where it cannot be read at all */
export function inlineFault(source: string): WordingFault | null {
  if (!source.includes('#*') && !source.includes('>')) return null;
  const pieces = new InlinePieces();
  pieces.accept(Handlebars.parse(source));
  return pieces.fault;
}
