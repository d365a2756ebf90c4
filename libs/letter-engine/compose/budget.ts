import type Handlebars from 'handlebars';

/** Far more than any letter needs, and little enough that a template which multiplies lists stops at once. */
const ROUNDS = 20_000;
const CHARACTERS = 4_000_000;

let rounds = 0;
let characters = 0;

/** A letter begins: what its templates may repeat is counted from here. Composing is one stretch without a pause. */
export function beginCounting(): void {
  rounds = 0;
  characters = 0;
}

function count(printed: string): string {
  rounds += 1;
  characters += printed.length;
  if (rounds > ROUNDS || characters > CHARACTERS)
    throw new Error('重复（each）的次数太多，请不要在列表里再重复整个列表');
  return printed;
}

/** `each` that gives up where a template repeats lists within lists without end. */
export const countedEach = (each: Handlebars.HelperDelegate): Handlebars.HelperDelegate =>
  function (this: unknown, list: unknown, options: Handlebars.HelperOptions) {
    const fn = (context: unknown, inner?: Handlebars.RuntimeOptions): string =>
      count(options.fn(context, inner));
    return each.call(this, list, { ...options, fn }) as string;
  };
