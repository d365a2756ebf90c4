import { squeeze } from '../../text/characters';
import type { LetterCheck, LintedLetter, Slip } from '../check';
import { nowhere, type Piece, wholeOf } from '../letter-words';
import { signers } from '../signers';
import { dateLine, isWebPage, linesOf } from '../source-lines';

/** A part of the letter and the line of the stored text it stands on. */
interface Part {
  readonly name: string;
  readonly line: number;
  readonly text: string;
  readonly piece: Piece | undefined;
}

/** Finds the parts of head and foot in the stored text, in the order they should stand. */
function partsOf({ model, pieces }: LintedLetter, source: string): Part[] {
  const lines = linesOf(source);
  const words = lines.map(squeeze);
  const part = (name: string, line: number, kind: Piece['kind']): Part[] =>
    line < 0 ? [] : [{ name, line, text: lines[line]!, piece: pieces.find((piece) => piece.kind === kind) }];
  const addressee = words.findIndex((word) => word.replace(/[:：]$/, '') === model.addressees.join('、'));
  // A title may be broken over lines, its first one the same words as the red head; a page may print it twice.
  const holds = (text: string | null, from: number, to: number): number =>
    words.findLastIndex(
      (word, i) =>
        i >= from &&
        i < to &&
        word.length > 5 &&
        word !== model.issuer &&
        squeeze(text ?? '').includes(word.slice(0, 12)),
    );
  const last = (test: (word: string) => boolean): number => words.findLastIndex(test);
  const date = dateLine(source);
  const [signature] = signers(model, source);
  const signed = signature === undefined ? -1 : last((word) => word === squeeze(signature));
  const contact = last((word) => /^[（(]?(?:联系人|承办人|经办人|联系电话)/.test(word));
  // Without its brackets it is no annotation but the text's last line, which may stand above the signature.
  const annotation = contact === signed - 1 && !/^[（(]/.test(words[contact] ?? '') ? -1 : contact;
  const number = model.documentNumber;
  return [
    ...(isWebPage(source)
      ? []
      : [
          ...part(
            '发文字号',
            number === null ? -1 : words.findIndex((word) => word.includes(number)),
            'number',
          ),
          ...part('标题', holds(model.title, 0, addressee < 0 ? words.length : addressee), 'title'),
        ]),
    ...part('主送', addressee, 'addressee'),
    ...part('结尾', holds(model.closing, addressee + 1, words.length), 'closing'),
    ...part('署名', signed, 'signature'),
    ...part('成文日期', date === null ? -1 : lines.lastIndexOf(date), 'date'),
    ...part('附注', annotation, 'annotation'),
    ...part(
      '公开方式',
      last((word) => /^公开(?:方式|属性|类别|形式)[:：]/.test(word)),
      'publication',
    ),
    ...part(
      '抄送',
      last((word) => /^抄送[:：]/.test(word)),
      'copyTo',
    ),
  ];
}

/** The longest run of parts that do stand in order; the others are misplaced. */
function inOrder(parts: readonly Part[]): ReadonlySet<Part> {
  const runs: Part[][] = [];
  for (const part of parts) {
    const best = runs
      .filter((run) => run.at(-1)!.line < part.line)
      .reduce<Part[]>((longest, run) => (run.length > longest.length ? run : longest), []);
    runs.push([...best, part]);
  }
  return new Set(runs.reduce<Part[]>((longest, run) => (run.length > longest.length ? run : longest), []));
}

/** Number, title, addressee … date, annotation, publication, copies: each in its place. */
export const linesOrder: LetterCheck = {
  id: 'lines-order',
  name: '要素次序不对',
  rule: '信函各要素依规定的次序编排（GB/T 9704—2012，7、10.1）',
  severity: 'yellow',
  find(letter, { source }): Slip[] {
    if (source === null) return [];
    const parts = partsOf(letter, source);
    const right = inOrder(parts);
    return parts
      .filter((part) => !right.has(part))
      .map((part) => {
        const next = parts[parts.indexOf(part) + 1];
        const where = next ? `${next.name}之前` : `${parts[parts.indexOf(part) - 1]!.name}之后`;
        return {
          message: `${part.name}的位置不对。`,
          excerpt: part.text,
          place: part.piece ? wholeOf(part.piece).place : nowhere,
          fix: `把${part.name}移到${where}。`,
        };
      });
  },
};
