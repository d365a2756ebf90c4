/** An element of the small tagged text a letter template prints. */
export interface Tagged {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly Tagged[];
  /** The words directly inside, entities decoded, line breaks of the template taken out. */
  readonly text: string;
  /** The same with the blanks at its ends, which make room in a form. */
  readonly whole: string;
  /** The same, parted at every 、 that is not inside a typed name. */
  readonly listed: readonly string[];
}

const ENTITIES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&quot;': '"',
  '&#x27;': "'",
  '&#x60;': '`',
  '&#x3D;': '=',
  '&#10;': '\n',
};
const decode = (raw: string): string =>
  raw.replace(/&(?:amp|lt|gt|quot|#x27|#x60|#x3D|#10);/g, (e) => ENTITIES[e]!);
// No letter contains these control characters, so they can stand for what somebody typed.
const TYPED = { '\n': '\u0001', '、': '\u0002' } as const;
/** Typed words on their way through a template: their line feeds and 、 told apart from the template's own. */
export const markTyped = (typed: string): string =>
  typed.replace(/\r?\n/g, TYPED['\n']).replaceAll('、', TYPED['、']);
const unmark = (words: string): string => words.replaceAll(TYPED['\n'], '\n').replaceAll(TYPED['、'], '、');

/** The template's own line breaks and indentation are no part of the words; those of typed words and pieces are. */
const words = (raw: string): string => decode(raw.replace(/\s*\n\s*/g, ''));

interface Open {
  tag: string;
  attributes: Record<string, string>;
  children: Tagged[];
  raw: string;
}
const TOKEN = /<(\/?)([a-zA-Z]+)((?:\s+[a-z]+="[^"<>]*")*)\s*>|([^<]+)|(<)/g;

/** Reads tagged text into one element. Throws an Error saying what does not close or open. */
export function readTagged(source: string): Tagged {
  const root: Open = { tag: '', attributes: {}, children: [], raw: '' };
  const stack: Open[] = [root];
  for (const [, slash, tag, attributes, text, stray] of source.matchAll(TOKEN)) {
    const top = stack.at(-1)!;
    if (stray !== undefined) throw new Error('有一个“<”不属于任何标签');
    if (text !== undefined) top.raw += text;
    else if (slash === '/') {
      if (top.tag !== tag || stack.length === 1) throw new Error(`标签 </${tag}> 没有对应的开头`);
      stack.pop();
      stack.at(-1)!.children.push({ ...close(top) });
    } else stack.push({ tag: tag!, attributes: readAttributes(attributes ?? ''), children: [], raw: '' });
  }
  if (stack.length > 1) throw new Error(`标签 <${stack.at(-1)!.tag}> 没有结束`);
  if (root.children.length !== 1) throw new Error('模板应当只有一个最外层标签');
  return root.children[0]!;
}

const close = (open: Open): Tagged => ({
  tag: open.tag,
  attributes: open.attributes,
  children: open.children,
  text: unmark(words(open.raw)).trim(),
  whole: unmark(words(open.raw)),
  listed: words(open.raw)
    .split('、')
    .map((name) => unmark(name).trim()),
});

const readAttributes = (source: string): Record<string, string> =>
  Object.fromEntries([...source.matchAll(/([a-z]+)="([^"]*)"/g)].map(([, name, value]) => [name!, value!]));
